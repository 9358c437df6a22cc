// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.Totals;
import io.acornhub.canonical.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Orders and answers for the tests of the rules. */
final class Orders {
    static final LocalDate IN_TIME = LocalDate.of(2026, 3, 12);
    static final LocalDate LATE = LocalDate.of(2026, 3, 20);

    private Orders() {
    }

    static PurchaseOrder order(Boolean backOrder, PurchaseOrder.Line... lines) {
        return order(backOrder, new Window(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 16)), null, lines);
    }

    static PurchaseOrder order(Boolean backOrder, Window window, Totals totals, PurchaseOrder.Line... lines) {
        return new PurchaseOrder("PurchaseOrder", "4TESTPO1", "ORIGINAL", "NEW_ORDER", LocalDate.of(2026, 3, 2), "ACME5", null, backOrder,
            "COLLECT", null, null, null, window, List.of(), List.of(), List.of(lines), totals, null);
    }

    static PurchaseOrder.Line line(String number, String quantity, String price) {
        return new PurchaseOrder.Line(number, null, "AC-" + number, "614141000104", null, null, each(quantity),
            new Price(new BigDecimal(price), null, "NT"), null);
    }

    static OrderAcknowledgment answer(OrderAcknowledgment.Line... lines) {
        return new OrderAcknowledgment("OrderAcknowledgment", "4TESTPO1", null, LocalDate.of(2026, 3, 2), null, null, "5001",
            List.of(lines), null);
    }

    static OrderAcknowledgment.Line answered(String number, String price, Disposition... parts) {
        return new OrderAcknowledgment.Line(number, null, null, null, null, null,
            price == null ? null : new Price(new BigDecimal(price), "USD", null), List.of(parts), null);
    }

    static Disposition part(String status, String quantity, LocalDate day) {
        return new Disposition(status, each(quantity), null, day, status.equals("REJECTED") ? "OBSOLETE_PRODUCT" : null);
    }

    static Quantity each(String amount) {
        return new Quantity(new BigDecimal(amount), "EACH", null);
    }
}
