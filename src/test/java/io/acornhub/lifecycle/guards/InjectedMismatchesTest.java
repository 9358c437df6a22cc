// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import static io.acornhub.lifecycle.guards.RightChain.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.FaultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chain of documents that is right, and the same with one thing wrong: each is held for exactly that reason. */
class InjectedMismatchesTest {
    private static final RightChain CHAIN = RightChain.example();

    @Test
    void theRightChainPassesEveryGuard() {
        assertThat(found(CHAIN.acknowledgment(), CHAIN.beforeAcknowledgment())).isEmpty();
        assertThat(found(CHAIN.notice(), CHAIN.beforeShipment())).isEmpty();
        assertThat(found(CHAIN.invoice(), CHAIN.beforeInvoice())).isEmpty();
        assertThat(found(CHAIN.credit(), CHAIN.beforeCredit())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} = {2} is {3}")
    @CsvSource(nullValues = "-", value = {
        "ack, lines[0], -, LINE_NOT_ACKNOWLEDGED",
        "ack, lines[0].dispositions[0].quantity.amount, 25, QUANTITY_ABOVE_ORDER",
        "ack, lines[1].dispositions[1].quantity.amount, 9, QUANTITY_ABOVE_ORDER",
        "ack, lines[1].dispositions[1], -, QUANTITY_NOT_ALL_ANSWERED",
        "ack, lines[3].dispositions[0].quantity.unit, EACH, UNIT_DIFFERS",
        "ack, lines[0].price.amount, 12.51, PRICE_ABOVE_ORDER",
        "ack, lines[0].gtin, 614141000001, GTIN_CHECK_DIGIT_WRONG",
        "ack, poNumber, 9UNKNOWN, ORDER_UNKNOWN",
        "asn, items[0].poNumber, 9UNKNOWN, ORDER_UNKNOWN",
        "asn, items[0].poLineNo, 77, LINE_NOT_ORDERED",
        "asn, items[0].poLineNo, 3, REJECTED_LINE_SHIPPED",
        "asn, shippedAt, 2026-03-09T15:00:01Z, SHIP_DATE_IN_FUTURE",
        "asn, shippedAt, -, SHIP_DATE_MISSING",
        "asn, packages[1].sscc, 006141410000000013, SSCC_CHECK_DIGIT_WRONG",
        "asn, packages[1].sscc, -, SSCC_MISSING",
        "asn, packages[1].contents[0].quantity.amount, 23, PACKAGE_SUM_WRONG",
        "asn, packages[1].parentNo, P9, PACKAGE_TREE_BROKEN",
        "asn, cartonCount, 5, PACKAGE_COUNT_WRONG",
        "asn, packages, -, CARTON_DATA_MISSING",
        "asn, amazonReference, -, AMAZON_REFERENCE_MISSING",
        "asn, amazonReference, 7009999999, AMAZON_REFERENCE_DIFFERS",
        "asn, proNumber, -, CARRIER_REFERENCE_MISSING",
        "asn, billOfLading, -, BILL_OF_LADING_MISSING",
        "asn, billOfLading, BOL 88123, BILL_OF_LADING_INVALID",
        "asn, carrierCode, -, CARRIER_CODE_INVALID",
        "asn, freight, PREPAID, FREIGHT_DIFFERS",
        "asn, items[1].expiry, -, EXPIRY_MISSING",
        "asn, items[0].expiry, 2026-03-09, EXPIRY_PASSED",
        "asn, parties[1], -, PARTY_MISSING",
        "asn, parties[0].id, ONT8, SHIP_TO_DIFFERS",
        "inv, lines[0].poLineNo, -, LINE_NOT_ORDERED",
        "inv, lines[0].price.currency, CAD, CURRENCY_DIFFERS",
        "inv, total, 738.01, TOTAL_WRONG",
        "inv, lines[0].quantity.unit, CASE, UNIT_DIFFERS",
        "inv, invoiceDate, 2026-03-01, INVOICE_DATE_IMPLAUSIBLE",
        "inv, invoiceDate, 2026-03-10, INVOICE_DATE_IMPLAUSIBLE",
        "inv, currency, -, CURRENCY_MISSING",
        "inv, invoiceNumber, 12345678901234567890123, INVOICE_NUMBER_INVALID"})
    void oneThingWrongIsHeldForThatReason(String document, String path, String value, String reasons) {
        List<String> found = switch (document) {
            case "ack" -> reasons(Mutated.set(CHAIN.acknowledgment(), path, value), CHAIN.beforeAcknowledgment());
            case "asn" -> reasons(Mutated.set(CHAIN.notice(), path, value), CHAIN.beforeShipment());
            default -> reasons(Mutated.set(CHAIN.invoice(), path, value), CHAIN.beforeInvoice());
        };
        assertThat(found).containsExactlyInAnyOrder(reasons.split(" "));
    }

    @Test
    void aLineAnsweredTwiceIsHeld() {
        OrderAcknowledgment twice = Mutated.change(CHAIN.acknowledgment(), "lines", lines -> {
            List<Object> more = new ArrayList<>((List<?>) lines);
            more.add(more.get(0));
            return more;
        });
        assertThat(reasons(twice, CHAIN.beforeAcknowledgment())).containsExactly("LINE_NUMBER_REPEATED");
    }

    @Test
    void aRejectedLineTakenUpAgainIsHeld() {
        OrderAcknowledgment again = Mutated.set(CHAIN.acknowledgment(), "lines[2].dispositions[0].status", "ACCEPTED");
        assertThat(reasons(again, CHAIN.beforeShipment())).containsExactly("REJECTED_LINE_REVIVED");
    }

    @Test
    void moreShippedThanAcknowledgedIsHeldAlsoOverSeveralShipments() {
        ShipmentNotice notice = packed(CHAIN.notice(), "25");
        assertThat(reasons(notice, CHAIN.beforeShipment())).containsExactly("SHIPPED_ABOVE_ACKNOWLEDGED");
        assertThat(reasons(CHAIN.notice(), CHAIN.beforeInvoice())).containsExactly("SHIPPED_ABOVE_ACKNOWLEDGED");
        BookInMemory before = new BookInMemory(RightChain.NOW, Mutated.set(CHAIN.acknowledged(), "lines[0].shipped", "20"));
        assertThat(reasons(packed(CHAIN.notice(), "4"), before)).isEmpty();
        assertThat(reasons(packed(CHAIN.notice(), "5"), before)).containsExactly("SHIPPED_ABOVE_ACKNOWLEDGED");
    }

    private static ShipmentNotice packed(ShipmentNotice notice, String amount) {
        return Mutated.set(Mutated.set(notice, "items[0].quantity.amount", amount), "packages[1].contents[0].quantity.amount", amount);
    }

    @Test
    void moreInvoicedThanShippedIsHeld() {
        assertThat(reasons(CHAIN.invoice(), CHAIN.beforeShipment())).containsExactly("INVOICED_ABOVE_SHIPPED");
        assertThat(reasons(of(CHAIN.invoice(), "quantity.amount", "25", "312.50", "750.50"), CHAIN.beforeInvoice()))
            .containsExactly("INVOICED_ABOVE_SHIPPED");
    }

    @Test
    void anotherPriceIsHeldDearerOrCheaperAndAlsoWhereTheAmountsFit() {
        assertThat(reasons(of(CHAIN.invoice(), "price.amount", "12.51", "300.24", "738.24"), CHAIN.beforeInvoice()))
            .containsExactly("PRICE_DIFFERS");
        assertThat(reasons(of(CHAIN.invoice(), "price.amount", "12.49", "299.76", "737.76"), CHAIN.beforeInvoice()))
            .containsExactly("PRICE_DIFFERS");
    }

    @Test
    void aLineAmountThatIsNotQuantityTimesPriceIsHeld() {
        Invoice invoice = Mutated.set(Mutated.set(CHAIN.invoice(), "lines[0].amount", "301.00"), "total", "739.00");
        assertThat(reasons(invoice, CHAIN.beforeInvoice())).containsExactly("LINE_AMOUNT_WRONG");
    }

    @Test
    void numbersThatWereUsedBeforeAreHeld() {
        assertThat(reasons(CHAIN.invoice(), CHAIN.beforeInvoice().withInvoice("INV-88123"))).containsExactly("INVOICE_NUMBER_REUSED");
        assertThat(reasons(CHAIN.notice(), CHAIN.beforeShipment().withShipment("SHP0004711"))).containsExactly("SHIPMENT_ID_REUSED");
        assertThat(reasons(CHAIN.notice(), CHAIN.beforeShipment().withSscc(RightChain.sscc(2)))).containsExactly("SSCC_REUSED");
        UnaryOperator<ShipmentNotice> replacing = n -> Mutated.set(n, "purpose", "REPLACE");
        assertThat(reasons(replacing.apply(CHAIN.notice()), CHAIN.beforeShipment().withShipment("SHP0004711"))).isEmpty();
    }

    @Test
    void aCreditNoteOfMoreThanWasInvoicedOrOfNoInvoiceIsHeld() {
        assertThat(reasons(Mutated.set(CHAIN.credit(), "originalInvoice", "INV-0"), CHAIN.beforeCredit()))
            .containsExactly("ORIGINAL_INVOICE_UNKNOWN");
        assertThat(reasons(Mutated.set(CHAIN.credit(), "originalInvoice", null), CHAIN.beforeCredit()))
            .containsExactly("ORIGINAL_INVOICE_UNKNOWN");
        assertThat(reasons(of(CHAIN.credit(), "quantity.amount", "25", "312.50", "750.50"), CHAIN.beforeCredit()))
            .containsExactly("CREDIT_ABOVE_INVOICE");
        assertThat(reasons(of(CHAIN.credit(), "price.amount", "10.00", "240.00", "678.00"), CHAIN.beforeCredit())).isEmpty();
    }

    private static Invoice of(Invoice invoice, String field, String value, String amount, String total) {
        return Mutated.set(Mutated.set(Mutated.set(invoice, "lines[0]." + field, value), "lines[0].amount", amount), "total", total);
    }

    private static List<String> reasons(CanonicalDocument document, BookInMemory book) {
        return new ArrayList<>(found(document, book).stream().map(FaultCode::name).distinct().toList());
    }
}
