// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a document that speaks of an order line.
 *
 * @param path the place, such as {@code items[2]}
 * @param linePath where the line number stands
 * @param lineNo the buyer's line number; null where the document does not say
 * @param quantities every quantity said of it, each with its place; the first is the one that counts where there is one
 */
public record LineReference(String path, String linePath, String poNumber, String lineNo, List<Placed> quantities) {

    /** A quantity and where it stands. */
    public record Placed(String path, Quantity quantity) {
    }

    /** Every reference of a document, in its order; none for documents that speak of no order lines, as a cancelled shipment. */
    public static List<LineReference> of(CanonicalDocument document) {
        if (document instanceof OrderAcknowledgment answer) {
            return ofAcknowledgment(answer);
        }
        if (document instanceof ShipmentNotice notice) {
            return "CANCEL".equals(notice.purpose()) ? List.of() : ofNotice(notice);
        }
        return document instanceof Invoice invoice ? ofInvoice(invoice) : List.of();
    }

    private static List<LineReference> ofAcknowledgment(OrderAcknowledgment answer) {
        List<LineReference> found = new ArrayList<>();
        for (int i = 0; i < answer.lines().size(); i++) {
            String path = "lines[" + i + "]";
            List<OrderAcknowledgment.Disposition> parts = answer.lines().get(i).dispositions();
            List<Placed> quantities = new ArrayList<>();
            for (int k = 0; k < parts.size(); k++) {
                add(quantities, path + ".dispositions[" + k + "].quantity", parts.get(k).quantity());
            }
            found.add(new LineReference(path, path + ".lineNo", answer.poNumber(), answer.lines().get(i).lineNo(), quantities));
        }
        return found;
    }

    private static List<LineReference> ofNotice(ShipmentNotice notice) {
        Map<String, List<Placed>> packed = new LinkedHashMap<>();
        List<ShipmentNotice.Package> packages = notice.packages() == null ? List.of() : notice.packages();
        for (int p = 0; p < packages.size(); p++) {
            List<ShipmentNotice.Content> contents = packages.get(p).contents() == null ? List.of() : packages.get(p).contents();
            for (int c = 0; c < contents.size(); c++) {
                add(packed.computeIfAbsent(contents.get(c).itemNo(), n -> new ArrayList<>()),
                    "packages[" + p + "].contents[" + c + "].quantity", contents.get(c).quantity());
            }
        }
        List<LineReference> found = new ArrayList<>();
        for (int i = 0; i < notice.items().size(); i++) {
            ShipmentNotice.Item item = notice.items().get(i);
            List<Placed> quantities = new ArrayList<>();
            add(quantities, "items[" + i + "].quantity", item.quantity());
            quantities.addAll(packed.getOrDefault(item.itemNo(), List.of()));
            found.add(new LineReference("items[" + i + "]", "items[" + i + "].poLineNo", item.poNumber(), item.poLineNo(), quantities));
        }
        return found;
    }

    private static List<LineReference> ofInvoice(Invoice invoice) {
        List<LineReference> found = new ArrayList<>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            Invoice.Line line = invoice.lines().get(i);
            List<Placed> quantities = new ArrayList<>();
            add(quantities, "lines[" + i + "].quantity", line.quantity());
            found.add(new LineReference("lines[" + i + "]", "lines[" + i + "].poLineNo",
                line.poNumber() != null ? line.poNumber() : invoice.poNumber(), line.poLineNo(), quantities));
        }
        return found;
    }

    private static void add(List<Placed> quantities, String path, Quantity quantity) {
        if (quantity != null && quantity.amount() != null) {
            quantities.add(new Placed(path, quantity));
        }
    }

    /** What a document says of each order line in all, the line being known to the book and spoken of in its own unit. */
    public static List<Sum> sums(CanonicalDocument document, OrderBook book) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (LineReference reference : of(document)) {
            Optional<OrderState> order = reference.order(book);
            Optional<OrderState.Line> line = reference.line(book);
            if (line.isPresent() && !reference.quantities().isEmpty()) {
                Quantity quantity = reference.quantities().get(0).quantity();
                BigDecimal amount = quantity.unit().equals(line.get().unit()) ? quantity.amount() : BigDecimal.ZERO;
                sums.merge(reference.poNumber() + " " + LineNumbers.stripped(reference.lineNo()),
                    new Sum(reference, order.get(), line.get(), amount), Sum::plus);
            }
        }
        return List.copyOf(sums.values());
    }

    /** @param first where the document first speaks of the line */
    public record Sum(LineReference first, OrderState order, OrderState.Line line, BigDecimal amount) {
        private Sum plus(Sum other) {
            return new Sum(first, order, line, amount.add(other.amount));
        }

        public String path() {
            return first.quantities().get(0).path();
        }
    }

    public Optional<OrderState> order(OrderBook book) {
        return poNumber == null ? Optional.empty() : book.order(poNumber);
    }

    /** The order line it speaks of; empty where the order or the line is unknown. */
    public Optional<OrderState.Line> line(OrderBook book) {
        return lineNo == null ? Optional.empty() : order(book).flatMap(o -> o.line(lineNo));
    }
}
