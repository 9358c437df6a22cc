// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What Amazon said last of invoices and their payment. It stands beside payments and is booked nowhere: what was paid is told by
 * remittances. Writing expects the caller's transaction.
 */
@Repository
public class Settlements {
    private final JdbcTemplate jdbc;

    public Settlements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was kept of an invoice at a time, and where the answer lies in the archive. */
    public record Kept(SettledInvoice invoice, Instant readAt, String evidence) {
    }

    /** Lines that come without any, as in a list of headers, leave those that are kept. */
    public void keep(String partner, SettledInvoice i, Instant readAt, String evidence) {
        Object[] values = {Submissions.cut(i.identifier(), 200), Submissions.cut(String.valueOf(i.status()), 30), i.currency(), i.amount(),
            i.paid(), i.queued(), i.discount(), i.quantityVariance(), i.priceVariance(), Submissions.time(i.dueDate()),
            Submissions.cut(String.join(" ", i.remittances()), 2000), Submissions.time(i.modifiedAt()), Submissions.time(readAt), evidence,
            partner, i.invoiceNumber()};
        int updated = jdbc.update("update invoice_settlement set identifier = ?, status = ?, currency = ?, amount = ?, paid = ?, "
            + "queued = ?, discount = ?, quantity_variance = ?, price_variance = ?, due_date = ?, remittances = ?, modified_at = ?, "
            + "read_at = ?, evidence = ? where partner = ? and invoice_number = ?", values);
        if (updated == 0) {
            jdbc.update("insert into invoice_settlement (identifier, status, currency, amount, paid, queued, discount, "
                + "quantity_variance, price_variance, due_date, remittances, modified_at, read_at, evidence, partner, invoice_number) "
                + "values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing", values);
        }
        if (!i.lines().isEmpty()) {
            lines(partner, i);
        }
    }

    private void lines(String partner, SettledInvoice i) {
        jdbc.update("delete from invoice_settlement_line where partner = ? and invoice_number = ?", partner, i.invoiceNumber());
        int ordinal = 0;
        for (SettledInvoice.Line l : i.lines()) {
            jdbc.update("insert into invoice_settlement_line (partner, invoice_number, ordinal, line_item, item, quantity, amount, "
                + "matched_quantity, matched_amount, paid_quantity, paid_amount, quantity_variance, price_variance, variances, "
                + "shortage_invoices) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", partner, i.invoiceNumber(), ++ordinal,
                Submissions.cut(l.lineItem(), 60), Submissions.cut(l.item(), 60), l.quantity(), l.amount(), l.matchedQuantity(),
                l.matchedAmount(), l.paidQuantity(), l.paidAmount(), l.quantityVariance(), l.priceVariance(),
                Submissions.cut(String.join("; ", l.variances()), 500), Submissions.cut(String.join(" ", l.shortageInvoices()), 500));
        }
    }

    public Optional<Kept> find(String partner, String invoiceNumber) {
        List<SettledInvoice.Line> lines = jdbc.query("select * from invoice_settlement_line where partner = ? and invoice_number = ? "
            + "order by ordinal", Settlements::line, partner, invoiceNumber);
        return jdbc.query("select * from invoice_settlement where partner = ? and invoice_number = ?", (rs, n) -> new Kept(
            new SettledInvoice(rs.getString("invoice_number"), rs.getString("identifier"), rs.getString("status"), rs.getString("currency"),
                rs.getBigDecimal("amount"), rs.getBigDecimal("paid"), rs.getBigDecimal("queued"), rs.getBigDecimal("discount"),
                rs.getBigDecimal("quantity_variance"), rs.getBigDecimal("price_variance"), Submissions.instant(rs, "due_date"),
                parts(rs.getString("remittances"), " "), Submissions.instant(rs, "modified_at"), lines), Submissions.instant(rs, "read_at"),
            rs.getString("evidence")), partner, invoiceNumber).stream().findFirst();
    }

    private static SettledInvoice.Line line(ResultSet rs, int number) throws SQLException {
        return new SettledInvoice.Line(rs.getString("line_item"), rs.getString("item"), number(rs, "quantity"), number(rs, "amount"),
            number(rs, "matched_quantity"), number(rs, "matched_amount"), number(rs, "paid_quantity"), number(rs, "paid_amount"),
            number(rs, "quantity_variance"), number(rs, "price_variance"), parts(rs.getString("variances"), "; "),
            parts(rs.getString("shortage_invoices"), " "));
    }

    private static BigDecimal number(ResultSet rs, String column) throws SQLException {
        return rs.getBigDecimal(column);
    }

    private static List<String> parts(String text, String by) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(by));
    }
}
