// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.finances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.invoices.VendorInvoice;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Payment;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An invoice's header as the Finances API writes it. Amounts are JSON numbers here, unlike everywhere else. */
final class InvoiceJson {
    private InvoiceJson() {
    }

    static ObjectNode header(VendorInvoice invoice) {
        String currency = invoice.total().currencyCode();
        BigDecimal total = invoice.total().amount();
        ObjectNode json = Json.object().put("invoiceNumber", invoice.number()).put("invoiceIdentifier", invoice.identifier())
            .put("invoiceStatus", invoice.status().name()).put("invoiceType", invoice.creditNote() ? "OTHER" : "AP_INVENTORY");
        party(json.putObject("payee"), invoice.account().group().name(), "VENDOR", invoice.document().path("remitToParty"));
        party(json.putObject("payer"), "AMAZON_" + invoice.account().region(), "AMAZON", invoice.document().path("billToParty"));
        json.put("issueDate", invoice.issued().toString()).put("dueDate", invoice.due().toString());
        JsonNode days = invoice.document().path("paymentTerms").path("netDueDays");
        if (days.isNumber()) {
            json.put("paymentTerms", "NET" + days.asInt());
        }
        json.set("invoiceAmount", money(total, currency));
        BigDecimal tax = taxes(invoice.document().path("taxDetails"));
        BigDecimal other = sum(invoice.document().path("chargeDetails"), "chargeAmount")
            .subtract(sum(invoice.document().path("allowanceDetails"), "allowanceAmount"));
        ObjectNode whole = breakdown(json.putArray("invoiceAmountBreakdowns"), "Total", total, currency);
        ArrayNode parts = (ArrayNode) whole.get("breakdowns");
        breakdown(parts, "InvoiceAmountWithoutTax", total.subtract(tax), currency);
        breakdown(parts, "TaxAmount", tax, currency);
        if (other.signum() != 0) {
            breakdown(parts, "MiscCharges", other, currency);
        }
        settlement(json, invoice, total, currency);
        related(json, invoice);
        return json.put("creationDate", invoice.created().toString()).put("lastUpdatedDate", invoice.modified().toString());
    }

    private static void settlement(ObjectNode json, VendorInvoice invoice, BigDecimal total, String currency) {
        if (invoice.status() == VendorInvoice.Status.REJECTED) {
            return;
        }
        ArrayNode parts = json.putArray("invoiceSettlementBreakdowns");
        Payment payment = invoice.payment();
        breakdown(parts, "AmountPaid", payment == null ? BigDecimal.ZERO : payment.amount(), currency);
        breakdown(parts, "QueuedForPayment", payment == null ? total : BigDecimal.ZERO, currency);
        if (payment != null) {
            breakdown(parts, "QuickPayDiscount", payment.discount().negate(), currency);
            breakdown(parts, "QuantityVarianceAmount", payment.quantityVariance().negate(), currency);
            breakdown(parts, "PriceVariance", payment.priceVariance().negate(), currency);
        }
    }

    private static void related(ObjectNode json, VendorInvoice invoice) {
        ArrayNode related = json.putArray("relatedIdentifiers");
        identifiers(related, "PAYEE_CODE", List.of(invoice.payeeCode()));
        identifiers(related, "PURCHASE_ORDER_IDS", invoice.orders());
        Set<String> vendors = new TreeSet<>();
        Set<String> warehouses = new TreeSet<>();
        invoice.lines().stream().filter(line -> line.order() != null).forEach(line -> {
            vendors.add(line.order().vendorCode());
            warehouses.add(line.order().shipTo());
        });
        identifiers(related, "VENDOR_CODE", vendors);
        identifiers(related, "WAREHOUSE_ID", warehouses);
        if (invoice.payment() != null) {
            identifiers(related, "UNIQUE_PAYMENT_IDS", List.of(invoice.payment().number()));
            if (invoice.payment().quantityVariance().signum() > 0) {
                identifiers(related, "SHORTAGE_INVOICE_IDS", List.of(shortage(invoice)));
            }
        }
    }

    /** The number a shortage claim is booked under. */
    static String shortage(VendorInvoice invoice) {
        return invoice.number() + "SC";
    }

    static void identifiers(ArrayNode related, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            related.addObject().put("relatedIdentifierName", name).set("relatedIdentifierValue", Json.MAPPER.valueToTree(values));
        }
    }

    private static void party(ObjectNode json, String id, String type, JsonNode party) {
        json.put("partnerId", id).put("partnerType", type);
        String code = Json.text(party, "partyId");
        json.set("partnerEntities", Json.MAPPER.valueToTree(code == null ? List.of() : List.of(code)));
        String name = Json.text(party, "address", "name");
        if (name != null) {
            json.put("partnerName", name);
        }
    }

    static ObjectNode money(BigDecimal amount, String currency) {
        return Json.object().put("currencyCode", currency).put("currencyAmount", amount);
    }

    static ObjectNode breakdown(ArrayNode list, String type, BigDecimal amount, String currency) {
        ObjectNode json = list.addObject().put("breakdownType", type);
        json.set("breakdownAmount", money(amount, currency));
        json.putArray("breakdowns");
        return json;
    }

    static BigDecimal taxes(JsonNode list) {
        return sum(list, "taxAmount");
    }

    private static BigDecimal sum(JsonNode list, String money) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode entry : list) {
            BigDecimal amount = Json.decimal(entry, money, "amount");
            sum = amount == null ? sum : sum.add(amount);
        }
        return sum;
    }
}
