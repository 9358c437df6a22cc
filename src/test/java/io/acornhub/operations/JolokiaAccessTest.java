// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class JolokiaAccessTest extends HubWebTest {
    private static final String BROKER = "org.apache.activemq:type=Broker,brokerName=operations";

    @Autowired
    CamelContext camel;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "java.lang:type=Memory|gc", "java.lang:type=Threading|dumpAllThreads(boolean,boolean)",
        "com.sun.management:type=HotSpotDiagnostic|dumpHeap", "com.sun.management:type=DiagnosticCommand|vmFlags",
        "java.util.logging:type=Logging|setLoggerLevel", "ch.qos.logback.classic:Name=default|reloadDefaultConfiguration",
        "JMImplementation:type=MBeanServerDelegate|x", BROKER + "|stop()", BROKER + "|addQueue(java.lang.String)",
        BROKER + "|removeQueue(java.lang.String)", BROKER
        + ",destinationType=Queue,destinationName=hub.inbound.translate|purge()",
        BROKER + ",destinationType=Queue,destinationName=hub.inbound.translate|sendTextMessage(java.lang.String)",
        BROKER + ",destinationType=Queue,destinationName=hub.inbound.translate|removeMessage(java.lang.String)",
        "CAMEL,type=context,name=\"NAME\"|stop", "CAMEL,type=context,name=\"NAME\"|sendBody",
        "CAMEL,type=context,name=\"NAME\"|addOrUpdateRoutesFromXml", "CAMEL,type=routes,name=\"inbound-translate\"|remove",
        "CAMEL,type=routes,name=\"inbound-translate\"|updateRouteFromXml(java.lang.String)",
        "org.springframework.boot:type=Endpoint,name=Health|health", "Catalina:type=Server|stop"})
    void executionOfAnythingElseIsRefused(String mbean, String operation) {
        ObjectNode request = request("exec").put("mbean", named(mbean)).put("operation", operation);
        request.putArray("arguments");
        assertThat(refused(call(request))).as(mbean + " " + operation).isTrue();
    }

    @Test
    void routesCanBeStartedStoppedAndLookedAt() {
        String route = named("CAMEL,type=routes,name=\"inbound-translate\"");
        assertThat(call(exec(route, "dumpRouteAsXml()")).get("value").asText()).contains("Translates what came in");
        assertThat(call(exec(named("CAMEL,type=context,name=\"NAME\""), "dumpRoutesAsXml()")).get("value").asText())
            .contains("inbound-translate");
        assertThat(call(exec(route, "start()")).get("status").asInt()).isEqualTo(200);
        assertThat(camel.getRouteController().getRouteStatus("inbound-translate")).isEqualTo(ServiceStatus.Started);
        assertThat(call(exec(route, "stop()")).get("status").asInt()).isEqualTo(200);
        assertThat(camel.getRouteController().getRouteStatus("inbound-translate")).isEqualTo(ServiceStatus.Stopped);
    }

    @Test
    void queuesCanBeReadAndBrowsed() {
        call(exec(named("CAMEL,type=routes,name=\"inbound-translate\""), "start()"));
        String queue = BROKER + ",destinationType=Queue,destinationName=hub.inbound.translate";
        // the queue is there when the route's consumer has come to the broker, which start() does not wait for
        await().untilAsserted(() -> assertThat(call(request("read").put("mbean", queue).put("attribute", "QueueSize")).path("value")
            .asInt(-1)).isZero());
        assertThat(call(exec(queue, "browse()")).get("status").asInt()).isEqualTo(200);
        call(exec(named("CAMEL,type=routes,name=\"inbound-translate\""), "stop()"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"java.lang:type=Runtime|SystemProperties", "java.lang:type=Runtime|InputArguments",
        "Tomcat:type=Server|serverInfo", "com.sun.management:type=HotSpotDiagnostic|DiagnosticOptions"})
    void whatMayHoldSecretsCannotBeRead(String mbean, String attribute) {
        assertThat(refused(call(request("read").put("mbean", mbean).put("attribute", attribute)))).isTrue();
    }

    @Test
    void readingAllAttributesOfTheProcessLeavesItsSecretsOut() {
        System.setProperty("acorn.test.secret", "do-not-show");
        assertThat(call(request("read").put("mbean", "java.lang:type=Runtime")).toString()).doesNotContain("do-not-show");
        assertThat(call(request("read").put("mbean", "java.lang:*")).toString()).doesNotContain("do-not-show");
    }

    @Test
    void nothingCanBeWritten() {
        ObjectNode write = request("write").put("mbean", named("CAMEL,type=context,name=\"NAME\"")).put("attribute", "Tracing")
            .put("value", true);
        assertThat(refused(call(write))).isTrue();
        assertThat(refused(call(request("write").put("mbean", "java.lang:type=Memory").put("attribute", "Verbose")
            .put("value", true)))).isTrue();
    }

    @Test
    void onlyWhatOperationsNeedIsListed() {
        Iterator<String> domains = call(request("list")).get("value").fieldNames();
        assertThat(domains).toIterable().contains("org.apache.camel", "org.apache.activemq")
            .isSubsetOf("org.apache.camel", "org.apache.activemq", "java.lang", "hawtio", "jolokia");
    }

    @Test
    void anotherSiteIsRefusedWhateverItAsks() {
        for (String origin : List.of("https://evil.example", "null")) {
            assertThat(send(asOperator("/actuator/jolokia").header("Origin", origin).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"version\"}"))).statusCode()).isEqualTo(403);
        }
        assertThat(send(asOperator("/actuator/jolokia").header("Origin", base()).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"version\"}"))).statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkThatABrowserFollowsExecutesNothing() {
        String path = "/actuator/jolokia/exec/org.apache.camel:context=" + camel.getManagementName()
            + ",name=!%22inbound-translate!%22,type=routes/start()";
        assertThat(refused(json(get(path)))).isTrue();
        assertThat(camel.getRouteController().getRouteStatus("inbound-translate").isStarted()).isFalse();
    }

    private String named(String mbean) {
        return mbean.replace("CAMEL", "org.apache.camel:context=" + camel.getManagementName()).replace("NAME", camel.getName());
    }

    private static ObjectNode request(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static ObjectNode exec(String mbean, String operation) {
        return request("exec").put("mbean", mbean).put("operation", operation);
    }

    private JsonNode call(ObjectNode request) {
        return json(post("/actuator/jolokia", request.toString()));
    }

    private static boolean refused(JsonNode answer) {
        return answer.get("status").asInt() == 403;
    }
}
