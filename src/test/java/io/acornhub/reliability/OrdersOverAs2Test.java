// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Terms;
import io.acornhub.peers.OpenAs2;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orders on their whole way with Amazon behind an OpenAS2 server: 850, 855, 754, 856, 810, 820 and all their 997s go by AS2, signed,
 * encrypted and with signed receipts, and each exists exactly once at the end.
 */
class OrdersOverAs2Test {
    private static final int ORDERS = 8;

    @Test
    void everyDocumentFromOrderToPaymentGoesByAs2ExactlyOnce(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        OpenAs2.assume();
        Path data = folder.resolve("data");
        HubHome home = HubHome.copy(folder.resolve("home"));
        As2Partnership keys = new As2Partnership();
        try (OpenAs2 open = new OpenAs2(folder.resolve("open"), As2Partnership.AMAZON, keys.amazon());
            SpineHub hub = new SpineHub(home, data, List.of())) {
            keys.write(home, data, open.url(), Map.of("encrypt", "AES256-CBC", "compress", "before-signing"));
            hub.start();
            open.knows(As2Partnership.HUB, keys.hub().certificate())
                .sendsTo(As2Partnership.AMAZON, As2Partnership.HUB, hub.url() + "/exchange/as2", As2Terms.USUAL).start();
            try (As2Bridge bridge = new As2Bridge(open, data);
                OrderFlow flow = new OrderFlow(home.folder(), data, folder.resolve("seen"), 9, ORDERS, false, 100)) {
                flow.feed(Integer.MAX_VALUE);
                Awaitility.await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(120)).until(flow::seenAll);
                hub.awaitQuiet();
                Accounting accounting = Accounting.of(flow, hub.jdbc(), hub.jdbc(), Map.of());
                assertThat(accounting.wrong()).as(accounting.table()).isEmpty();
                everyMessageHasItsReceipt(hub, bridge);
            }
        }
    }

    private static void everyMessageHasItsReceipt(SpineHub hub, As2Bridge bridge) {
        assertThat(hub.jdbc().queryForList("select distinct direction || ' ' || state || ' ' || receipt from as2_message order by 1",
            String.class)).containsExactly("INBOUND TAKEN ANSWERED", "OUTBOUND DELIVERED SYNC");
        assertThat(hub.jdbc().queryForObject("select count(*) from as2_message where direction = 'OUTBOUND'", Integer.class))
            .isEqualTo(bridge.came());
        assertThat(hub.jdbc().queryForObject("select count(*) from as2_message where mdn_sha256 is null or signed_sha256 is null",
            Integer.class)).as("messages without their evidence").isZero();
        assertThat(hub.jdbc().queryForObject("select count(*) from interchange i where not exists (select 1 from as2_message m "
            + "where m.interchange_id = i.id) and counterpart = 'amazon-us'", Integer.class))
            .as("interchanges that no message carried").isZero();
    }
}
