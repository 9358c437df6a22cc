// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A change that came as a later version of the whole order, as the Selling Partner API shows it: what the version says otherwise
 * than the order as it stands becomes an order change. A line keeps its number for ever; one that is cancelled has quantity 0
 * (facts, section 6.2). What the version does not say stays as it is.
 */
public final class ChangeByVersion {
    private static final String SHIP_TO = "SHIP_TO";

    private ChangeByVersion() {
    }

    /**
     * @param number tells this change of the order from others
     * @param day of the change; null if unknown
     * @return empty where the version says nothing else
     */
    public static Optional<PurchaseOrderChange> of(PurchaseOrder stands, PurchaseOrder version, String number, LocalDate day) {
        boolean nothingLeft = version.lines().stream().allMatch(l -> l.quantity().amount().signum() == 0);
        boolean somethingStood = stands.lines().stream().anyMatch(l -> l.quantity().amount().signum() != 0);
        if (nothingLeft && somethingStood) {
            return Optional.of(change("CANCEL", stands, version, number, day, null));
        }
        List<PurchaseOrderChange.Line> lines = lines(stands, version);
        PurchaseOrderChange change = change("CHANGE", stands, version, number, day, lines);
        boolean nothing = lines.isEmpty() && change.shipWindow() == null && change.deliveryWindow() == null && change.parties() == null
            && differs(stands.orderType(), version.orderType()) == null && differs(stands.currency(), version.currency()) == null
            && differs(stands.backOrderAllowed(), version.backOrderAllowed()) == null;
        return nothing ? Optional.empty() : Optional.of(change);
    }

    /** Type, currency and whether goods may come later are said with every change, as a change of the partner's says them. */
    private static PurchaseOrderChange change(String purpose, PurchaseOrder stands, PurchaseOrder version, String number, LocalDate day,
                                              List<PurchaseOrderChange.Line> lines) {
        return new PurchaseOrderChange(DocumentType.PURCHASE_ORDER_CHANGE.title(), version.poNumber(), purpose, number, version.orderType(),
            version.orderDate(), day, version.vendorCode(), version.currency(), version.backOrderAllowed(),
            differs(stands.shipWindow(), version.shipWindow()), differs(stands.deliveryWindow(), version.deliveryWindow()),
            shipTo(stands, version), null, lines, null, null);
    }

    private static <T> T differs(T before, T now) {
        return now == null || now.equals(before) ? null : now;
    }

    private static List<Party> shipTo(PurchaseOrder stands, PurchaseOrder version) {
        Optional<Party> now = shipTo(version);
        Optional<Party> before = shipTo(stands);
        return now.isEmpty() || now.get().id() == null || before.isPresent() && now.get().id().equals(before.get().id()) ? null
            : List.of(now.get());
    }

    private static Optional<Party> shipTo(PurchaseOrder order) {
        return order.parties() == null ? Optional.empty() : order.parties().stream().filter(p -> SHIP_TO.equals(p.role())).findFirst();
    }

    private static List<PurchaseOrderChange.Line> lines(PurchaseOrder stands, PurchaseOrder version) {
        List<PurchaseOrderChange.Line> lines = new ArrayList<>();
        for (PurchaseOrder.Line now : version.lines()) {
            Optional<PurchaseOrder.Line> before = OrderComparison.find(stands, now.lineNo());
            if (before.isEmpty()) {
                if (now.quantity().amount().signum() != 0) {
                    lines.add(line(now, "ADD", now.quantity(), now.price()));
                }
            } else {
                action(before.get(), now).ifPresent(action -> lines.add(line(now, action, now.quantity(), now.price())));
            }
        }
        for (PurchaseOrder.Line before : stands.lines()) {
            if (before.quantity().amount().signum() != 0 && OrderComparison.find(version, before.lineNo()).isEmpty()) {
                lines.add(line(before, "DELETE", new Quantity(BigDecimal.ZERO, before.quantity().unit(), before.quantity().unitSize()),
                    null));
            }
        }
        return lines;
    }

    /** What happens to a line that stands in both; empty where nothing does. */
    private static Optional<String> action(PurchaseOrder.Line before, PurchaseOrder.Line now) {
        boolean gone = now.quantity().amount().signum() == 0;
        if (gone) {
            return before.quantity().amount().signum() == 0 ? Optional.empty() : Optional.of("DELETE");
        }
        boolean item = differs(before.buyerItem(), now.buyerItem()) != null || differs(before.vendorItem(), now.vendorItem()) != null
            || differs(before.gtin(), now.gtin()) != null || differs(before.isbn(), now.isbn()) != null;
        boolean quantity = before.quantity().amount().compareTo(now.quantity().amount()) != 0
            || !Objects.equals(before.quantity().unit(), now.quantity().unit())
            || now.quantity().unitSize() != null && before.quantity().unitSize() != null
                && !now.quantity().unitSize().equals(before.quantity().unitSize());
        boolean price = now.price() != null && (before.price() == null || before.price().amount().compareTo(now.price().amount()) != 0);
        if (item || quantity && price) {
            return Optional.of("CHANGE");
        }
        return quantity ? Optional.of("QUANTITY") : price ? Optional.of("PRICE") : Optional.empty();
    }

    private static PurchaseOrderChange.Line line(PurchaseOrder.Line of, String action, Quantity quantity, Price price) {
        return new PurchaseOrderChange.Line(of.lineNo(), action, of.buyerItem(), of.vendorItem(), of.gtin(), of.isbn(), of.description(),
            quantity, price, of.extras());
    }
}
