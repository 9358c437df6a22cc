// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Line;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Match;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Payment;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Status;
import io.acornhub.simulator.internal.orders.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The three-way match: what was invoiced against what was ordered and received. PQV is the cost of units that were not received or
 * were invoiced before, PPV what the rest costs above the order. Taxes follow the goods; charges and allowances are paid as they are.
 */
final class Settlement {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final Invoices invoices;
    private long payments = 700_000_000;

    Settlement(Invoices invoices) {
        this.invoices = invoices;
    }

    static boolean discounted(JsonNode document) {
        JsonNode terms = document.path("paymentTerms");
        BigDecimal percent = Json.decimal(terms, "discountPercent");
        return percent != null && percent.signum() > 0 && terms.has("discountDueDays");
    }

    void settle(VendorInvoice invoice, Instant time) {
        String number = String.valueOf(payments++);
        BigDecimal total = invoice.total().amount();
        if (invoice.creditNote()) {
            invoice.settle(Status.DEDUCTED, invoice.lines(), new Payment(number, time, total.negate(), BigDecimal.ZERO, BigDecimal.ZERO,
                BigDecimal.ZERO), time);
            return;
        }
        List<Line> lines = new ArrayList<>();
        BigDecimal goods = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal quantityVariance = BigDecimal.ZERO;
        BigDecimal priceVariance = BigDecimal.ZERO;
        for (Line line : invoice.lines()) {
            Match match = match(line);
            lines.add(line.with(match));
            goods = goods.add(Cents.round(line.amount()));
            paid = paid.add(match.paid());
            quantityVariance = quantityVariance.add(match.quantityVarianceAmount());
            priceVariance = priceVariance.add(match.priceVariance());
        }
        boolean full = quantityVariance.signum() == 0 && priceVariance.signum() == 0;
        BigDecimal amount = full ? total : paid.add(rest(invoice.document(), goods, paid));
        BigDecimal discount = BigDecimal.ZERO;
        if (discounted(invoice.document())) {
            discount = Cents.round(amount.multiply(Json.decimal(invoice.document(), "paymentTerms", "discountPercent"))
                .divide(HUNDRED, 6, RoundingMode.HALF_UP));
        }
        boolean duplicate = paid.signum() == 0 && lines.stream().allMatch(l -> "DUPLICATE_INVOICE_DEFECT".equals(
            l.match().quantityDefect()));
        Status status = full ? Status.PAID : duplicate ? Status.REJECTED : Status.PARTIALLY_PAID;
        Payment payment = new Payment(number, time, duplicate ? BigDecimal.ZERO : amount.subtract(discount), discount, quantityVariance,
            priceVariance);
        invoice.settle(status, lines, payment, time);
    }

    /** Charges less allowances, and the taxes of that share of the goods that is paid. */
    private static BigDecimal rest(JsonNode document, BigDecimal goods, BigDecimal paid) {
        BigDecimal tax = Cents.sum(document.path("taxDetails"), "taxAmount");
        BigDecimal due = goods.signum() == 0 ? BigDecimal.ZERO : tax.multiply(paid).divide(goods, 2, RoundingMode.HALF_UP);
        BigDecimal other = Cents.sum(document.path("chargeDetails"), "chargeAmount")
            .subtract(Cents.sum(document.path("allowanceDetails"), "allowanceAmount"));
        return paid.signum() == 0 ? BigDecimal.ZERO : due.add(other);
    }

    private Match match(Line line) {
        OrderLine order = line.orderLine();
        if (order == null) {
            BigDecimal amount = Cents.round(line.amount());
            return new Match(line.quantity(), 0, BigDecimal.ZERO, BigDecimal.ZERO, amount, null);
        }
        long before = invoices.matched(order);
        long matched = Math.max(0, Math.min(line.quantity(), order.receivedUnits() - before));
        invoices.match(order, matched);
        long variance = line.quantity() - matched;
        BigDecimal amount = Cents.round(line.amount());
        // by share of the line's amount, so that goods priced by weight come out right too
        BigDecimal missing = line.quantity() == 0 ? BigDecimal.ZERO
            : amount.multiply(BigDecimal.valueOf(variance)).divide(BigDecimal.valueOf(line.quantity()), 2, RoundingMode.HALF_UP);
        BigDecimal rest = amount.subtract(missing);
        BigDecimal price = BigDecimal.ZERO;
        BigDecimal agreed = order.netCost() == null ? line.unitCost() : order.netCost().amount();
        if (line.unitCost().compareTo(agreed) > 0) {
            price = rest.subtract(rest.multiply(agreed).divide(line.unitCost(), 2, RoundingMode.HALF_UP));
        }
        return new Match(matched, variance, missing, price, rest.subtract(price), variance == 0 ? null : defect(line, order, before));
    }

    /** Amazon's word for units that cannot be matched. */
    private String defect(Line line, OrderLine order, long before) {
        if (order.acceptedUnits() == 0) {
            return "REJECTED_LINE_ITEM_ON_PO";
        }
        if (before >= order.receivedUnits() && before > 0) {
            return "DUPLICATE_INVOICE_DEFECT";
        }
        return invoices.invoiced(order) > order.shippedUnits() ? "OVERBILLING" : "SHORTAGES_IN_TRANSIT";
    }
}
