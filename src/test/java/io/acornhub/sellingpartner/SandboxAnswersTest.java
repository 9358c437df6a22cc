// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.SharedSamples;
import io.acornhub.sellingpartner.AmazonStub.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The answers of Amazon's own sandbox for our operations, each through the client and read; the ones that break its models too. */
class SandboxAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyAnswerIsRead() throws IOException {
        Path folder = SharedSamples.folder().resolve("sp-api/sandbox-cases");
        assumeTrue(Files.isDirectory(folder), "skipped: ../shared is not there");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.getFileName().toString().contains("DirectFulfillment")).sorted().toList()) {
                for (JsonNode one : JSON.readTree(file.toFile()).path("cases")) {
                    Operation.of(one.path("operationId").asText()).ifPresent(operation ->
                        tests.add(dynamicTest(one.path("id").asText(), () -> read(operation, one))));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(25);
        return tests.stream();
    }

    private static void read(Operation operation, JsonNode one) throws IOException {
        int status = one.path("response").path("status").asInt();
        JsonNode body = one.path("response").path("body");
        try (AmazonStub amazon = new AmazonStub(); ClientKit kit = new ClientKit(amazon.uri())) {
            amazon.otherwise = seen -> Reply.of(status, body.toString());
            CallResult result = kit.client.call(kit.connection(), call(operation, one));
            if (status >= 300) {
                CallResult.Refused refused = (CallResult.Refused) result;
                assertThat(refused.errors()).extracting(ApiError::code).isEqualTo(body.findValuesAsText("code"));
                assertThat(refused.errors()).extracting(ApiError::message).isEqualTo(body.findValuesAsText("message"));
                return;
            }
            byte[] came = ((CallResult.Answered) result).answer().body();
            List<String> lines = AnswerReading.of(operation, came);
            assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("without a number") || line.contains("no time"));
            for (String name : List.of("purchaseOrderNumber", "transactionId", "invoiceIdentifier", "reportDocumentId", "queryId",
                "documentId", "nextToken")) {
                body.findValuesAsText(name).forEach(value -> assertThat(lines).as(name).anyMatch(line -> line.contains(value)));
            }
            everyTimeIsOne(Lenient.read(came));
        }
    }

    /** By name, since the models give no other hint that survives. */
    private static void everyTimeIsOne(JsonNode json) {
        json.fields().forEachRemaining(field -> {
            String name = field.getKey();
            if (field.getValue().isTextual() && (name.endsWith("Date") || name.endsWith("Time"))) {
                assertThat(Lenient.instant(json, name)).as(name + " " + field.getValue()).isNotNull();
            }
            if (name.endsWith("Window")) {
                assertThat(Lenient.window(json, name)).as(name).isNotNull().satisfies(window -> {
                    assertThat(window.start()).isNotNull();
                    assertThat(window.end()).isNotNull();
                });
            }
        });
        json.forEach(SandboxAnswersTest::everyTimeIsOne);
    }

    private static Call call(Operation operation, JsonNode one) {
        Call call = operation.isPost() ? Call.post(operation, "{}".getBytes(StandardCharsets.UTF_8)) : Call.of(operation);
        for (JsonNode parameter : one.path("request").path("parameters")) {
            String name = parameter.path("name").asText();
            JsonNode value = parameter.path("value");
            switch (parameter.path("in").asText()) {
                case "path" -> call = call.path(name, value.asText());
                case "query" -> call = call.query(name, value.asText());
                default -> call = value.isObject() ? new Call(operation, call.path(), call.query(), value.toString().getBytes(
                    StandardCharsets.UTF_8)) : call;
            }
        }
        for (String name : operation.path().split("\\{")) {
            String placeholder = name.contains("}") ? name.substring(0, name.indexOf('}')) : null;
            if (placeholder != null && !call.path().containsKey(placeholder)) {
                call = call.path(placeholder, "any");
            }
        }
        return call;
    }
}
