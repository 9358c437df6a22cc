// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.canonical.Party;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.Window;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Orders to deliver in tests. */
public final class Orders {
    public static final String SHIP_TO = "Lager Köln – Süd";

    private Orders() {
    }

    public static PurchaseOrder order(String po) {
        LocalDate day = LocalDate.of(2026, 3, 10);
        List<PurchaseOrder.Line> lines = List.of(
            new PurchaseOrder.Line("001", "B0TEST0001", "NW-KETTLE-17", "2001000000012", null, "Kettle 1.7 l",
                new Quantity(new BigDecimal("48"), "EACH", null), new Price(new BigDecimal("12.3456"), "USD", "PE"), Map.of()),
            new PurchaseOrder.Line("002", "B0TEST0002", "NW-MUG-6", "212345000038", null, "Mugs",
                new Quantity(new BigDecimal("20"), "CASE", 6), new Price(new BigDecimal("4.10"), "USD", "PE"), Map.of()));
        Party shipTo = new Party("SHIP_TO", "FCX1", "FC", SHIP_TO, List.of("800 Distribution Way", "Dock 4"), "Springdale", "AZ",
            "85043-1234", "US");
        return new PurchaseOrder("PurchaseOrder", po, "ORIGINAL", "NEW_ORDER", day, "NWIND", "USD", true, "COLLECT", null, null,
            new Window(day.plusDays(5), day.plusDays(10)), new Window(null, day.plusDays(15)), List.of(shipTo), List.of(),
                lines, null,
            Map.of());
    }

    public static Delivery delivery(String documentId, PurchaseOrder order) {
        return delivery(documentId, order, order.toString());
    }

    public static Delivery delivery(String documentId, PurchaseOrder order, String json) {
        byte[] rendered = (order.poNumber() + " " + order.parties().get(0).name()).getBytes(StandardCharsets.UTF_8);
        return new Delivery(documentId, "amazon-us", order, json, rendered, "000006301", "6301", "0001");
    }
}
