// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the Finances Invoices API says of an invoice and its payment. Amounts are in {@code currency}; null where Amazon says none.
 *
 * @param identifier {@code InvoiceNumber~PayeeCode}
 * @param status IN_PROGRESS, REJECTED, PARTIALLY_PAID, PAID, PARTIALLY_DEDUCTED, DEDUCTED, or as Amazon writes it
 * @param queued is to be paid next; {@code discount} taken for quick payment
 * @param remittances numbers of the payments that hold it
 */
public record SettledInvoice(String invoiceNumber, String identifier, String status, String currency, BigDecimal amount,
                             BigDecimal paid, BigDecimal queued, BigDecimal discount, BigDecimal quantityVariance,
                             BigDecimal priceVariance, Instant dueDate, List<String> remittances, Instant modifiedAt, List<Line> lines) {

    /**
     * One line.
     *
     * @param item the ASIN, else the first identifier
     * @param variances kinds (PQV, PPV, OTHER) with their defects, such as {@code PQV SHORTAGES_IN_TRANSIT}
     */
    public record Line(String lineItem, String item, BigDecimal quantity, BigDecimal amount, BigDecimal matchedQuantity,
                       BigDecimal matchedAmount, BigDecimal paidQuantity, BigDecimal paidAmount, BigDecimal quantityVariance,
                       BigDecimal priceVariance, List<String> variances, List<String> shortageInvoices) {
    }

    /** The invoices of a page of getInvoiceHeaders, without lines. */
    public static List<SettledInvoice> headers(JsonNode answer) {
        return Lenient.list(answer, "invoices").stream().filter(h -> Lenient.text(h, "invoiceIdentifier") != null)
            .map(h -> read(h, List.of())).toList();
    }

    /** The answer of getInvoice with the lines of all its pages; null where it has no invoice. */
    public static SettledInvoice one(JsonNode answer, List<JsonNode> items) {
        JsonNode header = answer.path("invoiceHeader");
        return Lenient.text(header, "invoiceIdentifier") == null ? null
            : read(header, items.stream().map(SettledInvoice::line).toList());
    }

    private static SettledInvoice read(JsonNode header, List<Line> lines) {
        String identifier = Lenient.text(header, "invoiceIdentifier");
        String number = Lenient.text(header, "invoiceNumber");
        return new SettledInvoice(number == null ? identifier.replaceFirst("~[^~]*$", "") : number, identifier,
            ItemAmount.word(header, "invoiceStatus"), Lenient.text(header, "invoiceAmount", "currencyCode"),
            Lenient.decimal(header, "invoiceAmount", "currencyAmount"), settled(header, "AmountPaid"), settled(header, "QueuedForPayment"),
            settled(header, "QuickPayDiscount"), settled(header, "QuantityVarianceAmount"), settled(header, "PriceVariance"),
            Lenient.instant(header, "dueDate"), related(header.path("relatedIdentifiers"), "UNIQUE_PAYMENT_IDS"),
            Lenient.instant(header, "lastUpdatedDate"), lines);
    }

    private static BigDecimal settled(JsonNode header, String type) {
        return header.path("invoiceSettlementBreakdowns").isArray() ? Lenient.list(header, "invoiceSettlementBreakdowns").stream()
            .filter(b -> type.equalsIgnoreCase(Lenient.text(b, "breakdownType")))
            .map(b -> Lenient.decimal(b, "breakdownAmount", "currencyAmount")).filter(n -> n != null).findFirst().orElse(null) : null;
    }

    private static List<String> related(JsonNode identifiers, String name) {
        List<String> found = new ArrayList<>();
        for (JsonNode identifier : identifiers) {
            if (name.equalsIgnoreCase(Lenient.text(identifier, "relatedIdentifierName"))) {
                identifier.path("relatedIdentifierValue").forEach(v -> found.add(v.asText()));
            }
        }
        return found;
    }

    private static Line line(JsonNode item) {
        JsonNode matching = item.path("lineItemContext").path("matchingContext");
        List<String> variances = new ArrayList<>();
        for (JsonNode reason : matching.path("varianceReasons")) {
            StringBuilder words = new StringBuilder(String.valueOf(ItemAmount.word(reason, "varianceType")));
            reason.path("defectTypes").forEach(d -> words.append(' ').append(d.asText()));
            variances.add(words.toString());
        }
        JsonNode identifiers = item.path("lineItemContext").path("itemIdentifiers");
        String named = Lenient.text(identifiers.path(0), "itemIdentifierValue");
        for (JsonNode identifier : identifiers) {
            if ("ASIN".equals(ItemAmount.word(identifier, "itemIdentifierName"))) {
                named = Lenient.text(identifier, "itemIdentifierValue");
            }
        }
        return new Line(Lenient.text(item, "lineItemId"), named, Lenient.decimal(item, "quantity"),
            Lenient.decimal(item, "totalAmount", "currencyAmount"), Lenient.decimal(matching, "matchedQuantity"),
            Lenient.decimal(matching, "matchedAmount", "currencyAmount"), Lenient.decimal(matching, "paidQuantity"),
            Lenient.decimal(matching, "paidAmount", "currencyAmount"), Lenient.decimal(matching, "quantityVariance"),
            Lenient.decimal(matching, "priceVariance", "currencyAmount"), variances,
            related(item.path("relatedItemIdentifiers"), "SHORTAGE_INVOICE_IDS"));
    }
}
