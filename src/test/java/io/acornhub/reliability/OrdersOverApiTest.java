// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders that come by the Selling Partner API, and by both doors. */
abstract class OrdersOverApiTest extends OrdersOverApi {
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
    void aVersionThatWasHeldWhileALaterOneCameIsOvertakenWhenItIsReleased() {
        String po = number();
        ObjectNode first = AmazonOrders.order(po, AmazonOrders.item(1, 10, "4.50"));
        ((ObjectNode) first.get("orderDetails")).put("deliveryWindow", "2026-03-14T08:00:00Z--2026-03-09T08:00:00Z");
        amazon.place(first);
        Object held = hub.awaitState("getPurchaseOrders", po, "HELD").get("id");

        amazon.change(po, order -> {
            ((ObjectNode) order.get("orderDetails")).put("deliveryWindow", "2026-03-09T08:00:00Z--2026-03-14T08:00:00Z");
            quantity(items(order).get(0), 12);
        });
        hub.awaitState("getPurchaseOrders", po, "DELIVERED");
        hub.interventions().release(held.toString(), "operator", "try");
        SpineHub.patiently("the held version to end").until(() -> "CLOSED".equals(hub.jdbc().queryForObject(
            "select state from document where id = ?", String.class, held)));

        assertThat(event(held, "overtaken")).contains("a later version of order " + po + " counts already");
        assertThat(hub.toSap(po)).hasSize(1);
        assertThat(hub.jdbc().queryForObject("select ordered from order_line where po_number = ?", BigDecimal.class, po))
            .isEqualByComparingTo("12");
    }
}
