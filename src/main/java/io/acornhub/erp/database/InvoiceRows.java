// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.Charge;
import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.PaymentTerms;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.Tax;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** INVOICE and CREDIT: amounts are positive in both. */
final class InvoiceRows extends RowsFromErp {
    static final List<String> TABLES = List.of("iface_line", "iface_charge", "iface_party", "iface_extra");
    private static final Map<String, String> KINDS = Map.of("C", "CHARGE", "A", "ALLOWANCE", "T", "TAX");

    private final String kind;

    /** @param kind INVOICE or CREDIT, as the document type */
    InvoiceRows(CollectedRows rows, Conventions conventions, String kind) {
        super(rows, conventions);
        this.kind = kind;
    }

    @Override
    Invoice document() {
        String number = header.needed(header.text("partner_doc_no"), "partner_doc_no", "the number of the invoice");
        header.needed(header.day("doc_date"), "doc_date", "the day of the invoice");
        header.needed(header.decimal("total_amount"), "total_amount", "the total");
        List<Invoice.Line> lines = lines().stream().map(this::line).toList();
        strayCharges(lines);
        return new Invoice(DocumentType.INVOICE.title(), number, header.day("doc_date"), kind, header.text("po_number"),
            header.day("order_date"), header.text("ref_doc_no"), header.text("shipment_id"), header.text("vendor_code"),
            header.text("currency"), terms(), parties(), lines, charges(WHOLE), taxes(null, WHOLE), positive(header, "total_amount"),
            extras(WHOLE));
    }

    private PaymentTerms terms() {
        PaymentTerms terms = new PaymentTerms(header.text("terms_code"), positive(header, "discount_pct"),
            header.integer("discount_days"), header.integer("net_days"), header.day("due_date"));
        return Stream.of(terms.code(), terms.discountPercent(), terms.discountDays(), terms.netDays(), terms.dueDate())
            .allMatch(Objects::isNull) ? null : terms;
    }

    private Invoice.Line line(Row line) {
        String number = line.text("line_no");
        Price price = line.needed(price(line), "net_price", "the price");
        String po = line.text("po_number");
        return new Invoice.Line(number, po, line.text("po_line_no") == null ? number : line.text("po_line_no"),
            line.text("buyer_item"), line.text("vendor_item"), gtin(line), null, line.text("description"), quantity(line), price,
            positive(line, "line_amount"), charges(number), taxes(line, number), extras(number));
    }

    private void strayCharges(List<Invoice.Line> lines) {
        List<String> known = Stream.concat(Stream.of(WHOLE), lines.stream().map(Invoice.Line::lineNo)).toList();
        rows.of("iface_charge").stream().filter(row -> row.text("line_no") != null && !known.contains(row.text("line_no")))
            .forEach(row -> row.fault(FaultCode.VALUE_MISSING, "line_no", "line " + row.text("line_no")
                + " has charges but is not in iface_line"));
        rows.of("iface_charge").forEach(row -> row.needed(row.oneOf("kind", KINDS), "kind", "the kind (C, A or T)"));
    }

    private List<Charge> charges(String lineNo) {
        return of("iface_charge", lineNo).stream().filter(row -> List.of("C", "A").contains(String.valueOf(row.text("kind"))))
            .map(row -> new Charge(KINDS.get(row.text("kind")), row.needed(row.text("code"), "code", "the code of the charge"),
                row.text("description"), row.needed(positive(row, "amount"), "amount", "the amount"), positive(row, "pct")))
            .toList();
    }

    /** Taxes stand in rows of kind T, on rows of charges, and for a line in its own columns. */
    private List<Tax> taxes(Row line, String lineNo) {
        List<Tax> taxes = new ArrayList<>();
        for (Row row : of("iface_charge", lineNo)) {
            if ("T".equals(row.text("kind"))) {
                String amount = row.text("tax_amount") == null ? "amount" : "tax_amount";
                String code = row.text("tax_code") == null ? "code" : "tax_code";
                taxes.add(new Tax(row.needed(row.text(code), code, "the code of the tax"), rate(row, "pct"),
                    positive(row, "base_amount"), row.needed(positive(row, amount), amount, "the tax"), row.text("jurisdiction"),
                    row.text("registration")));
            } else if (row.text("tax_amount") != null) {
                taxes.add(ownTax(row, "amount"));
            }
        }
        if (line != null && line.text("tax_amount") != null) {
            taxes.add(ownTax(line, "line_amount"));
        }
        return taxes;
    }

    private Tax ownTax(Row row, String base) {
        return new Tax(row.needed(row.text("tax_code"), "tax_code", "the code of the tax"), rate(row, "tax_rate"), row.decimal(base),
            positive(row, "tax_amount"), row.text("jurisdiction"), row.text("registration"));
    }

    private BigDecimal rate(Row row, String otherwise) {
        return positive(row, row.text("tax_rate") == null ? otherwise : "tax_rate");
    }
}
