// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.guards.BookInMemory;
import io.acornhub.lifecycle.guards.Mutated;
import io.acornhub.lifecycle.guards.RightChain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on changes, payments and routing instructions. Line 1 of the order has shipped 24 of 24, line 2 40 of 48. */
class InboundRulesTest {
    private static final RightChain CHAIN = RightChain.example();

    @ParameterizedTest(name = "{0} {1} to {2}: {3}")
    @CsvSource(nullValues = "-", value = {
        "2, QUANTITY, 40, -", "2, QUANTITY, 39, BELOW_SHIPPED", "2, QUANTITY, 60, -", "02, QUANTITY, 39, BELOW_SHIPPED",
        "1, DELETE, -, BELOW_SHIPPED", "3, DELETE, -, -", "9, QUANTITY, 5, LINE_NOT_ORDERED", "9, ADD, 5, -",
        "1, ADD, 5, LINE_NUMBER_REPEATED", "1, PRICE, -, -", "2, CHANGE, 0, BELOW_SHIPPED"})
    void aChangeMustBePossibleStill(String lineNo, String action, BigDecimal quantity, FaultCode reason) {
        assertThat(reasons("860", change("CHANGE", line(lineNo, action, quantity)))).containsExactly(reason == null ? new FaultCode[0]
            : new FaultCode[] {reason});
    }

    @Test
    void anOrderThatHasShippedIsNotCancelledAndOneThatHasNotIs() {
        assertThat(reasons("860", change("CANCEL"))).containsOnly(FaultCode.BELOW_SHIPPED).hasSize(3);
        assertThat(found("860", change("CANCEL"), CHAIN.beforeShipment())).isEmpty();
        assertThat(found("860", change("CANCEL"), new BookInMemory(RightChain.NOW))).containsExactly(FaultCode.ORDER_UNKNOWN);
    }

    @Test
    void aReplacementThatLeavesOutWhatHasShippedIsHeld() {
        assertThat(reasons("860", change("REPLACE", line("1", "REPLACE", new BigDecimal("24")), line("9", "REPLACE", BigDecimal.ONE))))
            .containsExactly(FaultCode.BELOW_SHIPPED, FaultCode.BELOW_SHIPPED);
    }

    @Test
    void aChangeThatCameAsASecondOrderIsNotedAsSuch() {
        assertThat(reasons("850", change("CHANGE", line("2", "CHANGE", new BigDecimal("39")))))
            .containsExactly(FaultCode.PURCHASE_ORDER_NOT_NEW, FaultCode.BELOW_SHIPPED);
    }

    @Test
    void aPaymentIsTheSumOfItsItemsOfInvoicesThatLeft() {
        Remittance payment = payment(item("INV-88123", "INV-88123", "582.12"), item("INV-88123SC", "INV-88123", "-14.70"),
            item("COOP-1", null, "-8.82"));
        BookInMemory book = CHAIN.beforeCredit();
        assertThat(found("820", Mutated.set(payment, "total", "558.60"), book)).isEmpty();
        assertThat(found("820", Mutated.set(payment, "total", "558.61"), book)).containsExactly(FaultCode.PAYMENT_SUM_WRONG);
        assertThat(found("820", Mutated.set(Mutated.set(payment, "total", "558.60"), "items[1].invoiceNumber", "INV-0"), book))
            .containsExactly(FaultCode.INVOICE_UNKNOWN);
        assertThat(found("820", Mutated.set(payment, "total", "558.60"), book.withPayment("400123456")))
            .containsExactly(FaultCode.PAYMENT_REPEATED);
    }

    @Test
    void aRoutingInstructionBringsArnAndCarrierForCollectOrders() {
        RoutingInstruction instruction = new RoutingInstruction("RoutingInstruction", "RI1", null, "ORIGINAL", null, "ACME5", null, null,
            List.of(new RoutingInstruction.Load("7001234567", "ABFS", null, null, null, null, "PHX6",
                List.of(new RoutingInstruction.OrderRef(RightChain.PO, 4, null)))), null);
        assertThat(reasons("754", instruction)).isEmpty();
        assertThat(reasons("754", Mutated.set(instruction, "loads[0].amazonReference", null)))
            .containsExactly(FaultCode.ROUTING_INCOMPLETE);
        assertThat(reasons("754", Mutated.set(instruction, "loads[0].carrierCode", " ")))
            .containsExactly(FaultCode.ROUTING_INCOMPLETE);
        assertThat(reasons("754", Mutated.set(instruction, "loads[0].orders[0].poNumber", "9UNKNOWN")))
            .containsExactly(FaultCode.ORDER_UNKNOWN);
        assertThat(found("754", instruction, new BookInMemory(RightChain.NOW, Mutated.set(CHAIN.acknowledged(), "order.freight",
            "PREPAID")))).containsExactly(FaultCode.FREIGHT_NOT_COLLECT);
        assertThat(reasons("754", Mutated.set(Mutated.set(instruction, "purpose", "CANCEL"), "loads[0].amazonReference", null))).isEmpty();
    }

    @Test
    void documentsWithoutRulesPass() {
        assertThat(reasons("855", CHAIN.acknowledgment())).isEmpty();
        assertThat(reasons("850", CHAIN.order())).isEmpty();
    }

    private static List<FaultCode> reasons(String message, CanonicalDocument document) {
        return found(message, document, CHAIN.beforeInvoice());
    }

    private static List<FaultCode> found(String message, CanonicalDocument document, OrderBook book) {
        return InboundRules.check(message, document, book).stream().map(f -> f.fault().code()).toList();
    }

    private static PurchaseOrderChange change(String purpose, PurchaseOrderChange.Line... lines) {
        return new PurchaseOrderChange("PurchaseOrderChange", RightChain.PO, purpose, "1", null, null, LocalDate.of(2026, 3, 9), "ACME5",
            null, null, null, null, null, null, Arrays.asList(lines), null, null);
    }

    private static PurchaseOrderChange.Line line(String lineNo, String action, BigDecimal quantity) {
        return new PurchaseOrderChange.Line(lineNo, action, null, null, null, null, null,
            quantity == null ? null : new Quantity(quantity, "EACH", null), null, null);
    }

    private static Remittance payment(Remittance.Item... items) {
        return new Remittance("Remittance", "400123456", LocalDate.of(2026, 4, 9), "ACH", "USD", BigDecimal.ZERO, "ACME5", null,
            List.of(items), null);
    }

    private static Remittance.Item item(String reference, String invoice, String net) {
        return new Remittance.Item(reference, "INVOICE", null, invoice, null, null, null, null, null, null, new BigDecimal(net), null);
    }
}
