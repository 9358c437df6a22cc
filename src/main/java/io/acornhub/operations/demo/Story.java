// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.acornhub.interchange.DocumentState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of {@code examples/} with its {@code story.yaml}: which file goes into which inbox, and when.
 *
 * @param order the PO number of the order it tells of
 * @param ends what is so when all has been played
 * @param figures what the order's figures are then
 */
record Story(String title, String partner, String order, List<Step> steps, When ends, Map<String, BigDecimal> figures) {
    /** Where orders are placed that come by the Selling Partner API. */
    static final String API = "amazon-api";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * @param into {@code partner} for the partner's inbox, {@code amazon-api} to place an order at the simulated Amazon, else the name
     *             of an ERP system
     */
    record Step(String say, String file, String into, When when) {
    }

    /**
     * @param document canonical type of a document of the order; {@code state} the state it must be in
     * @param settled what Amazon must say of the payment of the order's invoices, such as PAID; null where that is not awaited
     */
    record When(String document, DocumentState state, String settled) {
    }

    boolean byApi() {
        return steps.stream().anyMatch(step -> step.into().equals(API));
    }

    static Story read(Path folder) throws IOException {
        return YAML.readValue(folder.resolve("story.yaml").toFile(), Story.class);
    }

    /** The folders of stories, in the order of their names. */
    static List<Path> folders(Path examples) throws IOException {
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(examples)) {
            return all.filter(f -> Files.isRegularFile(f.resolve("story.yaml"))).sorted().toList();
        }
    }
}
