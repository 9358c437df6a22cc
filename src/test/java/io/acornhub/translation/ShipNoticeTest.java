// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.SharedSamples;
import io.acornhub.edi.HierarchyCheck;
import io.acornhub.infoset.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 856 of the facts of a shipment, in the layouts that an agreement can name. */
class ShipNoticeTest {
    private static final String BUNDLE = "x12/005010/ship-notice-856";
    private static final Path FACTS = Path.of("edi-mappings", BUNDLE, "samples/accepts/by-tare.json");
    private static TranslationKit kit;

    @BeforeAll
    static void open() {
        kit = TranslationKit.ofProject();
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @ParameterizedTest
    @CsvSource({"pack, 05-856-SHP0004711.edi", "tare, 05b-856-palletised.edi"})
    void theSameFactsGiveTheNoticesOfTheChain(String hierarchy, String file) {
        String expected = body(TranslationKit.text(SharedSamples.sample("amazon/us-set1/" + file)));
        String facts = TranslationKit.text(FACTS).replace("SHP0007301", "SHP0004711").replace("2026-06-", "2026-03-")
            .replace("BOL90011", "BOL88123").replace("PRO7770123", "PRO5550123").replace("7009876543", "7001234567")
            .replace("8PQ2ZZ7K", "4TG7Q2PX").replace("006141410000019007", "006141410000009008")
            .replace("006141410000010011", "006141410000000012").replace("006141410000010028", "006141410000000029");
        Node tree = notice(facts, hierarchy);
        assertThat(body(kit.x12(kit.catalog.bundle(BUNDLE), tree, context(hierarchy)))).isEqualTo(expected);
        assertThat(HierarchyCheck.check(tree)).isEmpty();
    }

    @Test
    void twoThousandCartonsAreWrittenAndMakeATree() {
        Node tree = notice(cartons(2000), "auto");
        assertThat(HierarchyCheck.check(tree)).isEmpty();
        String written = kit.x12(kit.catalog.bundle(BUNDLE), tree, context("auto"));
        // ST BSN, the shipment's 9, HL and PRF of the order, HL and MAN a carton, HL LIN SN1 an item, CTT SE
        assertThat(body(written).lines().count()).isEqualTo(2 + 9 + 2 + 2000 * 2 + 2000 * 3 + 2);
    }

    private static String cartons(int count) {
        StringBuilder packages = new StringBuilder();
        for (int i = 0; i < count; i++) {
            packages.append(i == 0 ? "" : ",").append(String.format("""
                {"packageNo": "C%d", "kind": "CARTON", "sscc": "0061414100%08d",
                 "contents": [{"itemNo": "1", "quantity": {"amount": 1, "unit": "EACH"}}]}""", i, i));
        }
        return """
            {"type": "ShipmentNotice", "shipmentId": "SHP1", "purpose": "ORIGINAL", "shippedAt": "2026-03-09T14:00:00Z",
             "estimatedDelivery": "2026-03-12T18:00:00Z", "vendorCode": "ACME5", "carrierCode": "ABFS", "freight": "PREPAID",
             "billOfLading": "B1", "parties": [{"role": "SHIP_TO", "id": "PHX6", "idType": "FC"}],
             "items": [{"itemNo": "1", "poNumber": "4TG7Q2PX", "gtin": "614141000104", "quantity": {"amount": %d, "unit": "EACH"}}],
             "packages": [%s]}""".formatted(count, packages);
    }

    private static Node notice(String facts, String hierarchy) {
        return kit.translation.fromCanonical(BUNDLE, facts, context(hierarchy));
    }

    private static TranslationContext context(String hierarchy) {
        return new TranslationContext("amazon-us", List.of(), Map.of(), Map.of(), null, null, ControlData.NONE,
            Instant.parse("2026-03-09T14:21:00Z"), ZoneOffset.UTC, Map.of("hierarchy", hierarchy));
    }

    /** From ST to SE, a line a segment. */
    private static String body(String interchange) {
        String lines = interchange.replace("\r", "").replace("~\n", "~").replace("~", "~\n");
        return lines.substring(lines.indexOf("ST*856"), lines.indexOf("GE*")).strip();
    }
}
