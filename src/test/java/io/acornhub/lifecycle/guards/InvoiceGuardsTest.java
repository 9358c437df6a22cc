// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import static io.acornhub.lifecycle.guards.RightChain.found;
import static io.acornhub.lifecycle.guards.RightChain.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.Charge;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Tax;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edges of the guards of invoices; that each bites is also shown in {@link InjectedMismatchesTest}. */
class InvoiceGuardsTest {
    private static final RightChain CHAIN = RightChain.example();
    private static final Invoice INVOICE = CHAIN.invoice();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "-", value = {
        "invoiceNumber=1234567890123456789012, -", "invoiceNumber=12345678901234567890123, INVOICE_NUMBER_INVALID",
        // the order's day itself is right
        "invoiceDate=2026-03-02, -", "invoiceDate=-, INVOICE_DATE_IMPLAUSIBLE",
        // leading zeros of line numbers do not count
        "lines[0].poLineNo=0001, -",
        // an amount that the ERP leaves out is quantity times price
        "lines[0].amount=-, -",
        "lines[0].amount=300.001 total=738.001, LINE_AMOUNT_WRONG AMOUNT_NOT_IN_CENTS",
        "lines[0].amount=300.000 total=738.000, -",
        "total=-, TOTAL_WRONG", "total=0, TOTAL_WRONG TOTAL_NOT_POSITIVE",
        "currency=CAD lines[0].price.currency=- lines[1].price.currency=- lines[2].price.currency=-, CURRENCY_DIFFERS",
        "lines[0].poNumber=9UNKNOWN, ORDER_UNKNOWN",
        "lines[0].gtin=614141000099, GTIN_CHECK_DIGIT_WRONG",
        "parties[0].id=ONT8, SHIP_TO_DIFFERS",
        // price for each of a case of unknown size: the amount stands for itself, without it nobody can tell
        "lines[2].price.basis=PE, -", "lines[2].price.basis=PE lines[2].amount=-, LINE_AMOUNT_WRONG",
        // 12.50 per hundred is another price
        "lines[0].price.basis=HP lines[0].amount=3.00 total=441.00, PRICE_DIFFERS"})
    void edges(String changes, String reasons) {
        Invoice invoice = INVOICE;
        for (String change : changes.split(" ")) {
            String[] parts = change.split("=");
            invoice = Mutated.set(invoice, parts[0], parts[1].equals("-") ? null : parts[1]);
        }
        assertThat(found(invoice, CHAIN.beforeInvoice()).stream().map(FaultCode::name).distinct().toList())
            .containsExactlyInAnyOrder(reasons == null ? new String[0] : reasons.split(" "));
    }

    @Test
    void aPriceForEachOfACaseIsTheSamePriceSaidOtherwise() {
        Invoice invoice = Mutated.set(Mutated.set(Mutated.set(INVOICE, "lines[2].price.amount", "4.00"), "lines[2].price.basis", "PE"),
            "lines[2].quantity.unitSize", "12");
        assertThat(found(invoice, CHAIN.beforeInvoice())).isEmpty();
        assertThat(found(Mutated.set(invoice, "lines[2].quantity.unitSize", "24"), CHAIN.beforeInvoice()))
            .containsExactly(FaultCode.PRICE_DIFFERS, FaultCode.LINE_AMOUNT_WRONG);
    }

    @Test
    void aPriceThatWasAcknowledgedLowerIsTheOneThatCounts() {
        BookInMemory book = new BookInMemory(RightChain.NOW, Mutated.set(CHAIN.beforeInvoice().order(RightChain.PO).orElseThrow(),
            "lines[0].acknowledgedPrice", "12.00"));
        assertThat(found(INVOICE, book)).containsExactly(FaultCode.PRICE_DIFFERS);
        assertThat(found(Mutated.set(Mutated.set(Mutated.set(INVOICE, "lines[0].price.amount", "12.00"), "lines[0].amount", "288.00"),
            "total", "726.00"), book)).isEmpty();
    }

    @Test
    void linesOfOneOrderLineCountTogether() {
        Invoice split = Mutated.change(INVOICE, "lines", lines -> Stream.concat(((List<?>) lines).stream(),
            Stream.of(((List<?>) lines).get(0))).toList());
        assertThat(found(Mutated.set(split, "total", "1038.00"), CHAIN.beforeInvoice())).containsExactly(FaultCode.INVOICED_ABOVE_SHIPPED);
    }

    @Test
    void chargesAllowancesAndTaxesCountIntoTheTotal() {
        Charge freight = new Charge("CHARGE", "FREIGHT", null, new BigDecimal("10.00"), null);
        Charge defective = new Charge("ALLOWANCE", "DEFECTIVE", null, new BigDecimal("3.25"), null);
        Invoice invoice = Mutated.change(INVOICE, "charges", c -> List.of(freight, defective));
        assertThat(found(Mutated.set(invoice, "total", "744.75"), CHAIN.beforeInvoice())).isEmpty();
        assertThat(found(Mutated.set(invoice, "total", "751.25"), CHAIN.beforeInvoice())).containsExactly(FaultCode.TOTAL_WRONG);
        assertThat(found(Mutated.set(Mutated.set(invoice, "charges[0].amount", "10.005"), "total", "744.755"), CHAIN.beforeInvoice()))
            .containsOnly(FaultCode.AMOUNT_NOT_IN_CENTS).hasSize(2);
    }

    @ParameterizedTest(name = "{0} of {1} at {2} % = {3} in {4} on {5}: {6}")
    @CsvSource(nullValues = "-", value = {
        "HST, 738.00, 13, 95.94, ON, 2026-03-09, -",
        "HST, 738.00, 13, 95.95, ON, 2026-03-09, TAX_AMOUNT_WRONG",
        "HST, 738.00, 15, 110.70, ON, 2026-03-09, TAX_RATE_IMPLAUSIBLE",
        "HST, 738.00, 14, 103.32, NS, 2026-03-09, -",
        "HST, 738.00, 15, 110.70, NS, 2026-03-09, TAX_RATE_IMPLAUSIBLE",
        "HST, 738.00, 13, 95.94, BC, 2026-03-09, TAX_RATE_IMPLAUSIBLE",
        "GST, 738.00, 5, 36.90, BC, 2026-03-09, -",
        "PST, 738.00, 7, 51.66, BC, 2026-03-09, -",
        "GST, 738.00, 5, 36.90, ON, 2026-03-09, TAX_RATE_IMPLAUSIBLE",
        "VAT, 738.00, 5, 36.90, BC, 2026-03-09, TAX_CODE_UNKNOWN",
        "STATE_SALES, 738.00, 8, 59.04, NV, 2026-03-09, SALES_TAX_ON_RESALE",
        "STATE_SALES, 738.00, 0, 0.00, NV, 2026-03-09, -",
        "GST, -, -, 12.34, -, 2026-03-09, -",
        "GST, 33.30, 5, 1.67, BC, 2026-03-09, -",
        "GST, 33.30, 5, 1.66, BC, 2026-03-09, TAX_AMOUNT_WRONG"})
    void taxesOfTheUnitedStatesAndCanada(String code, BigDecimal taxable, BigDecimal rate, BigDecimal amount, String province, String day,
                                         String reason) {
        Invoice invoice = Mutated.change(Mutated.set(INVOICE, "invoiceDate", day), "taxes",
            t -> List.of(new Tax(code, rate, taxable, amount, province, null)));
        invoice = Mutated.set(invoice, "total", INVOICE.total().add(amount).toPlainString());
        assertThat(found(invoice, CHAIN.beforeInvoice()).stream().map(FaultCode::name).toList())
            .containsExactly(reason == null ? new String[0] : new String[] {reason});
    }

    @Test
    void theRateOfTheDayCountsAndTheProvinceOfTheShipToServes() {
        Invoice invoice = Mutated.change(INVOICE, "taxes", t -> List.of(new Tax("HST", new BigDecimal("15"), null, new BigDecimal("1.00"),
            null, null)));
        invoice = Mutated.set(Mutated.set(Mutated.set(invoice, "total", "739.00"), "parties[0].region", "NS"), "invoiceDate", "2025-03-31");
        BookInMemory book = new BookInMemory(RightChain.NOW, Mutated.set(CHAIN.beforeInvoice().order(RightChain.PO).orElseThrow(),
            "order.orderDate", "2025-03-01"));
        assertThat(found(invoice, book)).isEmpty();
        assertThat(found(Mutated.set(invoice, "invoiceDate", "2025-04-01"), book)).containsExactly(FaultCode.TAX_RATE_IMPLAUSIBLE);
        assertThat(found(Mutated.set(invoice, "parties[0].region", null), book)).containsExactly(FaultCode.TAX_RATE_IMPLAUSIBLE);
    }

    @Test
    void theAgreementSaysHowFarALineMayBeRounded() {
        Invoice invoice = Mutated.set(Mutated.set(INVOICE, "lines[0].amount", "300.02"), "total", "738.02");
        assertThat(Guards.check(invoice, CHAIN.beforeInvoice(), settings(Map.of("amountTolerance", "0.02")))).isEmpty();
        assertThat(Guards.check(invoice, CHAIN.beforeInvoice(), settings(Map.of("amountTolerance", "0.01")))).hasSize(1);
    }

    @Test
    void theDayIsTheOneOfThePartnersZone() {
        // 01:00 UTC on the 10th is still the 9th in Los Angeles
        BookInMemory night = new BookInMemory(Instant.parse("2026-03-10T01:00:00Z"),
            CHAIN.beforeInvoice().order(RightChain.PO).orElseThrow());
        assertThat(found(Mutated.set(INVOICE, "invoiceDate", "2026-03-10"), night)).containsExactly(FaultCode.INVOICE_DATE_IMPLAUSIBLE);
        assertThat(found(INVOICE, night)).isEmpty();
    }
}
