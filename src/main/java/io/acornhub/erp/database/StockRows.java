// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** STOCK. Whether an advice is full or partial must be said: what a full one leaves out counts as zero. */
final class StockRows extends RowsFromErp {
    static final List<String> TABLES = List.of("iface_line", "iface_party", "iface_extra");
    private static final Map<String, String> PURPOSES = Map.of("FULL", "FULL", "PARTIAL", "PARTIAL");

    StockRows(CollectedRows rows, Conventions conventions) {
        super(rows, conventions);
    }

    @Override
    InventoryAdvice document() {
        String number = header.text("partner_doc_no") == null ? header.text("doc_key") : header.text("partner_doc_no");
        String purpose = header.needed(header.oneOf("purpose", PURPOSES), "purpose", "the purpose (FULL or PARTIAL)");
        LocalDate asOf = header.needed(header.day("doc_date"), "doc_date", "the day the stock is of");
        return new InventoryAdvice(DocumentType.INVENTORY_ADVICE.title(), number, purpose, asOf, header.text("vendor_code"),
            header.text("currency"), parties(), lines().stream().map(this::line).toList(), extras(WHOLE));
    }

    private InventoryAdvice.Line line(Row line) {
        Quantity available = quantity(line);
        BigDecimal next = positive(line, "next_qty");
        return new InventoryAdvice.Line(line.text("line_no"), line.text("buyer_item"), line.text("vendor_item"), gtin(line), null,
            line.text("description"), line.text("warehouse"), available,
            next == null ? null : new Quantity(next, available.unit(), available.unitSize()), line.day("next_date"), price(line),
            line.yesNo("discontinued"), extras(line.text("line_no")));
    }
}
