# SPDX-License-Identifier: Apache-2.0
# Build first: mvn -DskipTests package. The jar is exploded for a quick start; routes, mappings and config are plain folders, so
# that they can be edited or mounted over.
FROM eclipse-temurin:17-jre AS exploded
WORKDIR /build
COPY target/acorn-hub.jar .
RUN java -Djarmode=tools -jar acorn-hub.jar extract --destination hub

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /hub acorn && mkdir -p /hub /data && chown acorn /data
WORKDIR /hub
COPY --from=exploded /build/hub/ ./
COPY config/ config/
COPY routes/ routes/
COPY edi-mappings/ edi-mappings/
ENV ACORN_DATA=/data
VOLUME /data
EXPOSE 8080
USER acorn
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "acorn-hub.jar"]
