// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.sellingpartner.orders.OrderGaps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How orders are fetched: pages, bad answers, outages, and the nightly comparison. */
abstract class OrderLooksTest extends OrdersOverApi {
    @Test
    void oneBadOrderIsRefusedAndTheOthersOfItsPageGoOn() {
        String po = number();
        ObjectNode bad = AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50"));
        bad.remove("purchaseOrderNumber");
        ((ObjectNode) bad.get("orderDetails")).put("dealCode", po);
        amazon.place(bad);
        amazon.place(AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50")));

        hub.awaitState("getPurchaseOrders", po, "DELIVERED");
        SpineHub.patiently("the bad order").until(() -> !refused().isEmpty());
        afterMoreLooks(4);
        assertThat(refused()).hasSize(1);
        assertThat(hub.faults(refused().get(0))).containsExactly("VALUE_MISSING");
    }

    private List<String> refused() {
        return hub.jdbc().queryForList("select id from document where message = 'getPurchaseOrders' and state = 'REJECTED'", String.class);
    }

    @Test
    void anOrderOfAVendorCodeThatIsNotServedIsRecordedAndNotTaken() {
        String po = number();
        ObjectNode order = AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50"));
        ((ObjectNode) order.get("orderDetails").get("sellingParty")).put("partyId", "OTHER");
        amazon.place(order);

        SpineHub.patiently("it to be recorded").until(() -> hub.jdbc().queryForList("select outcome from sp_order_version where "
            + "po_number = ?", String.class, po).equals(List.of("NOT_SERVED")));
        assertThat(hub.documents("getPurchaseOrders", po)).isEmpty();
    }

    @Test
    void everyPageIsReadAndInvalidInputOnTheWayIsAskedOnceMore() {
        amazon.pagesOf(2);
        try {
            List<String> numbers = new ArrayList<>();
            amazon.insteadOfAFurtherPage(400, "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"now and then\",\"details\":\"\"}]}");
            for (int i = 0; i < 7; i++) {
                numbers.add(number());
                amazon.place(AmazonOrders.order(numbers.get(i), AmazonOrders.item(1, 1, "1.00")));
            }
            numbers.forEach(po -> hub.awaitState("getPurchaseOrders", po, "DELIVERED"));
            assertThat(amazon.asked()).noneMatch(q -> q.containsKey("sortOrder"));
            assertThat(amazon.asked()).filteredOn(q -> q.containsKey("nextToken")).isNotEmpty()
                .allMatch(q -> q.containsKey("createdAfter") && q.containsKey("createdBefore")
                    || q.containsKey("changedAfter") && q.containsKey("changedBefore") && q.containsKey("isPOChanged"));
        } finally {
            amazon.pagesOf(100);
        }
    }

    @Test
    void aPageThatCannotBeReadIsKeptAndDoesNotHoldUpTheOthers() {
        String po = number();
        for (int i = 0; i < 3; i++) {
            amazon.instead(200, "{\"payload\":{\"orders\":[{\"purchaseOrderNumber\":\"" + po + "\",");
        }
        amazon.place(AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50")));

        hub.awaitState("getPurchaseOrders", po, "DELIVERED");
        assertThat(hub.jdbc().queryForList("select f.code from interchange i join fault f on f.subject = i.id where i.status = "
            + "'UNREADABLE' and i.channel = 'amazon-us-api'", String.class)).contains("JSON_UNREADABLE");
    }

    @Test
    void aPageThatFailsIsAskedForAgainAndOneThatCannotBeReadEndsTheLook() {
        int before = amazon.asked().size();
        amazon.pagesOf(1);
        try {
            List<String> numbers = new ArrayList<>();
            amazon.insteadOfAFurtherPage(404, "{\"errors\":[{\"code\":\"NotFound\",\"message\":\"not here\",\"details\":\"\"}]}");
            amazon.insteadOfAFurtherPage(200, "{\"payload\":{\"orders\":[{");
            for (int i = 0; i < 3; i++) {
                numbers.add(number());
                amazon.place(AmazonOrders.order(numbers.get(i), AmazonOrders.item(1, 1, "1.00")));
            }
            SpineHub.patiently("the page that fails").until(() -> firstFurther(before) >= 0);
            int failed = firstFurther(before);
            afterAPauseOf(failed + 1, before);
            afterAPauseOf(failed + 2, before);

            assertThat(created(before).get(failed + 1)).containsEntry("nextToken", created(before).get(failed).get("nextToken"));
            assertThat(created(before).get(failed + 2)).doesNotContainKey("nextToken");
            numbers.forEach(po -> hub.awaitState("getPurchaseOrders", po, "DELIVERED"));
        } finally {
            amazon.pagesOf(100);
        }
    }

    private void afterAPauseOf(int asked, int before) {
        clock.move(Duration.ofMinutes(2));
        hub.clock().move(Duration.ofMinutes(2));
        SpineHub.patiently("what is asked after a pause").until(() -> created(before).size() > asked);
    }

    private List<Map<String, String>> created(int before) {
        return amazon.asked().stream().skip(before).filter(q -> q.containsKey("createdAfter") && !q.containsKey("changedAfter")).toList();
    }

    private int firstFurther(int before) {
        List<Map<String, String>> created = created(before);
        return IntStream.range(0, created.size()).filter(i -> created.get(i).containsKey("nextToken")).findFirst().orElse(-1);
    }

    @Test
    void anOutageOfFourDaysIsCaughtUpAndAnotherRegionDoesNotNoticeIt() {
        String po = number();
        String early = number();
        amazon.down(true);
        afterMoreLooks(3);
        Instant then = clock.instant();
        clock.move(Duration.ofDays(4));
        hub.clock().move(Duration.ofDays(4));
        try {
            amazon.place(AmazonOrders.order(early, AmazonOrders.item(1, 10, "4.50")), then.plus(Duration.ofHours(5)));
            amazon.place(AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50")), then.plus(Duration.ofDays(3)));
            afterMoreLooks(3);
            String german = number();
            germany.place(AmazonOrders.order(german, AmazonOrders.item(1, 10, "4.50")));
            hub.awaitState("getPurchaseOrders", german, "DELIVERED");
            assertThat(hub.documents("getPurchaseOrders", early)).isEmpty();
            amazon.down(false);
            hub.awaitState("getPurchaseOrders", early, "DELIVERED");
            hub.awaitState("getPurchaseOrders", po, "DELIVERED");
        } finally {
            amazon.down(false);
        }
    }

    @Test
    void theNightlyComparisonFindsFetchesAndTellsWhatNoLookHadSeen() {
        WrittenOrder byEdi = WrittenOrder.of(9, NUMBER.incrementAndGet(), false);
        hub.fromAmazon(OrderFiles.one(500_000L + NUMBER.incrementAndGet(), byEdi));
        hub.awaitState("850", byEdi.po(), "DELIVERED");
        String po = number();
        amazon.place(AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50")), clock.instant().minus(Duration.ofDays(2)));
        afterMoreLooks(4);
        assertThat(hub.documents("getPurchaseOrders", po)).isEmpty();

        clock.move(Duration.ofDays(1));
        hub.clock().move(Duration.ofDays(1));
        hub.awaitState("getPurchaseOrders", po, "DELIVERED");

        OrderGaps gaps = hub.bean(OrderGaps.class);
        SpineHub.patiently("the gap to be told and filled").until(() -> gaps.of("amazon-us-api", 100).stream().anyMatch(g ->
            g.poNumber().equals(po) && g.kind() == OrderGaps.Kind.MISSING && g.filledAt() != null));
        assertThat(gaps.of("amazon-us-api", 100)).anyMatch(g -> g.poNumber().equals(byEdi.po()) && g.kind() == OrderGaps.Kind.ONLY_HERE);
        assertThat(hub.jdbc().queryForList("select words from alarm where kind = 'ORDER_MISSING' and cleared_at is not null",
            String.class)).singleElement().asString().contains(po).doesNotContain(byEdi.po());
        assertThat(gaps.sweeps("amazon-us-api", 10)).extracting(OrderGaps.Sweep::dueAt).doesNotHaveDuplicates();
    }
}
