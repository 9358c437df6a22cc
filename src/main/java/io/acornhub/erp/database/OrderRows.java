// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.Party;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.Window;
import io.acornhub.erp.Delivery;
import io.acornhub.interchange.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one order, header id still open. */
final class OrderRows {
    static final String TYPE = "ORDER";
    static final InterfaceTable DOC = new InterfaceTable("iface_doc", "header_id", "direction", "doc_type", "source_system:30",
        "doc_key:80", "doc_version", "payload_hash", "control_ref:120", "po_number:35", "vendor_code:20", "doc_date",
        "currency:3", "ship_from_date", "ship_to_date", "deliver_from", "deliver_to", "order_type:30", "total_qty:18.4",
        "line_count", "status");
    static final InterfaceTable LINE = new InterfaceTable("iface_line", "header_id", "line_no:20", "buyer_item:40",
        "vendor_item:60", "ean:14", "upc:14", "description:255", "qty:18.4", "uom:5", "pack_size", "qty_each:18.4",
        "net_price:18.6", "price_basis_uom:5", "po_number:35", "po_line_no:20", "backorder_allowed");
    static final InterfaceTable SCHEDULE = new InterfaceTable("iface_schedule", "header_id", "line_no:20", "sched_no", "action",
        "qty:18.4", "uom:5", "ship_date", "delivery_date");
    static final InterfaceTable PARTY = new InterfaceTable("iface_party", "header_id", "role:12", "line_no", "party_id:40",
        "id_type:12", "name:80", "street1:80", "street2:80", "street3:80", "city:60", "region:30", "postal_code:20", "country:2");
    private static final int UPC_LENGTH = 12;
    private static final int STREETS = 3;

    private final InterfaceCodes codes;
    private final PurchaseOrder order;
    private final List<Fault> faults = new ArrayList<>();
    private final Object[] doc;
    private final List<Object[]> lines = new ArrayList<>();
    private final List<Object[]> schedules = new ArrayList<>();
    private final List<Object[]> parties = new ArrayList<>();

    OrderRows(Delivery delivery, PurchaseOrder order, String sourceSystem, String key, String hash, InterfaceCodes codes) {
        this.codes = codes;
        this.order = order;
        Window ship = order.shipWindow();
        Window deliver = order.deliveryWindow();
        doc = DOC.row("", faults, null, "I", TYPE, sourceSystem, key, 0, hash, delivery.controlReference(), order.poNumber(),
            order.vendorCode(), order.orderDate(), order.currency(), start(from(ship)), start(to(ship)), start(from(deliver)),
            start(to(deliver)), order.orderType(), total(order), order.lines().size(), "NEW");
        order.lines().forEach(this::line);
        Map<String, Integer> roles = new HashMap<>();
        if (order.parties() != null) {
            order.parties().forEach(party -> party(party, roles));
        }
    }

    List<Fault> faults() {
        return faults;
    }

    /** Adds the rows to what is inserted. */
    void collect(long headerId, List<Object[]> docs, List<Object[]> allLines, List<Object[]> allSchedules,
                 List<Object[]> allParties) {
        doc[0] = headerId;
        List.of(lines, schedules, parties).forEach(rows -> rows.forEach(row -> row[0] = headerId));
        docs.add(doc);
        allLines.addAll(lines);
        allSchedules.addAll(schedules);
        allParties.addAll(parties);
    }

    /** Of all lines in eaches; null where that is not known of one of them. */
    private static BigDecimal total(PurchaseOrder order) {
        BigDecimal total = BigDecimal.ZERO;
        for (PurchaseOrder.Line line : order.lines()) {
            BigDecimal each = eaches(line.quantity());
            total = each == null || total == null ? null : total.add(each);
        }
        return total;
    }

    private void line(PurchaseOrder.Line line) {
        Quantity quantity = line.quantity();
        String unit = quantity == null ? null : codes.unit(quantity.unit());
        BigDecimal amount = quantity == null ? null : quantity.amount();
        String gtin = line.gtin() == null && line.isbn() != null ? Isbn.ean(line.isbn()) : line.gtin();
        boolean upc = gtin != null && gtin.length() == UPC_LENGTH;
        String where = "[" + line.lineNo() + "]";
        lines.add(LINE.row(where, faults, null, line.lineNo(), line.buyerItem(), line.vendorItem(), upc ? null : gtin,
            upc ? gtin : null, line.description(), amount, unit, quantity == null ? null : quantity.unitSize(), eaches(quantity),
            line.price() == null ? null : line.price().amount(),
            line.price() == null ? null : codes.priceBasis(line.price().basis()),
            order.poNumber(), line.lineNo(), order.backOrderAllowed() == null ? null : order.backOrderAllowed() ? "Y" : "N"));
        schedules.add(SCHEDULE.row(where, faults, null, line.lineNo(), 1, "ORDER", amount, unit, to(order.shipWindow()),
            to(order.deliveryWindow())));
    }

    private static BigDecimal eaches(Quantity quantity) {
        if (quantity == null || quantity.amount() == null) {
            return null;
        }
        if (quantity.unitSize() != null) {
            return quantity.amount().multiply(BigDecimal.valueOf(quantity.unitSize()));
        }
        return "EACH".equals(quantity.unit()) ? quantity.amount() : null;
    }

    /** A second party of a role is named after it ({@code SHIP_TO_2}), since role is in the key. */
    private void party(Party party, Map<String, Integer> roles) {
        String role = party.role() == null ? "OTHER" : party.role();
        int number = roles.merge(role, 1, Integer::sum);
        String named = number == 1 ? role : role + "_" + number;
        List<String> street = party.street() == null ? List.of() : party.street();
        String rest = street.size() < STREETS ? null : String.join(", ", street.subList(STREETS - 1, street.size()));
        parties.add(PARTY.row("[" + named + "]", faults, null, named, "-", party.id(), party.idType(), party.name(),
            street.isEmpty() ? null : street.get(0), street.size() < 2 ? null : street.get(1), rest, party.city(), party.region(),
            party.postalCode(), party.country()));
    }

    private static LocalDate from(Window window) {
        return window == null ? null : window.from();
    }

    private static LocalDate to(Window window) {
        return window == null ? null : window.to();
    }

    private static LocalDateTime start(LocalDate day) {
        return day == null ? null : day.atStartOfDay();
    }
}
