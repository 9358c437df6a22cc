// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderFigures.InvoiceFigures;
import io.acornhub.lifecycle.OrderFigures.Payment;
import io.acornhub.lifecycle.OrderFigures.PaymentItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the money of one order: its invoices, and what payments say of them and of the order. */
final class MoneyReader {
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private final JdbcTemplate jdbc;

    MoneyReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lines by invoice document, what the order's lines are invoiced */
    record Result(OrderFigures.Money money, List<InvoiceFigures> invoices, List<PaymentItem> payments,
                  Map<String, List<InvoicedLine>> lines) {
        boolean paidAny() {
            return payments.stream().anyMatch(p -> p.net().signum() != 0 || p.deducted().signum() != 0);
        }
    }

    /** Quantity and amount of a line on one document, positive for both kinds. */
    record InvoicedLine(String lineNo, BigDecimal quantity, BigDecimal amount) {
    }

    private record Head(String number, String kind, LocalDate date, String currency, BigDecimal total, BigDecimal ofAllLines, int orders) {
    }

    private record Item(PaymentItem shown, String invoiceDocument, String poNumber) {
    }

    /** @param invoices the documents of invoices and credit notes that count, {@code any} whether payments may concern the order */
    Result read(String partner, String poNumber, List<Counted.Row> invoices) {
        Map<String, List<InvoicedLine>> lines = new HashMap<>();
        List<InvoiceFigures> figures = new ArrayList<>();
        List<Item> items = items("i.partner = ? and i.po_number = ?", partner, poNumber);
        for (Counted.Row row : invoices) {
            List<InvoicedLine> own = jdbc.query("select line_no, quantity, amount from invoice_line where document_id = ? "
                + "and po_number = ?",
                (rs, n) -> new InvoicedLine(rs.getString(1), rs.getBigDecimal(2), rs.getBigDecimal(3)), row.documentId(), poNumber);
            lines.put(row.documentId(), own);
            List<Item> ofInvoice = items("i.invoice_document = ?", row.documentId());
            ofInvoice.stream().filter(i -> i.poNumber() == null).forEach(items::add);
            figures.add(figure(row, own, ofInvoice, poNumber, items));
        }
        return new Result(money(figures, items), figures, items.stream().map(Item::shown).toList(), lines);
    }

    private InvoiceFigures figure(Counted.Row row, List<InvoicedLine> own, List<Item> ofInvoice, String poNumber, List<Item> items) {
        Head head = head(row.documentId());
        BigDecimal ownAmount = own.stream().map(InvoicedLine::amount).reduce(ZERO, BigDecimal::add);
        boolean alone = head.orders() <= 1 || head.ofAllLines().signum() == 0;
        BigDecimal share = alone ? head.total() : part(head.total(), ownAmount, head.ofAllLines());
        BigDecimal sign = "CREDIT".equals(head.kind()) ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        BigDecimal paid = ZERO;
        BigDecimal discount = ZERO;
        BigDecimal deducted = ZERO;
        for (Item item : ofInvoice) {
            if (item.poNumber() != null && !item.poNumber().equals(poNumber)) {
                continue;
            }
            PaymentItem mine = item.shown();
            if (item.poNumber() == null && !alone) {
                mine = shared(mine, ownAmount, head.ofAllLines());
                items.set(items.indexOf(item), new Item(mine, item.invoiceDocument(), item.poNumber()));
            }
            paid = paid.add(mine.net().multiply(sign));
            discount = discount.add(mine.discount().multiply(sign));
            deducted = deducted.add(mine.deducted().multiply(sign));
        }
        BigDecimal open = share.subtract(paid).subtract(discount).subtract(deducted);
        Payment status = ofInvoice.isEmpty() ? Payment.OPEN
            : open.signum() <= 0 && deducted.signum() <= 0 ? Payment.PAID : Payment.SHORT_PAID;
        return new InvoiceFigures(row.documentId(), head.number(), head.kind(), head.date(), head.currency(), head.total(), share, paid,
            discount, deducted, open, status, row.status() == Counted.Status.ACCEPTED, row.countedAt());
    }

    private Head head(String documentId) {
        return jdbc.queryForObject("select i.invoice_number, i.kind, i.invoice_date, i.currency, i.total, "
            + "(select coalesce(sum(l.amount), 0) "
            + "from invoice_line l where l.document_id = i.document_id), (select count(*) from counted_order o where o.document_id = "
            + "i.document_id) from invoice i where i.document_id = ?", (rs, n) -> new Head(rs.getString(1), rs.getString(2),
                rs.getObject(3, LocalDate.class), rs.getString(4), rs.getBigDecimal(5), rs.getBigDecimal(6), rs.getInt(7)), documentId);
    }

    private static PaymentItem shared(PaymentItem item, BigDecimal own, BigDecimal all) {
        return new PaymentItem(item.documentId(), item.payment(), item.date(), item.method(), item.reference(), item.kind(),
            item.deduction(), item.invoiceNumber(), "INVOICE", part(item.gross(), own, all), part(item.discount(), own, all),
            part(item.deducted(), own, all), part(item.net(), own, all), item.text());
    }

    /** The order's part of an amount of an invoice that is about several, by the amounts of the lines, to the cent. */
    static BigDecimal part(BigDecimal amount, BigDecimal own, BigDecimal all) {
        return all.signum() == 0 ? ZERO : amount.multiply(own).divide(all, 2, RoundingMode.HALF_UP);
    }

    private List<Item> items(String condition, Object... arguments) {
        return new ArrayList<>(jdbc.query("select i.document_id, p.payment_reference, p.payment_date, p.method, i.reference, i.kind, "
            + "i.deduction, i.invoice_number, i.attributed_by, i.gross, i.discount, i.deducted, i.net, i.remark, i.invoice_document, "
            + "i.po_number from payment_item i join payment p on p.document_id = i.document_id where " + condition
            + " order by p.payment_date, i.document_id, i.ordinal", MoneyReader::item, arguments));
    }

    private static Item item(ResultSet rs, int number) throws SQLException {
        return new Item(new PaymentItem(rs.getString(1), rs.getString(2), rs.getObject(3, LocalDate.class), rs.getString(4),
            rs.getString(5), rs.getString(6), rs.getString(7), rs.getString(8), rs.getString(9), rs.getBigDecimal(10),
            rs.getBigDecimal(11), rs.getBigDecimal(12), rs.getBigDecimal(13), rs.getString(14)), rs.getString(15), rs.getString(16));
    }

    private static OrderFigures.Money money(List<InvoiceFigures> invoices, List<Item> items) {
        BigDecimal invoiced = ZERO;
        BigDecimal credited = ZERO;
        for (InvoiceFigures invoice : invoices) {
            if ("CREDIT".equals(invoice.kind())) {
                credited = credited.add(invoice.share());
            } else {
                invoiced = invoiced.add(invoice.share());
            }
        }
        BigDecimal paid = ZERO;
        BigDecimal discount = ZERO;
        BigDecimal deducted = ZERO;
        Map<String, BigDecimal> types = new TreeMap<>();
        for (Item item : items) {
            PaymentItem shown = item.shown();
            paid = paid.add(shown.net());
            discount = discount.add(shown.discount());
            deducted = deducted.add(shown.deducted());
            if (shown.deducted().signum() != 0) {
                types.merge(shown.deduction() == null ? shown.kind() : shown.deduction(), shown.deducted(), BigDecimal::add);
            }
        }
        BigDecimal net = invoiced.subtract(credited);
        return new OrderFigures.Money(net, credited, paid, discount, deducted, net.subtract(paid).subtract(discount).subtract(deducted),
            deducted.max(ZERO), types);
    }
}
