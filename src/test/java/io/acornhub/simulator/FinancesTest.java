// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static io.acornhub.simulator.SimulatorBench.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** getInvoiceHeaders and getInvoice: what became of an invoice, and why less was paid. */
class FinancesTest {
    private static final String PATH = "/finances/invoices/2026-06-25/invoices";
    private static final String HERE = "?marketplaceId=ATVPDKIKX0DER";
    private final SimulatorBench bench = new SimulatorBench();

    @BeforeEach
    void ship() {
        bench.acknowledge(a -> { });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private JsonNode invoice(String number) {
        Caller.Got got = bench.us.get(PATH + "/" + number + "%7EACMEPAY" + HERE);
        assertThat(got.status()).as("%s", got.body()).isEqualTo(200);
        return got.body();
    }

    private static String amount(JsonNode list, String type) {
        for (JsonNode part : list) {
            if (part.path("breakdownType").asText().equals(type)) {
                return part.at("/breakdownAmount/currencyAmount").decimalValue().setScale(2).toPlainString();
            }
        }
        return "none";
    }

    private static JsonNode related(JsonNode list, String name) {
        for (JsonNode part : list) {
            if (part.path("relatedIdentifierName").asText().equals(name)) {
                return part.path("relatedIdentifierValue");
            }
        }
        return list.path("none");
    }

    @Test
    void anInvoiceIsInProgressThenPaidAndNamesItsRemittance() {
        bench.ship("ASN1", 1, s -> { });
        bench.bill("INV1", i -> { });
        JsonNode header = invoice("INV1").path("invoiceHeader");
        assertThat(header.path("invoiceStatus").asText()).isEqualTo("IN_PROGRESS");
        assertThat(header.path("invoiceType").asText()).isEqualTo("AP_INVENTORY");
        assertThat(header.path("paymentTerms").asText()).isEqualTo("NET30");
        assertThat(amount(header.path("invoiceSettlementBreakdowns"), "QueuedForPayment")).isEqualTo("112.50");
        assertThat(related(header.path("relatedIdentifiers"), "UNIQUE_PAYMENT_IDS")).isEmpty();
        Instant before = bench.now();
        bench.later(Duration.ofDays(31));
        header = invoice("INV1").path("invoiceHeader");
        assertThat(header.path("invoiceStatus").asText()).isEqualTo("PAID");
        assertThat(amount(header.path("invoiceSettlementBreakdowns"), "AmountPaid")).isEqualTo("112.50");
        assertThat(related(header.path("relatedIdentifiers"), "UNIQUE_PAYMENT_IDS")).hasSize(1);
        assertThat(related(header.path("relatedIdentifiers"), "PURCHASE_ORDER_IDS").path(0).asText()).isEqualTo("PO000001");
        assertThat(bench.us.get(PATH + HERE + "&invoicesModifiedAfter=" + before.plusSeconds(1)).body().path("numOfRecords").asInt())
            .isEqualTo(1);
        assertThat(bench.us.get(PATH + HERE + "&invoicesModifiedAfter=" + bench.now()).body().path("invoices")).isEmpty();
    }

    @Test
    void theLinesSayWhyLessWasPaid() {
        bench.us.post("/_sim/orders/PO000001/shortages", "[{\"line\": \"1\", \"units\": 2}]");
        bench.ship("ASN1", 1, s -> { });
        bench.bill("INV1", i -> {
            object(i, "/items/1/netCost").put("amount", "2.50");
            object(i, "/invoiceTotal").put("amount", "120.00");
        });
        bench.later(Duration.ofDays(31));
        JsonNode invoice = invoice("INV1");
        assertThat(invoice.at("/invoiceHeader/invoiceStatus").asText()).isEqualTo("PARTIALLY_PAID");
        JsonNode settled = invoice.at("/invoiceHeader/invoiceSettlementBreakdowns");
        assertThat(amount(settled, "QuantityVarianceAmount")).isEqualTo("-9.00");
        assertThat(amount(settled, "PriceVariance")).isEqualTo("-7.50");
        JsonNode first = invoice.at("/invoiceItems/0/lineItemContext/matchingContext");
        assertThat(first.path("matchedQuantity").asInt()).isEqualTo(8);
        assertThat(first.path("quantityVariance").asInt()).isEqualTo(2);
        assertThat(first.at("/varianceReasons/0/varianceType").asText()).isEqualTo("PQV");
        assertThat(first.at("/varianceReasons/0/defectTypes/0").asText()).isEqualTo("SHORTAGES_IN_TRANSIT");
        JsonNode second = invoice.at("/invoiceItems/1/lineItemContext/matchingContext");
        assertThat(second.at("/varianceReasons/0/varianceType").asText()).isEqualTo("PPV");
        assertThat(second.at("/varianceReasons/0/defectTypes/0").asText()).isEqualTo("PRODUCT_COST_NOT_ACTIVE");
        assertThat(second.at("/paidAmount/currencyAmount").decimalValue()).isEqualByComparingTo("67.50");
        assertThat(related(invoice.at("/invoiceItems/0/relatedItemIdentifiers"), "SHORTAGE_INVOICE_IDS").path(0).asText())
            .isEqualTo("INV1SC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                                                                                 | marketplaceId is missing",
        "?marketplaceId=A1PA6795UKMFR9                                                      | is not one of marketplace",
        "?marketplaceId=ATVPDKIKX0DER&fromIssueDate=2026-01-01T00:00:00Z                    | or neither",
        "?marketplaceId=ATVPDKIKX0DER&fromIssueDate=2026-01-01&toIssueDate=2026-04-02       | at most 90 days",
        "?marketplaceId=ATVPDKIKX0DER&fromIssueDate=2026-02-01&toIssueDate=2026-01-02       | must not be later",
        "?marketplaceId=ATVPDKIKX0DER&nextToken=abc                                         | nextToken is not valid"})
    void whatIsAskedWronglyIsRefused(String query, String reason) {
        Caller.Got refused = bench.us.get(PATH + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/message").asText()).contains(reason);
        assertThat(bench.us.get(PATH + "/NONE~ACMEPAY" + HERE).status()).isEqualTo(404);
    }

    @Test
    void headersComeByTheHundredAndLinesBySixHundred() {
        for (int i = 0; i < 101; i++) {
            bench.bill(String.format("INV%03d", i), invoice -> { });
        }
        JsonNode first = bench.us.get(PATH + HERE).body();
        assertThat(first.path("invoices")).hasSize(100);
        JsonNode second = bench.us.get(PATH + HERE + "&nextToken=" + Caller.encoded(first.path("nextToken").asText())).body();
        assertThat(second.path("numOfRecords").asInt()).isEqualTo(1);
        assertThat(second.has("nextToken")).isFalse();
        bench.bill("LONG", invoice -> {
            ArrayNode items = (ArrayNode) invoice.path("items");
            ObjectNode line = items.get(0).deepCopy();
            items.removeAll();
            for (int i = 1; i <= 601; i++) {
                items.add(line.deepCopy().put("itemSequenceNumber", i));
            }
        });
        JsonNode page = invoice("LONG");
        assertThat(page.path("invoiceItems")).hasSize(600);
        JsonNode rest = bench.us.get(PATH + "/LONG%7EACMEPAY" + HERE + "&nextTokenForLineItems="
            + Caller.encoded(page.path("nextTokenForLineItems").asText())).body();
        assertThat(rest.path("invoiceItems")).hasSize(1);
        assertThat(rest.at("/invoiceItems/0/lineItemId").asText()).isEqualTo("601");
    }

    @Test
    void everyAnswerIsAsAmazonsModelSays() {
        AmazonModel model = AmazonModel.of("financesInvoices_2026-06-25");
        bench.us.post("/_sim/orders/PO000001/shortages", "[{\"line\": \"1\", \"units\": 2}]");
        bench.ship("ASN1", 1, s -> { });
        bench.bill("INV1", i -> object(i, "/items/1/netCost").put("amount", "2.50"));
        bench.bill("INV2", i -> { });
        model.accepts("getInvoice", 200, invoice("INV1"));
        bench.later(Duration.ofDays(31));
        for (String number : new String[] {"INV1", "INV2"}) {
            model.accepts("getInvoice", 200, invoice(number));
        }
        model.accepts("getInvoiceHeaders", 200, bench.us.get(PATH + HERE).body());
        model.accepts("getInvoiceHeaders", 400, bench.us.get(PATH).body());
        model.accepts("getInvoice", 404, bench.us.get(PATH + "/NONE~X" + HERE).body());
    }
}
