// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.partner.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broken partner file stops that partner, not the hub. Documents of one partner go by channels of their own, and by the agreement
 * that holds on the day they come.
 */
class PartnersApartTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void theOthersGoOnEachDocumentByItsOwnChannelAndByTheAgreementOfTheDay() {
        HubHome home = HubHome.copy(folder.resolve("home"));
        home.write("config/partners/broken.yaml", "# SPDX-License-Identifier: Apache-2.0\nname: broken\nuseage: P\n");
        home.replace("config/partners/amazon-us.yaml", "channels:\n", """
            channels:
              - {name: answers, type: folder, settings: {outbox: partners/amazon-us/answers}}
            """);
        home.replace("config/partners/amazon-us.yaml", "bundle: x12/004010/order-acknowledgment-855\n    channel: folder",
            "bundle: x12/004010/order-acknowledgment-855\n    channel: answers");
        home.replace("config/partners/amazon-us.yaml", "    deliverTo: [sap, erp-db]\n    rules: {gtin", """
            ##  deliverTo: [wms]
                to: 2026-01-31
              - document: "850"
                direction: inbound
                release: "004010"
                canonical: PurchaseOrder
                bundle: x12/004010/850-purchase-order
                channel: folder
                from: 2026-02-01
                deliverTo: [sap]
                rules: {gtin""".replace("##", "  "));
        try (SpineHub hub = new SpineHub(home, folder.resolve("data"), List.of()).start()) {
            assertThat(hub.bean(Configuration.class).problems()).singleElement().asString()
                .contains("broken.yaml:3: unknown key 'useage'; did you mean 'usage'");
            WrittenOrder order = WrittenOrder.of(5, 1, false);
            hub.fromAmazon(OrderFiles.one(700_001, order));
            hub.awaitState("850", order.po(), "DELIVERED");
            assertThat(hub.jdbc().queryForList("select erp_system from delivery", String.class)).containsExactly("sap");
            hub.fromSap("ORDRSP_1.idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, 700_002))));
            hub.awaitState("ORDRSP", order.po(), "SENT");
            assertThat(containing(hub.data().resolve("partners/amazon-us/answers"), "ST*855*")).hasSize(1);
            assertThat(hub.toAmazon("ST*855*")).isEmpty();
            assertThat(hub.toAmazon("ST*997*")).hasSize(1);
        }
    }

    private static List<String> containing(Path folder, String text) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file);
                if (content.contains(text)) {
                    found.add(content);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
