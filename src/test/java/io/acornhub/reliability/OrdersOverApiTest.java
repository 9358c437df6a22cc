// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.HubHome;
import io.acornhub.MovableClock;
import io.acornhub.lifecycle.OrderDoors;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Orders that come by the Selling Partner API, and by both doors; the same on every database the hub runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OrdersOverApiTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(500);
    private final MovableClock clock = new MovableClock();
    private AmazonOrders amazon;
    private SpineHub hub;

    /** How the hub reaches its database. */
    protected abstract List<String> database();

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        amazon = new AmazonOrders(clock);
        List<String> settings = new ArrayList<>(database());
        settings.addAll(amazon.settings());
        settings.addAll(List.of("ACORN_AMAZON_US_VENDOR_CODES=ACME1,ACME5", "acorn.selling-partner.orders.created.fastest=PT1S",
            "acorn.selling-partner.orders.created.slowest=PT1S", "acorn.selling-partner.orders.changed.fastest=PT1S",
            "acorn.selling-partner.orders.changed.slowest=PT1S", "acorn.selling-partner.pause=PT0.1S"));
        hub = new SpineHub(HubHome.copy(folder.resolve("home")), folder.resolve("data"), settings).start();
    }

    @AfterAll
    void stop() {
        hub.close();
        amazon.close();
    }

    private static String number() {
        return "A" + String.format("%07d", NUMBER.incrementAndGet());
    }

    private static ArrayNode items(ObjectNode order) {
        return (ArrayNode) order.get("orderDetails").get("items");
    }

    private static void quantity(JsonNode item, int amount) {
        ((ObjectNode) item.get("orderedQuantity")).put("amount", amount);
    }

    /** Waits until the hub has asked that many times more, so that whatever it saw it has seen again. */
    private void afterMoreLooks(int looks) {
        int before = amazon.asked().size();
        SpineHub.patiently("looks").until(() -> amazon.asked().size() > before + looks);
    }

    private List<String> doors(String po) {
        return hub.bean(OrderDoors.class).of("amazon-us", po).stream().map(OrderDoors.Door::channel).toList();
    }

    private String event(Object document, String what) {
        return hub.jdbc().queryForList("select detail from event where subject = ? and what = ?", String.class, document, what).stream()
            .findFirst().orElse(null);
    }

    @Test
    void aNewOrderReachesTheErpOnceHoweverOftenItIsSeen() {
        String po = number();
        amazon.place(AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50"), AmazonOrders.item(2, 5, "2.25")));

        Map<String, Object> document = hub.awaitState("getPurchaseOrders", po, "DELIVERED");
        amazon.acknowledged(po);
        afterMoreLooks(6);

        assertThat(hub.awaitToSap(po)).startsWith("EDI_DC40").contains("ORDERS05", po);
        assertThat(hub.documents("getPurchaseOrders", po)).hasSize(1);
        assertThat(hub.toSap(po)).hasSize(1);
        assertThat(hub.jdbc().queryForObject("select count(*) from iface_doc where po_number = ? and direction = 'I'", Integer.class, po))
            .isOne();
        assertThat(doors(po)).containsExactly("api");
        assertThat(hub.jdbc().queryForMap("select channel, status, header from interchange where id = ?", document.get("interchange_id")))
            .containsEntry("channel", "amazon-us-api").containsEntry("status", "ACCEPTED")
            .hasEntrySatisfying("header", h -> assertThat(h.toString()).startsWith("getPurchaseOrders?createdAfter=")
                .contains("x-amzn-RequestId: request-"));
    }

    @Test
    void aLaterVersionBecomesAnOrderChangeLineByLine() {
        String po = number();
        amazon.place(AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50"), AmazonOrders.item(2, 5, "2.25"),
            AmazonOrders.item(3, 7, "1.10")));
        hub.awaitState("getPurchaseOrders", po, "DELIVERED");

        amazon.change(po, order -> {
            quantity(items(order).get(0), 8);
            quantity(items(order).get(1), 0);
            ((ObjectNode) items(order).get(2).get("netCost")).put("amount", "1.20");
            items(order).add(AmazonOrders.item(4, 12, "3.00"));
            ((ObjectNode) order.get("orderDetails").get("shipToParty")).put("partyId", "ONT8");
        });
        SpineHub.patiently("the change of " + po).until(() -> hub.documents("getPurchaseOrders", po).size() == 2
            && "DELIVERED".equals(hub.documents("getPurchaseOrders", po).get(1).get("state")));

        String change = hub.jdbc().queryForObject("select canonical from document where business_key = ? and canonical_type = "
            + "'PurchaseOrderChange'", String.class, po);
        assertThat(change).contains("\"purpose\":\"CHANGE\"", "\"action\":\"QUANTITY\"", "\"action\":\"DELETE\"", "\"action\":\"PRICE\"",
            "\"action\":\"ADD\"", "ONT8");
        assertThat(hub.toSapContaining("ORDCHG").stream().filter(t -> t.contains(po)).toList()).hasSize(1);
        assertThat(hub.jdbc().queryForList("select ordered from order_line where po_number = ? order by line_no", BigDecimal.class, po))
            .usingElementComparator(BigDecimal::compareTo).containsExactly(new BigDecimal(8), BigDecimal.ZERO, new BigDecimal(7),
                new BigDecimal(12));
        assertThat(hub.toSap(po)).hasSize(1);
    }

    @Test
    void anOrderOfWhichNothingIsLeftIsCancelled() {
        String po = number();
        amazon.place(AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50"), AmazonOrders.item(2, 5, "2.25")));
        hub.awaitState("getPurchaseOrders", po, "DELIVERED");

        amazon.change(po, order -> items(order).forEach(item -> quantity(item, 0)));
        SpineHub.patiently("the cancellation of " + po).until(() -> "CANCELLED".equals(hub.jdbc().queryForObject(
            "select state from purchase_order where po_number = ?", String.class, po)));

        assertThat(hub.jdbc().queryForObject("select canonical from document where business_key = ? and canonical_type = "
            + "'PurchaseOrderChange'", String.class, po)).contains("\"purpose\":\"CANCEL\"");
    }

    @Test
    void aVersionThatSaysNothingElseIsSeenAndGoesNowhere() {
        String po = number();
        amazon.place(AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50")));
        hub.awaitState("getPurchaseOrders", po, "DELIVERED");

        amazon.change(po, order -> ((ObjectNode) items(order).get(0).get("orderedQuantity")).put("unitOfMeasure", "EACHES"));
        Map<String, Object> second = hub.awaitState("getPurchaseOrders", po, "CLOSED");

        assertThat(event(second.get("id"), "seen")).contains("says nothing else");
        assertThat(hub.toSapContaining(po)).hasSize(1);
    }

    @Test
    void anOrderThatCameAsAn850IsRecognisedAndMakesNoSecondOne() {
        WrittenOrder order = WrittenOrder.of(9, NUMBER.incrementAndGet(), false);
        hub.fromAmazon(OrderFiles.one(500_000L + NUMBER.incrementAndGet(), order));
        hub.awaitState("850", order.po(), "DELIVERED");

        amazon.place(same(order));
        Map<String, Object> copy = hub.awaitState("getPurchaseOrders", order.po(), "CLOSED");

        assertThat(event(copy.get("id"), "recognised")).contains("came by folder", "fields say the same", "Only one of them says");
        assertThat(hub.faults(copy.get("id"))).isEmpty();
        assertThat(doors(order.po())).containsExactly("folder", "api");
        assertThat(hub.toSap(order.po())).hasSize(1);
    }

    @Test
    void copiesThatDifferAreToldApartAndTheOrderStaysAsItIs() {
        WrittenOrder order = WrittenOrder.of(9, NUMBER.incrementAndGet(), false);
        ObjectNode first = same(order);
        quantity(items(first).get(0), order.lines().get(0).quantity() + 1);
        amazon.place(first);
        hub.awaitState("getPurchaseOrders", order.po(), "DELIVERED");

        hub.fromAmazon(OrderFiles.one(500_000L + NUMBER.incrementAndGet(), order));
        Map<String, Object> copy = hub.awaitState("850", order.po(), "CLOSED");

        assertThat(event(copy.get("id"), "recognised")).contains("came by api", "lines[1].quantity.amount");
        assertThat(hub.faults(copy.get("id"))).containsExactly("ORDER_COPY_DIFFERS");
        assertThat(hub.jdbc().queryForList("select kind from alarm where document_id = ?", String.class, copy.get("id")))
            .containsExactly("ORDER_COPY_DIFFERS");
        assertThat(hub.jdbc().queryForList("select path from order_difference where document_id = ?", String.class, copy.get("id")))
            .containsExactly("lines[1].quantity.amount");
        assertThat(hub.toSap(order.po())).hasSize(1);
        assertThat(doors(order.po())).containsExactly("api", "folder");
    }

    /** The order as Amazon's API shows it. */
    private static ObjectNode same(WrittenOrder order) {
        ObjectNode[] items = order.lines().stream().map(line -> {
            ObjectNode item = AmazonOrders.item(line.number(), line.quantity(), line.price().toPlainString());
            item.put("vendorProductIdentifier", line.gtin()).remove("amazonProductIdentifier");
            return item;
        }).toArray(ObjectNode[]::new);
        ObjectNode same = AmazonOrders.order(order.po(), items);
        ObjectNode details = (ObjectNode) same.get("orderDetails");
        details.remove(List.of("deliveryWindow"));
        ((ObjectNode) details.get("sellingParty")).put("partyId", "ACME5");
        ((ObjectNode) details.get("shipToParty")).put("partyId", "PHX6");
        return same;
    }

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
    void anOutageOfFourDaysIsCaughtUpWindowByWindow() {
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
            amazon.down(false);
            hub.awaitState("getPurchaseOrders", early, "DELIVERED");
            hub.awaitState("getPurchaseOrders", po, "DELIVERED");
        } finally {
            amazon.down(false);
        }
    }
}
