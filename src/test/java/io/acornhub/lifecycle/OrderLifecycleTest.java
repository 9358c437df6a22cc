// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderFigures.Payment;
import io.acornhub.lifecycle.OrderState.Step;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One order through all its documents, on H2. */
class OrderLifecycleTest {
    static final String PO = "4TG7Q2PX";
    final Chain chain = new Chain(PO);
    LifecycleDatabase hub;

    LifecycleDatabase fresh(Path folder) {
        return LifecycleDatabase.h2(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        hub = fresh(folder);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void theFirstSampleChainEndsInItsFigures() {
        assertThat(hub.received(chain.order(), "D-850")).isEmpty();
        assertThat(hub.step(PO)).isEqualTo(Step.NEW);
        assertThat(hub.sent(chain.acknowledgment(), "D-855")).isEmpty();
        hub.accepted(chain.acknowledgment(), "D-855");
        assertThat(hub.step(PO)).isEqualTo(Step.ACKNOWLEDGED);
        assertThat(hub.received(chain.routing(), "D-754")).isEmpty();
        assertThat(hub.sent(chain.shipment(), "D-856")).isEmpty();
        assertThat(hub.step(PO)).isEqualTo(Step.PARTLY_SHIPPED);
        assertThat(hub.sent(chain.invoice(), "D-810")).isEmpty();
        assertThat(hub.step(PO)).isEqualTo(Step.PARTLY_INVOICED);
        assertThat(hub.figures(PO).invoices().get(0).status()).isEqualTo(Payment.OPEN);
        assertThat(hub.received(chain.remittance(), "D-820")).isEmpty();
        theChainsFigures();
        assertThat(hub.step(PO)).as("eight are back-ordered").isEqualTo(Step.PARTLY_PAID);
        assertThat(hub.overview().steps("amazon-us", PO)).extracting(t -> t.act() + " " + t.outcome()).containsExactly("ORDER TAKEN",
            "ACKNOWLEDGMENT TAKEN", "ACKNOWLEDGMENT ACCEPTED", "ROUTING_INSTRUCTION TAKEN", "SHIPMENT TAKEN", "INVOICE TAKEN",
            "PAYMENT TAKEN");
    }

    private void theChainsFigures() {
        OrderFigures order = hub.figures(PO);
        assertThat(sum(order, OrderFigures.Line::ordered)).isEqualByComparingTo("90");
        assertThat(sum(order, OrderFigures.Line::accepted)).isEqualByComparingTo("64");
        assertThat(sum(order, OrderFigures.Line::backOrdered)).isEqualByComparingTo("8");
        assertThat(sum(order, OrderFigures.Line::rejected)).isEqualByComparingTo("18");
        assertThat(sum(order, OrderFigures.Line::shipped)).isEqualByComparingTo("64");
        assertThat(sum(order, OrderFigures.Line::invoiced)).isEqualByComparingTo("64");
        assertThat(order.money().invoiced()).isEqualByComparingTo("594.00");
        assertThat(order.money().paid()).isEqualByComparingTo("558.60");
        assertThat(order.money().discount()).isEqualByComparingTo("11.88");
        assertThat(order.money().deducted()).isEqualByComparingTo("23.52");
        assertThat(order.money().disputable()).isEqualByComparingTo("23.52");
        assertThat(order.money().open()).isEqualByComparingTo("0.00");
        assertThat(order.money().deductions().get("SHORTAGE_CLAIM")).isEqualByComparingTo("14.70");
        assertThat(order.money().deductions().get("CHARGEBACK")).isEqualByComparingTo("8.82");
        OrderFigures.InvoiceFigures invoice = order.invoices().get(0);
        assertThat(invoice.status()).isEqualTo(Payment.SHORT_PAID);
        assertThat(invoice.open()).isEqualByComparingTo("0");
        assertThat(invoice.deducted()).isEqualByComparingTo("14.70");
        assertThat(order.payments()).extracting(OrderFigures.PaymentItem::attributedBy).containsExactly("REFERENCE", "INVOICE", "PAYMENT");
    }

    static BigDecimal sum(OrderFigures order, Function<OrderFigures.Line, BigDecimal> part) {
        return order.lines().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void upToTheInvoice() {
        hub.received(chain.order(), "D-850");
        hub.sent(chain.acknowledgment(), "D-855");
        hub.sent(chain.shipment(), "D-856");
        hub.sent(chain.invoice(), "D-810");
    }

    @Test
    void aDocumentToldTwiceCountsOnce() {
        upToTheInvoice();
        hub.received(chain.remittance(), "D-820");
        int steps = hub.overview().steps("amazon-us", PO).size();
        assertThat(hub.received(chain.order(), "D-850")).isEmpty();
        assertThat(hub.sent(chain.acknowledgment(), "D-855")).isEmpty();
        assertThat(hub.sent(chain.shipment(), "D-856")).isEmpty();
        assertThat(hub.sent(chain.invoice(), "D-810")).isEmpty();
        assertThat(hub.received(chain.remittance(), "D-820")).isEmpty();
        theChainsFigures();
        assertThat(hub.overview().steps("amazon-us", PO)).hasSize(steps);
    }

    @Test
    void aKnownOrderNumberNeverMakesASecondOrder() {
        hub.received(chain.order(), "D-850");
        List<Fault> faults = hub.received(chain.order("99"), "D-850-again");
        assertThat(faults).extracting(Fault::code).containsExactly(FaultCode.PURCHASE_ORDER_REPEATED);
        assertThat(sum(hub.figures(PO), OrderFigures.Line::ordered)).isEqualByComparingTo("90");
        assertThat(hub.overview().steps("amazon-us", PO)).extracting(OrderOverview.Taken::outcome).containsExactly("TAKEN", "REFUSED");
    }

    @Test
    void aRejectedInvoiceIsTakenBackAndItsNumberMayBeUsedAgain() {
        upToTheInvoice();
        assertThat(hub.book(chain.invoice(), "D-810b").invoice("INV-88123")).isPresent();
        assertThat(hub.sent(chain.invoice(), "D-810b")).extracting(Fault::code).containsExactly(FaultCode.INVOICE_NUMBER_REUSED);
        hub.rejected(chain.invoice(), "D-810", "N104 AMZUS is no code.");
        hub.rejected(chain.invoice(), "D-810", "N104 AMZUS is no code.");
        assertThat(hub.step(PO)).isEqualTo(Step.PARTLY_SHIPPED);
        assertThat(hub.figures(PO).money().invoiced()).isEqualByComparingTo("0");
        assertThat(hub.book(chain.invoice(), "D-810b").invoice("INV-88123")).isEmpty();
        assertThat(hub.sent(chain.invoice(), "D-810b")).isEmpty();
        hub.received(chain.remittance(), "D-820");
        theChainsFigures();
        assertThat(hub.overview().steps("amazon-us", PO)).filteredOn(s -> s.outcome().equals("TAKEN_BACK")).hasSize(1)
            .first().satisfies(s -> assertThat(s.why()).contains("AMZUS"));
    }

    @Test
    void aRejectedAcknowledgmentReopensTheOrderAndTheOneBeforeHoldsAgain() {
        hub.received(chain.order(), "D-850");
        hub.sent(chain.acknowledgment(), "D-855");
        hub.sent(chain.acknowledgment(Chain.answer("1", "20", "0", "4"), Chain.answer("2", "40", "8", "0"),
            Chain.answer("3", "0", "0", "12"), Chain.answer("4", "0", "0", "6")), "D-855b");
        assertThat(hub.figures(PO).lines().get(0).accepted()).isEqualByComparingTo("20");
        hub.rejected(chain.acknowledgment(), "D-855b", "AK5*R");
        assertThat(hub.figures(PO).lines().get(0).accepted()).isEqualByComparingTo("24");
        assertThat(hub.overview().find(PO).get(0).acknowledgedAt()).isNotNull();
        hub.rejected(chain.acknowledgment(), "D-855", "AK5*R");
        assertThat(hub.step(PO)).isEqualTo(Step.NEW);
        assertThat(hub.overview().find(PO).get(0).acknowledgedAt()).isNull();
        assertThat(hub.sent(chain.acknowledgment(), "D-855")).as("sent once more under its old id").isEmpty();
        assertThat(hub.step(PO)).isEqualTo(Step.ACKNOWLEDGED);
    }

    @Test
    void aReplacingShipNoticeTakesThePlaceOfTheFirstAndItsRejectionBringsThatBack() {
        upToTheInvoice();
        var second = chain.shipment("SHP0004711", "REPLACE", "20", "40", "006141410000000012", "006141410000000036");
        OrderBook book = hub.book(second, "D-856b");
        assertThat(book.order(PO).orElseThrow().line("1").orElseThrow().shipped()).isEqualByComparingTo("0");
        assertThat(book.shipment("SHP0004711")).isEmpty();
        assertThat(book.sscc("006141410000000012")).isEmpty();
        assertThat(hub.sent(second, "D-856b")).isEmpty();
        assertThat(hub.figures(PO).lines().get(0).shipped()).isEqualByComparingTo("20");
        assertThat(hub.jdbc().queryForList("select sscc from sscc where document_id = 'D-856b' and allocated_by = 'ERP'", String.class))
            .as("never given to another package by the hub").containsExactlyInAnyOrder("006141410000000012", "006141410000000036");
        hub.rejected(second, "D-856b", "AK5*R");
        assertThat(hub.figures(PO).lines().get(0).shipped()).isEqualByComparingTo("24");
        var other = chain.shipment("SHP0004712", "ORIGINAL", "0", "8", "006141410000000012", "006141410000000036");
        assertThat(hub.book(other, "D-856c").sscc("006141410000000012")).get().extracting(OrderBook.Use::documentNumber)
            .isEqualTo("SHP0004711");
        assertThat(hub.book(other, "D-856c").sscc("006141410000000036")).as("the rejected notice's carton never left").isEmpty();
        assertThat(hub.sent(chain.shipment(), "D-856d")).extracting(Fault::code).containsExactly(FaultCode.SHIPMENT_ID_REUSED);
    }

    @Test
    void aCancelledShipmentIsAsIfItHadNotLeft() {
        hub.received(chain.order(), "D-850");
        hub.sent(chain.acknowledgment(), "D-855");
        hub.sent(chain.shipment(), "D-856");
        assertThat(hub.sent(chain.shipment("SHP0004711", "CANCEL", "24", "40", "006141410000000012", "006141410000000029"), "D-856x"))
            .isEmpty();
        assertThat(hub.step(PO)).isEqualTo(Step.ACKNOWLEDGED);
        assertThat(sum(hub.figures(PO), OrderFigures.Line::shipped)).isEqualByComparingTo("0");
    }

    @Test
    void whatTheTableCallsIllegalIsRefusedAndWrittenDownOnce() {
        hub.received(chain.order(), "D-850");
        hub.received(chain.change("1", "CANCEL"), "D-860");
        assertThat(hub.step(PO)).isEqualTo(Step.CANCELLED);
        List<Fault> faults = hub.sent(chain.shipment(), "D-856");
        assertThat(faults).extracting(Fault::code).containsExactly(FaultCode.ILLEGAL_STEP);
        assertThat(faults.get(0).text()).contains("CANCELLED", "SHP0004711", "nothing of it is to be shipped");
        hub.sent(chain.shipment(), "D-856");
        assertThat(hub.overview().steps("amazon-us", PO)).filteredOn(s -> s.outcome().equals("REFUSED")).hasSize(1)
            .first().satisfies(s -> {
                assertThat(s.act()).isEqualTo("SHIPMENT");
                assertThat(s.documentId()).isEqualTo("D-856");
                assertThat(s.why()).contains("nothing of it is to be shipped");
            });
        assertThat(hub.book(chain.shipment(), "D-856b").shipment("SHP0004711")).isEmpty();
    }

    @Test
    void changesOfTheOrderAddChangeAndTakeOutLines() {
        hub.received(chain.order(), "D-850");
        hub.sent(chain.acknowledgment(), "D-855");
        assertThat(hub.received(chain.change("1", "CHANGE", Chain.changed("1", "QUANTITY", "20"), Chain.changed("004", "DELETE", null),
            Chain.changed("5", "ADD", "7")), "D-860")).isEmpty();
        var order = hub.book(chain.acknowledgment(), "D-865").order(PO).orElseThrow();
        assertThat(order.lines()).extracting(l -> l.lineNo() + ":" + l.ordered().stripTrailingZeros().toPlainString())
            .containsExactly("1:20", "2:48", "3:12", "4:0", "5:7");
        assertThat(order.order().lines()).extracting(l -> l.quantity().amount().toPlainString())
            .containsExactly("20", "48", "12", "0", "7");
        assertThat(hub.overview().find(PO).get(0).acknowledgedAt()).as("the change waits for its answer").isNull();
        assertThat(hub.received(chain.change("1", "CHANGE", Chain.changed("1", "QUANTITY", "1")), "D-860b")).extracting(Fault::code)
            .containsExactly(FaultCode.PURCHASE_ORDER_REPEATED);
        assertThat(hub.received(new Chain("NOSUCH").change("1", "CANCEL"), "D-860c")).extracting(Fault::code)
            .containsExactly(FaultCode.ORDER_UNKNOWN);
    }

    @Test
    void aPaymentOfAnInvoiceTheHubDoesNotKnowStaysUnmatchedUntilTheInvoiceComes() {
        hub.received(chain.order(), "D-850");
        hub.received(Chain.remittance("1", Chain.kept("INV-88123", "INVOICE", null, "INV-88123", "594")), "D-820");
        assertThat(hub.figures(PO).payments()).isEmpty();
        hub.sent(chain.acknowledgment(), "D-855");
        hub.sent(chain.invoice(), "D-810");
        assertThat(hub.figures(PO).invoices().get(0).status()).isEqualTo(Payment.PAID);
        assertThat(hub.figures(PO).money().open()).isEqualByComparingTo("0");
    }

    @Test
    void aReversalGivesBackWhatWasDeducted() {
        upToTheInvoice();
        hub.received(chain.remittance(), "D-820");
        assertThat(hub.received(Chain.remittance("400123999", Chain.kept("INV-88123SCR", "REVERSAL", "SHORTAGE_CLAIM", "INV-88123",
            "14.70")), "D-820b")).isEmpty();
        OrderFigures order = hub.figures(PO);
        assertThat(order.money().paid()).isEqualByComparingTo("573.30");
        assertThat(order.money().deducted()).isEqualByComparingTo("8.82");
        assertThat(order.money().open()).isEqualByComparingTo("0");
        assertThat(order.invoices().get(0).status()).isEqualTo(Payment.PAID);
        assertThat(hub.received(chain.remittance(), "D-820c")).extracting(Fault::code).containsExactly(FaultCode.PAYMENT_REPEATED);
    }

    @Test
    void guardsDoNotSeeTheDocumentTheyLookAt() {
        upToTheInvoice();
        var state = hub.book(chain.invoice(), "D-810").order(PO).orElseThrow();
        assertThat(state.line("2").orElseThrow().invoiced()).isEqualByComparingTo("0");
        assertThat(state.step()).isEqualTo(Step.PARTLY_SHIPPED);
        assertThat(hub.book(chain.invoice(), "D-810").invoice("INV-88123")).isEmpty();
        assertThat(hub.book(chain.invoice(), "D-other").order(PO).orElseThrow().line("2").orElseThrow().invoiced())
            .isEqualByComparingTo("40");
    }

    @Test
    void aShipmentIdIsFreeAgainAfterAYearAnInvoiceNumberNever() {
        upToTheInvoice();
        hub.now = hub.now.plus(java.time.Duration.ofDays(366));
        assertThat(hub.book(chain.shipment(), "X").shipment("SHP0004711")).isEmpty();
        assertThat(hub.book(chain.invoice(), "X").invoice("INV-88123")).isPresent();
    }

    @Test
    void thePartnerIsToldByTheOrderNumber() {
        hub.received(chain.order(), "D-850");
        assertThat(hub.lifecycle().partnerOf(chain.invoice())).contains("amazon-us");
        assertThat(hub.lifecycle().partnerOf(new Chain("OTHER").invoice())).isEmpty();
    }
}
