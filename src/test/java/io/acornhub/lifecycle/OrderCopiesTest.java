// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Window;
import io.acornhub.lifecycle.internal.OrderChanges;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.CanonicalJson;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two copies of an order held against each other, and a later version as a change. */
class OrderCopiesTest {
    private static final Window WINDOW = new Window(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 16));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    private static PurchaseOrder order(String shipTo, Window window, PurchaseOrder.Line... lines) {
        PurchaseOrder plain = Orders.order(false, window, null, lines);
        return new PurchaseOrder(plain.type(), plain.poNumber(), plain.purpose(), plain.orderType(), plain.orderDate(), plain.vendorCode(),
            null, false, null, null, null, null, window, shipTo == null ? List.of() : List.of(new Party("SHIP_TO", shipTo, "FC", null,
                null, null, null, null, null)), null, List.of(lines), null, null);
    }

    /** The line under another spelling of its number. */
    private static PurchaseOrder.Line numbered(String lineNo, PurchaseOrder.Line l) {
        return new PurchaseOrder.Line(lineNo, l.buyerItem(), l.vendorItem(), l.gtin(), l.isbn(), l.description(), l.quantity(), l.price(),
            l.extras());
    }

    private static Optional<PurchaseOrderChange> change(PurchaseOrder stands, PurchaseOrder version) {
        Optional<PurchaseOrderChange> change = ChangeByVersion.of(stands, version, "2026-03-04T08:00:00Z-1a2b3c4d", DAY);
        change.ifPresent(c -> {
            // What the change leaves is what the version says, so that the version seen again makes no second change.
            assertThat(ChangeByVersion.of(OrderChanges.apply(stands, c), version, "again", DAY)).isEmpty();
            valid(c);
        });
        return change;
    }

    private static void valid(PurchaseOrderChange change) {
        try {
            assertThat(BundleCatalog.load(Path.of("edi-mappings")).schemas().check(DocumentType.PURCHASE_ORDER_CHANGE,
                CanonicalJson.tree(CanonicalJson.write(change)))).isEmpty();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eachLineSaysWhatHappensToIt() {
        PurchaseOrder stands = order("PHX7", WINDOW, Orders.line("1", "10", "4.50"), Orders.line("2", "5", "2.25"),
            Orders.line("3", "7", "1.10"), Orders.line("4", "1", "9.00"), Orders.line("5", "2", "3.00"));
        PurchaseOrder version = order("PHX7", WINDOW, numbered("001", Orders.line("1", "8", "4.50")), Orders.line("2", "0", "2.25"),
            Orders.line("3", "7", "1.20"), Orders.line("4", "2", "8.00"), Orders.line("5", "2", "3.0"), Orders.line("6", "12", "3.00"),
            Orders.line("7", "0", "3.00"));

        PurchaseOrderChange change = change(stands, version).orElseThrow();
        assertThat(change.purpose()).isEqualTo("CHANGE");
        assertThat(change.changeNumber()).isEqualTo("2026-03-04T08:00:00Z-1a2b3c4d");
        assertThat(change.changeDate()).isEqualTo(DAY);
        assertThat(change.lines()).extracting(PurchaseOrderChange.Line::lineNo, PurchaseOrderChange.Line::action).containsExactly(
            tuple("001", "QUANTITY"), tuple("2", "DELETE"), tuple("3", "PRICE"), tuple("4", "CHANGE"), tuple("6", "ADD"));
        assertThat(change.parties()).isNull();
        assertThat(change.deliveryWindow()).isNull();
    }

    @Test
    void aLineThatIsNotListedAnyMoreIsDeletedAndOneThatComesBackIsAQuantity() {
        PurchaseOrder stands = order(null, WINDOW, Orders.line("1", "10", "4.50"), Orders.line("2", "0", "2.25"));
        PurchaseOrderChange change = change(stands, order(null, WINDOW, Orders.line("2", "5", "2.25"))).orElseThrow();
        assertThat(change.lines()).extracting(PurchaseOrderChange.Line::lineNo, PurchaseOrderChange.Line::action)
            .containsExactly(tuple("2", "QUANTITY"), tuple("1", "DELETE"));
    }

    @Test
    void windowAndShipToAreChangesOfTheirOwn() {
        PurchaseOrder stands = order("PHX7", WINDOW, Orders.line("1", "10", "4.50"));
        Window later = new Window(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 18));
        PurchaseOrderChange change = change(stands, order("ONT8", later, Orders.line("1", "10", "4.50"))).orElseThrow();
        assertThat(change.lines()).isEmpty();
        assertThat(change.deliveryWindow()).isEqualTo(later);
        assertThat(change.parties()).extracting(Party::id).containsExactly("ONT8");
    }

    @Test
    void anOrderOfWhichNothingIsLeftIsCancelledOnce() {
        PurchaseOrder stands = order("PHX7", WINDOW, Orders.line("1", "10", "4.50"), Orders.line("2", "5", "2.25"));
        PurchaseOrder version = order("PHX7", WINDOW, Orders.line("1", "0", "4.50"), Orders.line("2", "0", "2.25"));
        assertThat(change(stands, version).orElseThrow().purpose()).isEqualTo("CANCEL");
    }

    @Test
    void whatAVersionDoesNotSayStays() {
        PurchaseOrder stands = order("PHX7", WINDOW, Orders.line("1", "10", "4.50"));
        assertThat(change(stands, order(null, null, Orders.line("1", "10.00", "4.50")))).isEmpty();
    }

    @Test
    void copiesDifferOnlyWhereBothSaySomething() {
        PurchaseOrder registered = order("PHX7", null, Orders.line("1", "10", "4.50"), Orders.line("2", "5", "2.25"));
        PurchaseOrder offered = order("ONT8", WINDOW, numbered("01", Orders.line("1", "10", "4.5")), Orders.line("2", "6", "2.25"),
            Orders.line("3", "1", "1.00"));

        OrderComparison comparison = OrderComparison.of(registered, offered);
        assertThat(comparison.differences()).extracting(OrderComparison.Difference::path, OrderComparison.Difference::registered,
            OrderComparison.Difference::offered).containsExactly(tuple("parties[SHIP_TO].id", "PHX7", "ONT8"),
                tuple("lines[2].quantity.amount", "5", "6"), tuple("lines[3]", "no such line", "1 EACH of AC-3"));
        assertThat(comparison.notCarried()).containsExactly("deliveryWindow.from", "deliveryWindow.to");
        assertThat(OrderComparison.of(registered, registered).differences()).isEmpty();
    }
}
