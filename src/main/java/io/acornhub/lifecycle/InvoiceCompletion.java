// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static io.acornhub.lifecycle.LineMatch.common;
import static io.acornhub.lifecycle.LineMatch.or;

import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes an invoice from its orders: line numbers, item ids, vendor code, order date, currency, ship-to and bill-to, what the price
 * is for, and the order's unit where the item's pack size is configured. What the ERP says stays; amounts are never changed.
 */
public final class InvoiceCompletion {
    /** Unit prices are carried with up to so many decimals. */
    private static final int PRICE_DECIMALS = 6;
    private final OrderBook book;
    private final UnitConversion units;

    public InvoiceCompletion(OrderBook book, UnitConversion units) {
        this.book = book;
        this.units = units;
    }

    public Invoice complete(Invoice invoice) {
        List<PurchaseOrder> orders = invoice.poNumbers().stream().flatMap(po -> book.order(po).stream()).map(OrderState::order).toList();
        if (orders.isEmpty()) {
            return invoice;
        }
        String currency = or(invoice.currency(), or(common(invoice.lines().stream().map(Invoice.Line::price)
            .map(p -> p == null ? null : p.currency()).toList()), common(orders.stream().map(PurchaseOrder::currency).toList())));
        return new Invoice(invoice.type(), invoice.invoiceNumber(), invoice.invoiceDate(), invoice.kind(), invoice.poNumber(),
            or(invoice.orderDate(), common(orders.stream().map(PurchaseOrder::orderDate).toList())), invoice.originalInvoice(),
            invoice.shipmentId(), or(invoice.vendorCode(), common(orders.stream().map(PurchaseOrder::vendorCode).toList())), currency,
            invoice.terms(), OrderedParties.with("BILL_TO", OrderedParties.withShipTo(invoice.parties(), orders), orders),
            invoice.lines().stream().map(l -> completed(l, invoice)).toList(), invoice.charges(), invoice.taxes(), invoice.total(),
            invoice.extras());
    }

    private Invoice.Line completed(Invoice.Line line, Invoice invoice) {
        Optional<OrderState> order = Optional.ofNullable(or(line.poNumber(), invoice.poNumber())).flatMap(book::order);
        Optional<OrderState.Line> found = order.flatMap(o -> LineMatch.find(o, line.poLineNo(), line.gtin(), line.vendorItem(),
            line.buyerItem(), line.isbn()));
        if (found.isEmpty()) {
            return line;
        }
        OrderState.Line ordered = found.get();
        String basis = order.get().order().lines().stream().filter(l -> LineNumbers.same(l.lineNo(), ordered.lineNo())).findFirst()
            .map(PurchaseOrder.Line::price).map(Price::basis).orElse(null);
        Map<String, String> extras = RememberedExtras.of(order.get(), ordered.lineNo(), line.extras());
        Quantity quantity = line.quantity();
        Price price = line.price();
        if (quantity != null && !quantity.unit().equals(ordered.unit())) {
            Optional<Quantity> converted = units.toUnitOf(quantity, ordered);
            Optional<Price> repriced = converted.flatMap(c -> repriced(price, quantity, c));
            if (repriced.isPresent()) {
                return line(line, ordered, converted.get(), withBasis(repriced.get(), basis, sized(converted.get(), ordered)), extras);
            }
        }
        return line(line, ordered, quantity, withBasis(price, basis, sized(quantity, ordered)), extras);
    }

    /** With the eaches in one unit, where only the order says them. */
    private static Quantity sized(Quantity quantity, OrderState.Line ordered) {
        return quantity == null || quantity.unitSize() != null || ordered.unitSize() == null || !quantity.unit().equals(ordered.unit())
            ? quantity : new Quantity(quantity.amount(), quantity.unit(), ordered.unitSize());
    }

    private static Invoice.Line line(Invoice.Line line, OrderState.Line ordered, Quantity quantity, Price price,
                                     Map<String, String> extras) {
        return new Invoice.Line(line.lineNo(), line.poNumber(), ordered.lineNo(), or(line.buyerItem(), ordered.buyerItem()),
            or(line.vendorItem(), ordered.vendorItem()), or(line.gtin(), ordered.gtin()), or(line.isbn(), ordered.isbn()),
            line.description(), sized(quantity, ordered), price, line.amount(), line.charges(), line.taxes(), extras);
    }

    /** A price that says of itself no basis is for one unit; it takes the order's name for that, if it means the same. */
    private static Price withBasis(Price price, String basis, Quantity quantity) {
        boolean forOne = basis != null && quantity != null
            && PriceBasis.perUnit(basis, quantity).filter(f -> f.compareTo(BigDecimal.ONE) == 0).isPresent();
        return price == null || price.basis() != null || !forOne ? price : new Price(price.amount(), price.currency(), basis);
    }

    /** The price of one unit ordered; empty where it would not be exact, or where the price is for something else than a unit. */
    private static Optional<Price> repriced(Price price, Quantity from, Quantity to) {
        if (price == null || price.amount() == null || price.basis() != null || to.amount().signum() == 0) {
            return Optional.empty();
        }
        BigDecimal worth = price.amount().multiply(from.amount());
        BigDecimal each = worth.divide(to.amount(), PRICE_DECIMALS, RoundingMode.HALF_UP);
        return each.multiply(to.amount()).compareTo(worth) == 0
            ? Optional.of(new Price(each.stripTrailingZeros().scale() < 2 ? each.setScale(2, RoundingMode.UNNECESSARY)
                : each.stripTrailingZeros(), price.currency(), null)) : Optional.empty();
    }
}
