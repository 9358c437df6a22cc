// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.acornhub.SharedSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Amazon's own models of {@code ../shared/sp-api}: whether an answer is as its operation says. Without them the test is skipped. */
final class AmazonModel {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode model;

    private AmazonModel(JsonNode model) {
        this.model = model;
    }

    /** @param name of a file in {@code models}, without its ending */
    static AmazonModel of(String name) {
        return new AmazonModel(read(folder().resolve("models").resolve(name + ".json")));
    }

    static Path folder() {
        Path folder = SharedSamples.folder().resolve("sp-api");
        assumeTrue(Files.isDirectory(folder), "skipped: ../shared is not there");
        return folder;
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if the body is not as the model says of the operation's answer with this status. */
    void accepts(String operationId, int status, JsonNode body) {
        for (JsonNode path : model.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("operationId").asText().equals(operationId)) {
                    JsonNode schema = operation.path("responses").path(Integer.toString(status)).path("schema");
                    assertThat(operation.path("responses").has(Integer.toString(status)))
                        .as("%s may answer %s", operationId, status).isTrue();
                    if (!schema.isMissingNode()) {
                        check(operationId + " " + status, schema, body);
                    }
                    return;
                }
            }
        }
        throw new IllegalArgumentException("the model has no operation " + operationId);
    }

    private void check(String what, JsonNode schema, JsonNode body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("definitions", model.path("definitions"));
        matches(what, whole, body, SpecVersion.VersionFlag.V4);
    }

    static void matches(String what, JsonNode schema, JsonNode body, SpecVersion.VersionFlag version) {
        assertThat(JsonSchemaFactory.getInstance(version).getSchema(schema).validate(body)).as("%s: %s", what, body).isEmpty();
    }
}
