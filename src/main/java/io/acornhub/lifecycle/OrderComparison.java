// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.Party;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Two copies of one order, field by field. What only one of them says is no difference, since not every way in carries
 * everything: an X12 order has no ship window beside its delivery window, an order of the Selling Partner API has no addresses
 * and no titles. Texts, totals and what mappings keep aside are not compared.
 *
 * @param differences where both say something, and not the same
 * @param notCarried paths that only one of them has
 * @param compared how many fields both have
 */
public record OrderComparison(List<Difference> differences, List<String> notCarried, int compared) {

    /** @param path in the canonical document; {@code registered} and {@code offered} as text */
    public record Difference(String path, String registered, String offered) {
        public String inWords() {
            return path + ": registered " + registered + ", here " + offered;
        }
    }

    /** Collects while it compares. */
    private static final class Fields {
        private final List<Difference> differences = new ArrayList<>();
        private final TreeSet<String> notCarried = new TreeSet<>();
        private int compared;

        private void field(String path, Object registered, Object offered) {
            if (registered == null && offered == null) {
                return;
            }
            if (registered == null || offered == null) {
                notCarried.add(path.replaceAll("\\[[^]]*]", "[]"));
                return;
            }
            compared++;
            boolean same = registered instanceof BigDecimal one && offered instanceof BigDecimal other ? one.compareTo(other) == 0
                : registered.equals(offered);
            if (!same) {
                differences.add(new Difference(path, text(registered), text(offered)));
            }
        }

        private static String text(Object value) {
            return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
        }
    }

    public static OrderComparison of(PurchaseOrder registered, PurchaseOrder offered) {
        Fields fields = new Fields();
        fields.field("orderType", registered.orderType(), offered.orderType());
        fields.field("orderDate", registered.orderDate(), offered.orderDate());
        fields.field("vendorCode", registered.vendorCode(), offered.vendorCode());
        fields.field("currency", registered.currency(), offered.currency());
        fields.field("backOrderAllowed", registered.backOrderAllowed(), offered.backOrderAllowed());
        fields.field("freight", registered.freight(), offered.freight());
        fields.field("dealCode", registered.dealCode(), offered.dealCode());
        fields.field("associatedPoNumber", registered.associatedPoNumber(), offered.associatedPoNumber());
        window(fields, "shipWindow", registered.shipWindow(), offered.shipWindow());
        window(fields, "deliveryWindow", registered.deliveryWindow(), offered.deliveryWindow());
        parties(fields, registered, offered);
        lines(fields, registered, offered);
        return new OrderComparison(List.copyOf(fields.differences), List.copyOf(fields.notCarried), fields.compared);
    }

    private static void window(Fields fields, String path, Window one, Window other) {
        fields.field(path + ".from", one == null ? null : one.from(), other == null ? null : other.from());
        fields.field(path + ".to", one == null ? null : one.to(), other == null ? null : other.to());
    }

    /** By role; whoever has a code is known by it, and the address beside it is compared where both give one. */
    private static void parties(Fields fields, PurchaseOrder registered, PurchaseOrder offered) {
        List<Party> ours = registered.parties() == null ? List.of() : registered.parties();
        List<Party> theirs = offered.parties() == null ? List.of() : offered.parties();
        TreeSet<String> roles = new TreeSet<>(ours.stream().map(Party::role).toList());
        roles.addAll(theirs.stream().map(Party::role).toList());
        for (String role : roles) {
            Optional<Party> one = ours.stream().filter(p -> role.equals(p.role())).findFirst();
            Optional<Party> other = theirs.stream().filter(p -> role.equals(p.role())).findFirst();
            String path = "parties[" + role + "]";
            if (one.isEmpty() || other.isEmpty()) {
                fields.notCarried.add(path);
                continue;
            }
            fields.field(path + ".id", one.get().id(), other.get().id());
            fields.field(path + ".city", one.get().city(), other.get().city());
            fields.field(path + ".region", one.get().region(), other.get().region());
            fields.field(path + ".postalCode", one.get().postalCode(), other.get().postalCode());
            fields.field(path + ".country", one.get().country(), other.get().country());
        }
    }

    private static void lines(Fields fields, PurchaseOrder registered, PurchaseOrder offered) {
        for (PurchaseOrder.Line line : registered.lines()) {
            Optional<PurchaseOrder.Line> other = find(offered, line.lineNo());
            String path = "lines[" + LineNumbers.stripped(line.lineNo()) + "]";
            if (other.isPresent()) {
                line(fields, path, line, other.get());
            } else if (line.quantity().amount().signum() != 0) {
                fields.differences.add(new Difference(path, inWords(line), "no such line"));
            }
        }
        for (PurchaseOrder.Line line : offered.lines()) {
            if (find(registered, line.lineNo()).isEmpty() && line.quantity().amount().signum() != 0) {
                fields.differences.add(new Difference("lines[" + LineNumbers.stripped(line.lineNo()) + "]", "no such line",
                    inWords(line)));
            }
        }
    }

    private static void line(Fields fields, String path, PurchaseOrder.Line one, PurchaseOrder.Line other) {
        fields.field(path + ".buyerItem", one.buyerItem(), other.buyerItem());
        fields.field(path + ".vendorItem", one.vendorItem(), other.vendorItem());
        fields.field(path + ".gtin", one.gtin(), other.gtin());
        fields.field(path + ".isbn", one.isbn(), other.isbn());
        Quantity ours = one.quantity();
        Quantity theirs = other.quantity();
        fields.field(path + ".quantity.amount", ours.amount(), theirs.amount());
        fields.field(path + ".quantity.unit", ours.unit(), theirs.unit());
        fields.field(path + ".quantity.unitSize", ours.unitSize(), theirs.unitSize());
        Price price = one.price();
        fields.field(path + ".price.amount", price == null ? null : price.amount(), other.price() == null ? null : other.price().amount());
        fields.field(path + ".price.currency", price == null ? null : price.currency(),
            other.price() == null ? null : other.price().currency());
    }

    static Optional<PurchaseOrder.Line> find(PurchaseOrder order, String lineNo) {
        return order.lines().stream().filter(l -> LineNumbers.same(l.lineNo(), lineNo)).findFirst();
    }

    private static String inWords(PurchaseOrder.Line line) {
        return line.quantity().amount().stripTrailingZeros().toPlainString() + " " + line.quantity().unit() + " of "
            + Optional.ofNullable(line.buyerItem()).or(() -> Optional.ofNullable(line.vendorItem())).orElse("an item without number");
    }
}
