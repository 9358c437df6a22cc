// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.finances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.invoices.VendorInvoice;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Line;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Match;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** An invoice's line as the Finances API writes it, with how it was matched against order and receipt. */
final class InvoiceLineJson {
    /** A difference of cost below this, for one unit, comes from rounding. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private InvoiceLineJson() {
    }

    static ObjectNode line(VendorInvoice invoice, Line line) {
        String currency = invoice.total().currencyCode();
        BigDecimal goods = cents(line.amount());
        BigDecimal tax = InvoiceJson.taxes(line.item().path("taxDetails"));
        ObjectNode json = Json.object().put("lineItemId", line.number());
        json.set("unitCost", InvoiceJson.money(line.unitCost(), currency));
        json.put("quantity", line.quantity());
        json.set("totalAmount", InvoiceJson.money(goods.add(tax), currency));
        ArrayNode parts = json.putArray("totalAmountBreakdown");
        InvoiceJson.breakdown(parts, "ItemCostWithoutTax", goods, currency);
        InvoiceJson.breakdown(parts, "ItemTaxAmount", tax, currency);
        ObjectNode context = json.putObject("lineItemContext").put("lineItemType", "GOODS");
        identifiers(context.putArray("itemIdentifiers"), line);
        if (line.match() != null) {
            context.set("matchingContext", match(line, line.match(), currency));
        }
        ArrayNode related = json.putArray("relatedItemIdentifiers");
        if (line.order() != null) {
            InvoiceJson.identifiers(related, "PURCHASE_ORDER_IDS", List.of(line.order().number()));
        }
        if (line.match() != null && line.match().quantityVariance() > 0) {
            InvoiceJson.identifiers(related, "SHORTAGE_INVOICE_IDS", List.of(InvoiceJson.shortage(invoice)));
        }
        return json;
    }

    private static void identifiers(ArrayNode list, Line line) {
        String asin = Json.text(line.item(), "amazonProductIdentifier");
        String product = Json.text(line.item(), "vendorProductIdentifier");
        if (asin != null) {
            list.addObject().put("itemIdentifierName", "ASIN").put("itemIdentifierValue", asin);
        }
        if (product != null) {
            String name = !product.matches("\\d+") ? "SKU" : switch (product.length()) {
                case 12 -> "UPC";
                case 13 -> "EAN";
                default -> "EXTERNAL_ID";
            };
            list.addObject().put("itemIdentifierName", name).put("itemIdentifierValue", product);
        }
    }

    private static ObjectNode match(Line line, Match match, String currency) {
        ObjectNode json = Json.object().put("matchedQuantity", match.matchedQuantity());
        json.set("matchedAmount", InvoiceJson.money(cents(line.amount()).subtract(match.quantityVarianceAmount())
            .subtract(match.priceVariance()), currency));
        json.put("quantityVariance", match.quantityVariance());
        json.set("priceVariance", InvoiceJson.money(match.priceVariance(), currency));
        json.put("paidQuantity", match.matchedQuantity());
        json.set("paidAmount", InvoiceJson.money(match.paid(), currency));
        ArrayNode reasons = json.putArray("varianceReasons");
        if (match.quantityVariance() > 0) {
            reasons.addObject().put("varianceType", "PQV").putArray("defectTypes").add(match.quantityDefect());
        }
        if (match.priceVariance().signum() > 0) {
            reasons.addObject().put("varianceType", "PPV").putArray("defectTypes").add(priceDefect(line, match));
        }
        return json;
    }

    private static String priceDefect(Line line, Match match) {
        BigDecimal each = match.priceVariance().divide(BigDecimal.valueOf(Math.max(1, match.matchedQuantity())), 6, RoundingMode.HALF_UP);
        if (each.compareTo(ROUNDING) < 0) {
            return "ROUNDING_ISSUES";
        }
        return line.order().changed() != null ? "AMAZON_POC_LOWERING_COST_ON_PO" : "PRODUCT_COST_NOT_ACTIVE";
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
