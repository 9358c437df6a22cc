// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Packing;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.base.Rule;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Line;
import io.acornhub.simulator.internal.orders.OrderLine;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One invoice by itself and against its orders: the errors, and its lines. */
final class InvoiceCheck {
    private static final String US = "ATVPDKIKX0DER";
    private final Account account;
    private final JsonNode document;
    private final Orders orders;
    private final Rules rules;
    private final Instant time;
    private final List<ApiError> errors = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    InvoiceCheck(Account account, JsonNode document, Orders orders, Rules rules, Instant time) {
        this.account = account;
        this.document = document;
        this.orders = orders;
        this.rules = rules;
        this.time = time;
        boolean creditNote = "CreditNote".equals(Json.text(document, "invoiceType"));
        document.path("items").forEach(item -> line(item, creditNote));
        header(creditNote);
        sums();
        if (!creditNote) {
            orders();
        }
    }

    List<ApiError> errors() {
        return errors;
    }

    List<Line> lines() {
        return lines;
    }

    private void line(JsonNode item, boolean creditNote) {
        String number = item.path("itemSequenceNumber").asText();
        String po = Json.text(item, "purchaseOrderNumber");
        PurchaseOrder order = po == null ? null : orders.find(account, po).orElse(null);
        OrderLine line = order == null ? null : orderLine(order, item);
        if (order == null && (po != null || !creditNote)) {
            error("INVALID_ORDER_ID", "Line " + number + " names " + (po == null ? "no purchase order." : "purchase order " + po
                + ", which there is not."));
        } else if (order != null && line == null) {
            error("INVALID_ITEM", "Line " + number + ": purchase order " + po + " has no such item.");
        }
        JsonNode quantity = item.path("invoicedQuantity");
        long units = quantity.path("amount").asLong() * Packing.of(quantity, line == null ? new Packing("Eaches", 1)
            : line.packing()).size();
        BigDecimal cost = Json.decimal(item, "netCost", "amount");
        cost = cost == null ? BigDecimal.ZERO : cost;
        BigDecimal weight = item.has("netCostUnitOfMeasure") ? Json.decimal(quantity, "totalWeight", "amount") : null;
        BigDecimal amount = cost.multiply(weight == null ? BigDecimal.valueOf(units) : weight);
        lines.add(new Line(number, order, line, item, units, cost, amount, null));
    }

    private static OrderLine orderLine(PurchaseOrder order, JsonNode item) {
        String asin = Json.text(item, "amazonProductIdentifier");
        String product = Json.text(item, "vendorProductIdentifier");
        List<OrderLine> fitting = order.lines().stream().filter(l -> asin != null && asin.equals(l.asin())
            || product != null && product.equals(l.vendorProduct())).toList();
        return fitting.stream().filter(l -> l.sequence().equals(item.path("itemSequenceNumber").asText())).findFirst()
            .orElse(fitting.isEmpty() ? null : fitting.get(0));
    }

    private void header(boolean creditNote) {
        refuse(Rule.CREDIT_NOTE_REGION, creditNote && !account.region().equals("EU"), "Credit notes exist in the EU only");
        refuse(Rule.TAX_TYPE_REGION, account.group().marketplace().equals(US) && !document.findValues("taxType").isEmpty(),
            "An invoice of the US names no tax type");
        refuse(Rule.INVOICE_DATE, issued().isAfter(time), "The invoice's date is in the future");
        JsonNode billTo = document.path("billToParty");
        refuse(Rule.INVOICE_ADDRESSES, !billTo.path("address").isObject() || !document.path("remitToParty").path("address").isObject(),
            "billToParty and remitToParty need an address");
        if (lines.isEmpty()) {
            error("INVALID_ITEM", "The invoice has no items.");
        }
    }

    private Instant issued() {
        return Json.instant(Json.text(document, "date"));
    }

    private void sums() {
        BigDecimal goods = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rounded = lines.stream().map(l -> Cents.round(l.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal charges = Cents.sum(document.path("chargeDetails"), "chargeAmount");
        BigDecimal allowances = Cents.sum(document.path("allowanceDetails"), "allowanceAmount");
        BigDecimal tax = Cents.sum(document.path("taxDetails"), "taxAmount");
        BigDecimal rest = charges.subtract(allowances).add(tax);
        BigDecimal total = Json.decimal(document, "invoiceTotal", "amount");
        boolean right = total != null && total.signum() != 0 && (Cents.round(goods.add(rest)).compareTo(total) == 0
            || Cents.round(rounded.add(rest)).compareTo(total) == 0);
        refuse(Rule.INVOICE_TOTAL, !right, "invoiceTotal is " + total + ", the lines with charges, allowances and taxes come to "
            + Cents.round(goods.add(rest)));
        refuse(Rule.INVOICE_TOTAL, !Objects.equals(Json.text(document, "invoiceTotal", "currencyCode"), account.group().currency()),
            "The account's currency is " + account.group().currency());
        BigDecimal lineTax = BigDecimal.ZERO;
        BigDecimal lineCharges = BigDecimal.ZERO;
        BigDecimal lineAllowances = BigDecimal.ZERO;
        for (JsonNode item : document.path("items")) {
            lineTax = lineTax.add(Cents.sum(item.path("taxDetails"), "taxAmount"));
            lineCharges = lineCharges.add(Cents.sum(item.path("chargeDetails"), "chargeAmount"));
            lineAllowances = lineAllowances.add(Cents.sum(item.path("allowanceDetails"), "allowanceAmount"));
        }
        refuse(Rule.INVOICE_TOTAL, lineCharges.compareTo(charges) > 0 || lineAllowances.compareTo(allowances) > 0,
            "Charges and allowances of lines are missing in the header");
        for (String list : List.of("chargeDetails", "allowanceDetails")) {
            for (JsonNode entry : document.path(list)) {
                lineTax = lineTax.add(Cents.sum(entry.path("taxDetails"), "taxAmount"));
            }
        }
        refuse(Rule.TAX_SUM, lineTax.compareTo(tax) != 0, "The header's taxes are " + tax + ", those of the lines " + lineTax);
    }

    private void orders() {
        for (Line line : lines) {
            PurchaseOrder order = line.order();
            if (order == null) {
                continue;
            }
            refuse(Rule.INVOICE_DATE, issued().truncatedTo(ChronoUnit.DAYS).isBefore(order.created().truncatedTo(ChronoUnit.DAYS)),
                "The invoice is older than order " + order.number());
            refuse(Rule.INVOICE_AFTER_SHIPMENT, !order.acknowledged() || line.orderLine() != null && line.orderLine().shippedUnits() == 0,
                "Line " + line.number() + " of order " + order.number() + " was not confirmed and shipped");
            refuse(Rule.BILL_TO, !billedTo(order), "billToParty is not Amazon's record of it for order " + order.number());
        }
    }

    private boolean billedTo(PurchaseOrder order) {
        JsonNode billTo = document.path("billToParty");
        String expected = account.group().billTo() == null ? Json.text(order.header(), "billToParty", "partyId")
            : account.group().billTo();
        if (expected != null && !expected.equals(Json.text(billTo, "partyId"))) {
            return false;
        }
        JsonNode record = order.header().path("billToParty").path("address");
        JsonNode address = billTo.path("address");
        // the one thing that has another name in the invoice
        return !record.isObject() || !address.isObject() || same(record, address, "name") && same(record, address, "addressLine1")
            && same(record, address, "city") && same(record, address, "countryCode")
            && Objects.equals(Json.text(record, "postalCode"), Json.text(address, "postalOrZipCode"));
    }

    private static boolean same(JsonNode record, JsonNode address, String name) {
        return Objects.equals(Json.text(record, name), Json.text(address, name));
    }

    private void refuse(Rule rule, boolean broken, String message) {
        if (broken && rules.on(rule)) {
            error(rule.name(), message + ".");
        }
    }

    private void error(String code, String message) {
        errors.add(new ApiError(code, message));
    }
}
