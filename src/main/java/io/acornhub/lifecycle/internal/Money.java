// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.canonical.Charge;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.Tax;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** What invoices, credit notes and payments add to orders. */
public final class Money {
    private final JdbcTemplate jdbc;

    public Money(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void invoice(Invoice invoice, String partner, String documentId, Function<String, LineFinder> finders) {
        jdbc.update("insert into invoice (document_id, partner, invoice_number, kind, invoice_date, original_invoice, shipment_id, "
            + "currency, total) values (?,?,?,?,?,?,?,?,?)", documentId, partner, invoice.invoiceNumber(),
            invoice.kind() == null ? "INVOICE" : invoice.kind(), day(invoice.invoiceDate()), invoice.originalInvoice(),
            invoice.shipmentId(), invoice.currency(), amount(invoice.total()));
        List<Object[]> rows = new ArrayList<>();
        for (Invoice.Line line : invoice.lines()) {
            String po = line.poNumber() != null ? line.poNumber() : invoice.poNumber();
            LineFinder finder = po == null ? null : finders.apply(po);
            Optional<OrderTable.Line> found = finder == null ? Optional.empty() : finder.find(new LineFinder.Item(line.poLineNo(),
                line.gtin(), line.buyerItem(), line.vendorItem(), line.isbn()), line.quantity());
            rows.add(new Object[] {documentId, rows.size() + 1, po, found.map(OrderTable.Line::lineNo).orElse(line.poLineNo()),
                found.map(l -> LineFinder.in(line.quantity(), l)).orElse(line.quantity() == null ? BigDecimal.ZERO
                    : line.quantity().amount()), found.map(OrderTable.Line::unit).orElse(line.quantity() == null ? null
                        : line.quantity().unit()), whole(line)});
        }
        jdbc.batchUpdate("insert into invoice_line (document_id, ordinal, po_number, line_no, quantity, unit, amount) "
            + "values (?,?,?,?,?,?,?)", rows);
        // What Amazon paid or kept back before the hub knew the invoice finds it now.
        jdbc.update("update payment_item set invoice_document = ? where partner = ? and invoice_number = ? and invoice_document is null",
            documentId, partner, invoice.invoiceNumber());
        List<String> orders = invoice.poNumbers();
        if (orders.size() == 1) {
            jdbc.update("update payment_item set po_number = ?, attributed_by = 'INVOICE' where invoice_document = ? and po_number is null",
                orders.get(0), documentId);
        }
    }

    /** The invoice left the books: its payment items are unmatched again. */
    public void forgetInvoice(String documentId) {
        jdbc.update("update payment_item set po_number = null, attributed_by = 'NOTHING' where invoice_document = ? "
            + "and attributed_by = 'INVOICE'", documentId);
        jdbc.update("update payment_item set invoice_document = null where invoice_document = ?", documentId);
    }

    private static BigDecimal whole(Invoice.Line line) {
        BigDecimal sum = line.amount() != null ? line.amount() : line.price() == null || line.price().amount() == null
            || line.quantity() == null ? BigDecimal.ZERO : line.price().amount().multiply(line.quantity().amount());
        for (Charge charge : line.charges() == null ? List.<Charge>of() : line.charges()) {
            sum = "ALLOWANCE".equals(charge.kind()) ? sum.subtract(amount(charge.amount())) : sum.add(amount(charge.amount()));
        }
        for (Tax tax : line.taxes() == null ? List.<Tax>of() : line.taxes()) {
            sum = sum.add(amount(tax.amount()));
        }
        return sum;
    }

    /** An invoice that counts and the orders it is about. */
    public record Known(String documentId, Set<String> poNumbers) {
    }

    /** Of the invoices a payment names, those that count, by number. */
    public Map<String, Known> invoicesOf(String partner, Remittance remittance) {
        Map<String, Known> known = new LinkedHashMap<>();
        for (Remittance.Item item : items(remittance)) {
            if (item.invoiceNumber() != null && !known.containsKey(item.invoiceNumber())) {
                jdbc.queryForList("select document_id from number_in_use where partner = ? and kind = 'INVOICE' and number = ?",
                    String.class, partner, item.invoiceNumber()).forEach(id -> known.put(item.invoiceNumber(), new Known(id,
                        new TreeSet<>(jdbc.queryForList("select po_number from counted_order where document_id = ?", String.class, id)))));
            }
        }
        return known;
    }

    /** Every order a payment is about: by its references and by the invoices it names. */
    public static Set<String> orders(Remittance remittance, Map<String, Known> invoices) {
        Set<String> orders = new TreeSet<>(remittance.poNumbers());
        invoices.values().forEach(i -> orders.addAll(i.poNumbers()));
        return orders;
    }

    public void payment(Remittance remittance, String partner, String documentId, Map<String, Known> invoices) {
        jdbc.update("insert into payment (document_id, partner, payment_reference, payment_date, method, currency, total) "
            + "values (?,?,?,?,?,?,?)", documentId, partner, remittance.paymentReference(), day(remittance.paymentDate()),
            remittance.method(), remittance.currency(), remittance.total());
        Set<String> orders = orders(remittance, invoices);
        List<Object[]> rows = new ArrayList<>();
        for (Remittance.Item item : items(remittance)) {
            Known invoice = item.invoiceNumber() == null ? null : invoices.get(item.invoiceNumber());
            boolean ofNothing = item.poNumber() == null && invoice == null && isOfNoInvoice(item);
            String po = item.poNumber() != null ? item.poNumber() : invoice != null && invoice.poNumbers().size() == 1
                ? invoice.poNumbers().iterator().next() : ofNothing && orders.size() == 1 ? orders.iterator().next() : null;
            String by = item.poNumber() != null ? "REFERENCE" : po == null ? "NOTHING" : ofNothing ? "PAYMENT" : "INVOICE";
            rows.add(new Object[] {documentId, rows.size() + 1, partner, item.reference() == null ? "" : item.reference(),
                item.kind() == null ? "OTHER" : item.kind(), item.deduction() == null ? reason(item) : item.deduction(),
                item.invoiceNumber(), invoice == null ? null : invoice.documentId(), po, by, day(item.date()),
                amount(item.gross() == null ? item.net() : item.gross()), amount(item.discount()), deducted(item, invoice != null),
                amount(item.net()), cut(item.text())});
        }
        jdbc.batchUpdate("insert into payment_item (document_id, ordinal, partner, reference, kind, deduction, invoice_number, "
            + "invoice_document, po_number, attributed_by, item_date, gross, discount, deducted, net, remark) "
            + "values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows);
    }

    /** Whether a payment that came before paid the same; then it is the same payment, else a person let another one pass. */
    public boolean sameTotal(String documentId, Remittance remittance) {
        return jdbc.queryForList("select total from payment where document_id = ?", BigDecimal.class, documentId).stream()
            .anyMatch(total -> amount(total).compareTo(amount(remittance.total())) == 0);
    }

    /** Money kept back without an invoice; a chargeback's number is Amazon's own, whatever it looks like. */
    private static boolean isOfNoInvoice(Remittance.Item item) {
        return !"INVOICE".equals(item.kind()) && (item.invoiceNumber() == null || "CHARGEBACK".equals(item.deduction()));
    }

    /** What is kept back by an item: its adjustment where it pays an invoice, all of it where it is no payment of anything. */
    private static BigDecimal deducted(Remittance.Item item, boolean matched) {
        boolean pays = "INVOICE".equals(item.kind()) || "CREDIT".equals(item.kind()) && matched;
        return pays ? amount(item.adjustment()).negate() : amount(item.net()).negate();
    }

    private static String reason(Remittance.Item item) {
        return item.adjustmentReason() != null ? item.adjustmentReason()
            : "INVOICE".equals(item.kind()) && amount(item.adjustment()).signum() == 0 ? null : item.kind();
    }

    private static List<Remittance.Item> items(Remittance remittance) {
        return remittance.items() == null ? List.of() : remittance.items().stream().filter(Objects::nonNull).toList();
    }

    private static BigDecimal amount(BigDecimal maybe) {
        return maybe == null ? BigDecimal.ZERO : maybe;
    }

    private static Date day(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static String cut(String text) {
        return text == null || text.length() <= 500 ? text : text.substring(0, 500);
    }
}
