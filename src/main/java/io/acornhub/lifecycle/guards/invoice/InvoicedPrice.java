// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.PriceBasis;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.LineReference;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The price is the one acknowledged, or the order's where the acknowledgment said none; a credit note may give back less. */
public final class InvoicedPrice extends NamedGuard<Invoice> {
    public InvoicedPrice() {
        super("price", FaultCode.PRICE_DIFFERS, "a price other than the one acknowledged");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        List<LineReference> references = LineReference.of(invoice);
        for (int i = 0; i < references.size(); i++) {
            LineReference reference = references.get(i);
            Invoice.Line line = invoice.lines().get(i);
            Optional<OrderState.Line> ordered = reference.line(book);
            if (ordered.isEmpty() || line.price() == null || line.price().amount() == null) {
                continue;
            }
            BigDecimal agreed = ordered.get().acknowledgedPrice() != null ? ordered.get().acknowledgedPrice() : ordered.get().unitPrice();
            String basis = reference.order(book).flatMap(o -> o.order().lines().stream()
                .filter(l -> LineNumbers.same(l.lineNo(), reference.lineNo())).findFirst())
                .map(PurchaseOrder.Line::price).map(Price::basis).orElse(null);
            int difference = agreed == null ? 0 : compare(line, agreed, basis, ordered.get());
            if (difference > 0 || difference < 0 && !"CREDIT".equals(invoice.kind())) {
                faults.add(fault(reference.path() + ".price", plain(line.price().amount()), "Line " + reference.lineNo() + " of order "
                    + reference.poNumber() + " is invoiced at " + plain(line.price().amount()) + ", agreed are " + plain(agreed)
                    + (basis == null ? "" : " (basis " + basis + ")") + ". Correct the price in the ERP."));
            }
        }
        return faults;
    }

    /** The line's price against the agreed one: as amounts, or per unit where their bases differ and both say for what. */
    private static int compare(Invoice.Line line, BigDecimal agreed, String basis, OrderState.Line ordered) {
        Optional<BigDecimal> own = PriceBasis.perUnit(line.price().basis(), sized(line, ordered));
        Optional<BigDecimal> theirs = PriceBasis.perUnit(basis, sized(line, ordered));
        return own.isEmpty() || theirs.isEmpty() ? line.price().amount().compareTo(agreed)
            : line.price().amount().multiply(own.get()).compareTo(agreed.multiply(theirs.get()));
    }

    private static Quantity sized(Invoice.Line line, OrderState.Line ordered) {
        return line.quantity() != null && line.quantity().unitSize() != null ? line.quantity()
            : new Quantity(BigDecimal.ONE, ordered.unit(), ordered.unitSize());
    }
}
