// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.BusinessReport;
import io.acornhub.canonical.BusinessReport.Figure;
import io.acornhub.canonical.Quantity;
import io.acornhub.erp.Delivery;
import java.util.HashSet;
import java.util.Set;

/** The rows of one report, whatever it reports: lines, figures, references and texts. */
final class ReportRows extends RowsToErp {
    private int references;
    private int lines;
    private final Set<String> numbers = new HashSet<>();

    ReportRows(Delivery delivery, BusinessReport report, Conventions conventions) {
        super(delivery, "REPORT", conventions);
        header().set("report", report.report()).set("partner_doc_no", report.reportNumber()).set("purpose", report.purpose())
            .set("doc_date", report.reportDate()).set("period_from", from(report.period()))
            .set("period_to", to(report.period())).set("outcome", report.outcome())
            .set("line_count", orEmpty(report.lines()).size());
        orEmpty(report.references()).forEach(this::reference);
        orEmpty(report.lines()).forEach(this::line);
        parties(report.parties());
        texts(WHOLE, report.texts());
        extras(WHOLE, report.extras());
    }

    private void reference(BusinessReport.Reference reference) {
        references++;
        add(InterfaceTable.REF, Integer.toString(references)).set("seq", references).set("kind", reference.kind())
            .set("number", reference.value());
    }

    /** Reports need not number their lines, or repeat numbers, and the row's key needs one: the place in the report then. */
    private void line(BusinessReport.Line line) {
        lines++;
        String number = line.lineNo() == null || !numbers.add(line.lineNo()) ? "#" + lines : line.lineNo();
        NewRow row = add(InterfaceTable.LINE, number).set("line_no", number);
        article(row, line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(), line.description());
        row.set("po_number", line.poNumber()).set("place", line.place());
        int seq = 0;
        for (Figure figure : orEmpty(line.figures())) {
            seq++;
            figure(number, seq, figure);
        }
        texts(number, line.texts());
    }

    private void figure(String line, int seq, Figure figure) {
        Quantity quantity = figure.quantity();
        add(InterfaceTable.FIGURE, line).set("line_no", line).set("seq", seq).set("code", figure.code())
            .set("qty", quantity == null ? null : quantity.amount())
            .set("uom", quantity == null ? null : codes.unit(quantity.unit())).set("amount", figure.amount())
            .set("from_date", figure.from()).set("to_date", figure.to()).set("happened_at", conventions.local(figure.at()))
            .set("remark", figure.text());
    }
}
