// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static io.acornhub.simulator.SimulatorBench.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invoices: Amazon's rules, and what is paid when. */
class InvoiceRulesTest {
    private final SimulatorBench bench = new SimulatorBench();

    @BeforeEach
    void acknowledge() {
        bench.acknowledge(a -> { });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private JsonNode books(String number) {
        for (JsonNode invoice : bench.us.get("/_sim/invoices?number=" + number).body()) {
            return invoice;
        }
        throw new AssertionError("no invoice " + number);
    }

    private static Arguments breach(String rule, Consumer<JsonNode> how) {
        return Arguments.of(rule, how);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
            breach("INVOICE_TOTAL", i -> object(i, "/invoiceTotal").put("amount", "112.51")),
            breach("INVOICE_TOTAL", i -> object(i, "/invoiceTotal").put("currencyCode", "EUR")),
            breach("TAX_TYPE_REGION", i -> {
                object(i, "").set("taxDetails", Caller.json("""
                    {'a': [{'taxType': 'ST', 'taxAmount': {'currencyCode': 'USD', 'amount': '1.00'}}]}""").path("a"));
                object(i, "/items/0").set("taxDetails", i.path("taxDetails").deepCopy());
                object(i, "/invoiceTotal").put("amount", "113.50");
            }),
            breach("BILL_TO", i -> object(i, "/billToParty").put("partyId", "AMZ")),
            breach("INVOICE_ADDRESSES", i -> object(i, "/remitToParty").remove("address")),
            breach("INVOICE_DATE", i -> object(i, "").put("date", "2099-01-01")),
            breach("INVOICE_DATE", i -> object(i, "").put("date", "2020-01-01")),
            breach("CREDIT_NOTE_REGION", i -> object(i, "").put("invoiceType", "CreditNote")));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsRejectedInTheBooksWhileTheTransactionKeepsProcessing(String rule, Consumer<JsonNode> how) {
        bench.ship("ASN1", 1, s -> { });
        Caller.Got sent = bench.bill("INV1", how);
        assertThat(sent.status()).isEqualTo(202);
        assertThat(bench.reason()).isEqualTo(rule);
        assertThat(books("INV1").path("status").asText()).isEqualTo("IN_PROGRESS");
        bench.later(Duration.ofMinutes(20));
        assertThat(bench.transaction(sent)).isEqualTo("Processing");
        assertThat(books("INV1").path("status").asText()).isEqualTo("REJECTED");
        bench.rule(rule, false);
        bench.bill("INV1", how);
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
    }

    @Test
    void taxesOfLinesAndHeaderAgree() {
        bench.ship("ASN1", 1, s -> { });
        bench.rule("TAX_TYPE_REGION", false);
        Consumer<JsonNode> taxed = i -> {
            object(i, "").set("taxDetails", Caller.json("""
                {'a': [{'taxType': 'ST', 'taxAmount': {'currencyCode': 'USD', 'amount': '5.00'}}]}""").path("a"));
            object(i, "/invoiceTotal").put("amount", "117.50");
        };
        bench.bill("INV1", taxed);
        assertThat(bench.reason()).isEqualTo("TAX_SUM");
        bench.rule("TAX_SUM", false);
        bench.bill("INV2", taxed);
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
    }

    @Test
    void nothingIsInvoicedBeforeItWasShipped() {
        bench.bill("INV1", i -> { });
        assertThat(bench.reason()).isEqualTo("INVOICE_AFTER_SHIPMENT");
        bench.rule("INVOICE_AFTER_SHIPMENT", false);
        bench.bill("INV2", i -> { });
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
    }

    @Test
    void anInvoiceIsPaidOnItsDueDate() {
        bench.ship("ASN1", 1, s -> { });
        bench.bill("INV1", i -> { });
        bench.later(Duration.ofDays(29));
        assertThat(books("INV1").path("status").asText()).isEqualTo("IN_PROGRESS");
        bench.later(Duration.ofDays(2));
        assertThat(books("INV1").path("status").asText()).isEqualTo("PAID");
        assertThat(books("INV1").at("/payment/amount").decimalValue()).isEqualByComparingTo("112.50");
    }

    @Test
    void aShortageAndAPriceAboveTheOrderAreKeptBack() {
        bench.us.post("/_sim/orders/PO000001/shortages", "[{\"line\": \"1\", \"units\": 2}]");
        bench.ship("ASN1", 1, s -> { });
        bench.bill("INV1", i -> {
            object(i, "/items/1/netCost").put("amount", "2.50");
            object(i, "/invoiceTotal").put("amount", "120.00");
        });
        bench.later(Duration.ofDays(31));
        JsonNode invoice = books("INV1");
        assertThat(invoice.path("status").asText()).isEqualTo("PARTIALLY_PAID");
        assertThat(invoice.at("/payment/quantityVariance").decimalValue()).isEqualByComparingTo("9.00");
        assertThat(invoice.at("/payment/priceVariance").decimalValue()).isEqualByComparingTo("7.50");
        assertThat(invoice.at("/payment/amount").decimalValue()).isEqualByComparingTo("103.50");
        assertThat(invoice.at("/lines/0/quantityDefect").asText()).isEqualTo("SHORTAGES_IN_TRANSIT");
    }

    @Test
    void aNumberUsedTwiceIsNotRefusedAtOnceAndTheSameGoodsAreNotPaidTwice() {
        bench.ship("ASN1", 1, s -> { });
        bench.bill("INV1", i -> { });
        Caller.Got again = bench.bill("INV1", i -> { });
        assertThat(again.status()).isEqualTo(202);
        assertThat(bench.reason()).isEqualTo("DUPLICATE_INVOICE_DEFECT");
        bench.bill("INV2", i -> { });
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
        bench.later(Duration.ofDays(31));
        assertThat(books("INV2").path("status").asText()).isEqualTo("REJECTED");
        assertThat(books("INV2").at("/lines/0/quantityDefect").asText()).isEqualTo("DUPLICATE_INVOICE_DEFECT");
        assertThat(bench.us.get("/_sim/invoices?number=INV1").body().findValuesAsText("status")).containsExactly("PAID", "REJECTED");
        bench.later(Duration.ofDays(4_000));
        bench.rule("INVOICE_NUMBER_REUSED", false);
        bench.bill("INV1", i -> { });
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
    }

    @Test
    void earlyPaymentKeepsTheDiscount() {
        bench.ship("ASN1", 1, s -> { });
        bench.bill("INV1", i -> object(i, "/paymentTerms").put("discountPercent", "2").put("discountDueDays", 10));
        bench.later(Duration.ofDays(11));
        assertThat(books("INV1").path("status").asText()).isEqualTo("PAID");
        assertThat(books("INV1").at("/payment/amount").decimalValue()).isEqualByComparingTo("110.25");
        assertThat(books("INV1").at("/payment/discount").decimalValue()).isEqualByComparingTo("2.25");
    }

    @Test
    void theSummaryCountsWhatWasAcceptedOnce() {
        bench.ship("ASN1", 1, s -> { });
        bench.bill("INV1", i -> { });
        bench.bill("INV1", i -> { });
        JsonNode summary = bench.us.get("/_sim/summary").body();
        assertThat(summary.at("/acknowledgements/acceptedOnce").asInt()).isEqualTo(1);
        assertThat(summary.at("/shipmentConfirmations/orders/one").asInt()).isEqualTo(1);
        assertThat(summary.at("/invoices/verdicts/REFUSED").asInt()).isEqualTo(1);
        assertThat(summary.at("/orders/unitsShipped").asInt()).isEqualTo(40);
        bench.us.post(SimulatorBench.ACKNOWLEDGE, Samples.acknowledgement("PO000001"));
        assertThat(bench.us.get("/_sim/summary").body().at("/acknowledgements/acceptedAgainTheSame").asInt()).isEqualTo(1);
    }
}
