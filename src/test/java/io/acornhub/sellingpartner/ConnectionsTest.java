// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.internal.ConfiguredConnections;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
    @TempDir
    private Path config;

    private Connections with(String settings, String enabled) throws IOException {
        Files.createDirectories(config.resolve("partners"));
        Files.writeString(config.resolve("partners/amazon-us.yaml"), """
            # SPDX-License-Identifier: Apache-2.0
            name: amazon-us
            identifiers:
              partner: {qualifier: ZZ, id: AMAZON, group: AMAZON}
              own: {qualifier: ZZ, id: ACORN, group: ACORN}
            channels:
              - name: folder
                type: folder
                settings: {inbox: in, outbox: out}
              - name: api
                type: spapi
                enabled: %s
                settings:
            """.formatted(enabled) + settings.indent(10) + "agreements: []\n");
        Configuration configuration = Configuration.read(config, name -> null);
        assertThat(configuration.problems()).isEmpty();
        return new ConfiguredConnections(configuration);
    }

    private static final String SMALL = """
        region: NA
        marketplace: ATVPDKIKX0DER
        clientId: env:ID
        clientSecret: file:secrets/secret
        refreshToken: env:REFRESH
        """;

    @Test
    void whatIsLeftOutIsAmazons() throws IOException {
        Connection connection = with(SMALL, "true").all().get(0);
        assertThat(connection).isEqualTo(new Connection("amazon-us-api", "amazon-us", "api", Region.NA, "ATVPDKIKX0DER",
            URI.create("https://sellingpartnerapi-na.amazon.com"), URI.create("https://api.amazon.com/auth/o2/token"), "env:ID",
            "file:secrets/secret", "env:REFRESH", null, java.util.List.of(), Duration.ofSeconds(30), Map.of()));
    }

    @Test
    void everythingCanBeSaid() throws IOException {
        Connections connections = with(SMALL + """
            secretIssued: 2026-09-01
            endpoint: http://127.0.0.1:8090/
            tokenEndpoint: http://127.0.0.1:8090/auth/o2/token
            vendorCodes: ACME1, ACME2
            timeout: PT5S
            finances: "true"
            """, "true");
        Connection connection = connections.find("amazon-us-api").orElseThrow();
        assertThat(connection.secretIssued()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(connection.endpoint()).isEqualTo(URI.create("http://127.0.0.1:8090"));
        assertThat(connection.vendorCodes()).containsExactly("ACME1", "ACME2");
        assertThat(connection.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(connection.settings()).isEqualTo(Map.of("finances", "true"));
        assertThat(connections.of("amazon-us", "api")).contains(connection);
        assertThat(connections.of("amazon-us", "folder")).isEmpty();
    }

    @Test
    void aChannelThatIsNotEnabledIsNoConnection() throws IOException {
        assertThat(with(SMALL, "false").all()).isEmpty();
    }
}
