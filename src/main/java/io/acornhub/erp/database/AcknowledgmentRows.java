// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ORDER_ACK: the answer to an order, or with purpose CHANGE the answer to a change of it. */
final class AcknowledgmentRows extends RowsFromErp {
    static final List<String> TABLES = List.of("iface_line", "iface_schedule", "iface_extra");
    private static final Map<String, String> STATUS =
        Map.of("ACCEPT", "ACCEPTED", "BACKORDER", "BACKORDERED", "REJECT", "REJECTED", "CONFIRM", "CONFIRMED");
    private static final Map<String, String> ANSWERS = Map.of("ORIGINAL", "ORDER", "ORDER", "ORDER", "CHANGE", "CHANGE");

    AcknowledgmentRows(CollectedRows rows, Conventions conventions) {
        super(rows, conventions);
    }

    @Override
    OrderAcknowledgment document() {
        String po = header.needed(header.text("po_number"), "po_number", "the PO number");
        Map<String, List<Row>> byLine = new LinkedHashMap<>();
        rows.of("iface_schedule").forEach(row -> byLine.computeIfAbsent(row.text("line_no"), line -> new ArrayList<>()).add(row));
        List<OrderAcknowledgment.Line> lines = lines().stream().map(line -> line(line, byLine.remove(line.text("line_no")))).toList();
        byLine.forEach((line, schedules) -> schedules.get(0).fault(FaultCode.VALUE_MISSING, "line_no",
            "line " + line + " has schedules but is not in iface_line"));
        return new OrderAcknowledgment(DocumentType.ORDER_ACKNOWLEDGMENT.title(), po, header.day("order_date"), header.day("doc_date"),
            header.oneOf("purpose", ANSWERS), header.text("vendor_code"), header.text("partner_doc_no"), lines, extras(WHOLE));
    }

    private OrderAcknowledgment.Line line(Row line, List<Row> schedules) {
        String unit = unit(line, "uom");
        BigDecimal ordered = line.decimal("qty");
        Integer pack = line.integer("pack_size");
        String number = line.text("line_no");
        return new OrderAcknowledgment.Line(line.text("po_line_no") == null ? number : line.text("po_line_no"),
            line.text("buyer_item"), line.text("vendor_item"), gtin(line), null,
            ordered == null ? null : new Quantity(ordered, unit, pack), price(line),
            schedules == null ? List.of() : schedules.stream().map(schedule -> disposition(schedule, unit, pack)).toList(),
            extras(number));
    }

    private Disposition disposition(Row schedule, String lineUnit, Integer pack) {
        String status = schedule.oneOf("action", STATUS);
        schedule.needed(status, "action", "the action");
        BigDecimal amount = schedule.decimal("qty");
        boolean rejected = "REJECTED".equals(status);
        if (!rejected) {
            schedule.needed(amount, "qty", "the quantity");
        }
        String unit = schedule.text("uom") == null ? lineUnit : unit(schedule, "uom");
        return new Disposition(status, amount == null ? null : new Quantity(amount, unit, pack), schedule.day("ship_date"),
            schedule.day("delivery_date"), rejected && schedule.text("reason_code") != null ? reason(schedule) : null);
    }

    private String reason(Row schedule) {
        String code = schedule.text("reason_code");
        return codes.canonicalReason(code).orElseGet(() -> {
            schedule.fault(FaultCode.CODE_NOT_IN_LIST, "reason_code", "reason '" + code
                + "' is not in code list rejection-reasons, column iface");
            return null;
        });
    }
}
