// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.acornhub.sellingpartner.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is posted and not looked for by any route would never be known. */
class StatusTemplatesTest {
    @Test
    void eachOperationThatPostsADocumentIsLookedForByOneRoute() throws IOException {
        List<Operation> looked = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("routes/channels"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("spapi-status-")).toList()) {
                for (JsonNode step : new YAMLMapper().readTree(file.toFile()).path(0).path("routeTemplate").path("from").path("steps")) {
                    if (step.path("setHeader").path("name").asText().equals("AcornOperation")) {
                        Stream.of(step.path("setHeader").path("constant").asText().split(","))
                            .forEach(id -> looked.add(Operation.of(id).orElseThrow()));
                    }
                }
            }
        }
        assertThat(looked).containsExactlyInAnyOrderElementsOf(Arrays.stream(Operation.values())
            .filter(o -> o.isPost() && o.path().startsWith("/vendor/")).toList());
    }
}
