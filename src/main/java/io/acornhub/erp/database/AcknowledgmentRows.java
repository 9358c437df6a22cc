// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order acknowledgment made of its rows. What cannot be read is a fault at {@code <table>[<line>].<column>}. */
final class AcknowledgmentRows {
    static final String TYPE = "ORDER_ACK";
    private static final Map<String, String> STATUS =
        Map.of("ACCEPT", "ACCEPTED", "BACKORDER", "BACKORDERED", "REJECT", "REJECTED", "CONFIRM", "CONFIRMED");

    private final InterfaceCodes codes;
    private final List<Fault> faults = new ArrayList<>();

    AcknowledgmentRows(InterfaceCodes codes) {
        this.codes = codes;
    }

    /** Columns of iface_doc, iface_line and iface_schedule as read, blank padding removed. */
    record Header(String poNumber, String vendorCode, String orderNumber, LocalDate date, String currency) {
    }

    record Line(String lineNo, String poLineNo, String buyerItem, String vendorItem, String ean, String upc, BigDecimal qty,
                String uom, Integer packSize, BigDecimal netPrice, String priceBasis) {
    }

    record Schedule(String lineNo, int number, String action, BigDecimal qty, String uom, LocalDate shipDate,
                    LocalDate deliveryDate, String reason) {
    }

    /** @throws MappingFault with everything that cannot be read */
    OrderAcknowledgment document(Header header, List<Line> lines, List<Schedule> schedules) {
        if (header.poNumber() == null) {
            fault(FaultCode.VALUE_MISSING, "iface_doc", null, "po_number", null, "there is no PO number");
        }
        if (lines.isEmpty()) {
            fault(FaultCode.VALUE_MISSING, "iface_line", null, "line_no", null, "there are no lines");
        }
        Map<String, List<Schedule>> byLine = new LinkedHashMap<>();
        schedules.forEach(schedule -> byLine.computeIfAbsent(schedule.lineNo(), line -> new ArrayList<>()).add(schedule));
        List<OrderAcknowledgment.Line> read = lines.stream().sorted(IN_ORDER)
            .map(line -> line(header, line, byLine.remove(line.lineNo()))).toList();
        byLine.keySet().forEach(line -> fault(FaultCode.VALUE_MISSING, "iface_schedule", line, "line_no", line,
            "line " + line + " has schedules but is not in iface_line"));
        if (!faults.isEmpty()) {
            throw new MappingFault(faults);
        }
        return new OrderAcknowledgment(DocumentType.ORDER_ACKNOWLEDGMENT.title(), header.poNumber(), null, header.date(),
            null, header.vendorCode(), header.orderNumber(), read, Map.of());
    }

    /** By number where they are numbers: 2 before 10. */
    private static final Comparator<Line> IN_ORDER = Comparator
        .comparing((Line line) ->
            line.lineNo().matches("\\d+") ? new BigDecimal(line.lineNo()) : BigDecimal.valueOf(Long.MAX_VALUE))
        .thenComparing(Line::lineNo);

    private OrderAcknowledgment.Line line(Header header, Line line, List<Schedule> schedules) {
        String unit = unit("iface_line", line.lineNo(), line.uom());
        Quantity ordered = line.qty() == null ? null : new Quantity(line.qty(), unit, line.packSize());
        Price price = line.netPrice() == null ? null
            : new Price(line.netPrice(), header.currency(), codes.canonicalPriceBasis(line.priceBasis()));
        List<Disposition> dispositions = schedules == null ? List.of()
            : schedules.stream().sorted(Comparator.comparingInt(Schedule::number)).map(s -> disposition(s, line, unit)).toList();
        return new OrderAcknowledgment.Line(line.poLineNo() == null ? line.lineNo() : line.poLineNo(), line.buyerItem(),
            line.vendorItem(), line.ean() == null ? line.upc() : line.ean(), null, ordered, price, dispositions, Map.of());
    }

    private Disposition disposition(Schedule schedule, Line line, String lineUnit) {
        String status = schedule.action() == null ? null : STATUS.get(schedule.action());
        if (status == null) {
            fault(FaultCode.CODE_NOT_IN_LIST, "iface_schedule", line.lineNo(), "action", schedule.action(), "action '"
                + schedule.action() + "' is none of " + STATUS.keySet().stream().sorted().toList());
        }
        boolean rejected = "REJECTED".equals(status);
        if (schedule.qty() == null && !rejected) {
            fault(FaultCode.VALUE_MISSING, "iface_schedule", line.lineNo(), "qty", null, "there is no quantity");
        }
        String unit = schedule.uom() == null ? lineUnit : unit("iface_schedule", line.lineNo(), schedule.uom());
        Quantity quantity = schedule.qty() == null ? null : new Quantity(schedule.qty(), unit, line.packSize());
        return new Disposition(status, quantity, schedule.shipDate(), schedule.deliveryDate(),
            rejected && schedule.reason() != null ? reason(schedule) : null);
    }

    private String reason(Schedule schedule) {
        return codes.canonicalReason(schedule.reason()).orElseGet(() -> {
            fault(FaultCode.CODE_NOT_IN_LIST, "iface_schedule", schedule.lineNo(), "reason_code", schedule.reason(), "reason '"
                + schedule.reason() + "' is not in code list rejection-reasons, column iface");
            return null;
        });
    }

    private String unit(String table, String line, String code) {
        if (code == null) {
            return null;
        }
        return codes.canonicalUnit(code).orElseGet(() -> {
            fault(FaultCode.CODE_NOT_IN_LIST, table, line, "uom", code, "unit '" + code
                + "' is not in code list units, column iface");
            return null;
        });
    }

    private void fault(FaultCode code, String table, String line, String column, String value, String text) {
        String where = table + (line == null ? "" : "[" + line + "]") + "." + column;
        faults.add(Fault.onPath(code, where, value, where + ": " + text));
    }
}
