// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The static sandbox: what matches literally is answered, all else looks broken; Amazon's public pairs are answered as they say. */
class SandboxTest {
    private static final SimulatorSettings SETTINGS = SimulatorSettings.defaults().withUsagePlans(UsagePlans.none());
    private static final String CASES = """
        {"cases": [
         {"id": "any", "operationId": "getThings", "method": "GET", "path": "/things/v1/things", "request": {"parameters": []},
          "response": {"status": 200, "body": {"which": "any"}}},
         {"id": "two", "operationId": "getThings", "method": "GET", "path": "/things/v1/things", "request": {"parameters": [
          {"name": "kinds", "in": "query", "value": ["A", "B"]}, {"name": "limit", "in": "query", "value": 2}]},
          "response": {"status": 200, "body": {"which": "two"}}},
         {"id": "one", "operationId": "getThing", "method": "GET", "path": "/things/v1/things/{id}", "request": {"parameters": [
          {"name": "id", "in": "path", "value": "T1"}]}, "response": {"status": 200, "body": {"which": "T1"}}},
         {"id": "post", "operationId": "addThing", "method": "POST", "path": "/things/v1/things", "request": {"parameters": [
          {"name": "body", "in": "body", "value": {"thing": {"n": 1}}}]}, "response": {"status": 202, "body": {"which": "post"}}},
         {"id": "gone", "operationId": "dropThing", "method": "DELETE", "path": "/things/v1/things/{id}",
          "request": {"parameters": []}, "response": {"status": 204, "body": {}}}]}
        """;
    @TempDir
    private Path folder;

    @Test
    void whatListsMoreIsTriedFirstAndAnEmptyListLast() throws IOException {
        Files.writeString(folder.resolve("things.json"), CASES);
        try (Simulator sandbox = Simulator.startSandbox(SETTINGS, folder)) {
            Caller us = new Caller(sandbox).as("us");
            assertThat(us.get("/things/v1/things?limit=2&kinds=A,B").body().path("which").asText()).isEqualTo("two");
            assertThat(us.get("/things/v1/things?limit=3").body().path("which").asText()).isEqualTo("any");
            assertThat(us.get("/things/v1/things/T1").body().path("which").asText()).isEqualTo("T1");
            assertThat(us.post("/things/v1/things", "{\"thing\": {\"n\": 1}}").body().path("which").asText()).isEqualTo("post");
            assertThat(us.delete("/things/v1/things/T7").status()).isEqualTo(204);
        }
    }

    @Test
    void whatDoesNotMatchLooksBroken() throws IOException {
        Files.writeString(folder.resolve("things.json"), CASES);
        try (Simulator sandbox = Simulator.startSandbox(SETTINGS, folder)) {
            Caller us = new Caller(sandbox).as("us");
            Caller.Got read = us.get("/things/v1/things/T2");
            assertThat(read.status()).isEqualTo(400);
            assertThat(read.body().isArray()).isTrue();
            assertThat(read.body().path(0).path("code").asText()).isEqualTo("InvalidInput");
            Caller.Got sent = us.post("/things/v1/things", "{\"thing\": {\"n\": 2}}");
            assertThat(sent.status()).isEqualTo(500);
            assertThat(sent.error()).isEqualTo("InternalFailure");
            assertThat(us.get("/vendor/transactions/v1/transactions/X").status()).isEqualTo(403);
            assertThat(new Caller(sandbox).get("/things/v1/things").status()).isEqualTo(403);
        }
    }

    @Test
    void fifteenCallsAtOnceAreAllThatTheSandboxGives() throws IOException {
        Files.writeString(folder.resolve("things.json"), CASES);
        SimulatorSettings still = SimulatorSettings.defaults()
            .withClock(Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
        try (Simulator sandbox = Simulator.startSandbox(still, folder)) {
            Caller us = new Caller(sandbox).as("us");
            for (int i = 0; i < 15; i++) {
                assertThat(us.get(i % 2 == 0 ? "/things/v1/things" : "/things/v1/things/T1").status()).isEqualTo(200);
            }
            assertThat(us.get("/things/v1/things").status()).isEqualTo(429);
        }
    }

    @Test
    void aFolderWithoutCasesIsRefusedInWords() throws IOException {
        assertThatThrownBy(() -> Simulator.startSandbox(SETTINGS, folder)).hasMessageContaining("no sandbox cases in");
        Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
        assertThatThrownBy(() -> Simulator.startSandbox(SETTINGS, folder)).hasMessageContaining("other.json is no file of sandbox cases");
    }

    @TestFactory
    Stream<DynamicTest> everyPublicPairIsAnsweredAsItSays() {
        Path cases = AmazonModel.folder().resolve("sandbox-cases");
        Simulator sandbox = Simulator.startSandbox(SETTINGS, cases);
        Caller us = new Caller(sandbox).as("us");
        List<DynamicTest> tests = new ArrayList<>();
        for (String api : List.of("vendorOrders", "vendorShipments", "vendorInvoices", "financesInvoices_2026-06-25",
            "reports_2021-06-30", "dataKiosk_2023-11-15")) {
            for (JsonNode pair : AmazonModel.read(cases.resolve(api + ".json")).path("cases")) {
                tests.add(dynamicTest(pair.path("id").asText(), () -> isAnswered(us, pair)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream().onClose(sandbox::close);
    }

    private static void isAnswered(Caller us, JsonNode pair) {
        String path = pair.path("path").asText();
        StringBuilder query = new StringBuilder();
        String body = null;
        for (JsonNode parameter : pair.at("/request/parameters")) {
            String name = parameter.path("name").asText();
            JsonNode value = parameter.path("value");
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", Caller.encoded(value.asText()));
                case "query" -> query.append(query.isEmpty() ? "?" : "&").append(name).append("=").append(text(value));
                default -> body = value.isNull() ? "{\"anything\": true}" : value.toString();
            }
        }
        String sent = body == null && pair.path("method").asText().equals("POST") ? "{}" : body;
        Caller.Got got = us.send(path.replaceAll("\\{\\w+}", "anything") + query, request -> request
            .header("content-type", "application/json").method(pair.path("method").asText(),
            sent == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(sent)));
        int status = pair.at("/response/status").asInt();
        assertThat(got.status()).isEqualTo(status);
        JsonNode expected = pair.at("/response/body");
        if (status == 204 || expected.isNull()) {
            assertThat(got.raw().body()).isEmpty();
        } else {
            assertThat(got.body()).isEqualTo(expected);
        }
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return Caller.encoded(value.asText());
        }
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(Caller.encoded(one.asText())));
        return String.join(",", texts);
    }
}
