// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.Dimensions;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.ShipmentNotice.Content;
import io.acornhub.canonical.ShipmentNotice.Package;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pallets and cartons of a shipment, each before what lies in it. */
final class PackageRows {
    private static final Map<String, String> KINDS = Map.of("PALLET", "PALLET", "CARTON", "CARTON");
    private static final String NO_LOT = "-";

    private final ShipmentRows shipment;
    private final Map<String, Row> lines;
    private final Map<String, List<Row>> contents = new LinkedHashMap<>();

    /** @param lines of the shipment by number */
    PackageRows(ShipmentRows shipment, Map<String, Row> lines) {
        this.shipment = shipment;
        this.lines = lines;
        shipment.rows.of("iface_package_item").forEach(row ->
            contents.computeIfAbsent(String.valueOf(row.text("package_no")), number -> new ArrayList<>()).add(row));
    }

    List<Package> packages() {
        List<Row> waiting = new ArrayList<>(shipment.rows.of("iface_package"));
        Set<String> placed = new HashSet<>();
        List<Package> packages = new ArrayList<>();
        boolean moved = true;
        while (moved) {
            List<Row> next = waiting.stream().filter(row -> row.text("parent_package_no") == null
                || placed.contains(row.text("parent_package_no"))).toList();
            next.forEach(row -> {
                placed.add(row.text("package_no"));
                packages.add(made(row));
            });
            waiting.removeAll(next);
            moved = !next.isEmpty();
        }
        waiting.forEach(row -> row.fault(FaultCode.VALUE_UNREADABLE, "parent_package_no", "package " + row.text("parent_package_no")
            + ", which package " + row.text("package_no") + " is to lie in, is not in iface_package or lies in it itself"));
        contents.forEach((number, rows) -> rows.get(0).fault(FaultCode.VALUE_MISSING, "package_no", "package " + number
            + " has contents but is not in iface_package"));
        return packages;
    }

    private Package made(Row row) {
        String number = row.text("package_no");
        String kind = row.needed(row.oneOf("kind", KINDS), "kind", "the kind (PALLET or CARTON)");
        List<Row> inside = contents.remove(number);
        return new Package(number, row.text("parent_package_no"), kind, sscc(row), row.text("tracking_no"),
            shipment.measure(row, "gross_weight", "weight_uom"), dimensions(row),
            inside == null ? List.of() : inside.stream().map(this::content).toList());
    }

    /** 18 digits; the application identifier 00 of a bar code, which makes 20 of them, is left out. */
    private static String sscc(Row row) {
        String text = row.text("sscc");
        if (text == null || text.matches("(00)?\\d{18}")) {
            return text == null ? null : text.substring(text.length() - 18);
        }
        row.fault(FaultCode.VALUE_UNREADABLE, "sscc", "'" + text + "' is no SSCC of 18 digits, or of 20 with the identifier 00");
        return null;
    }

    private Dimensions dimensions(Row row) {
        BigDecimal length = shipment.positive(row, "length");
        BigDecimal width = shipment.positive(row, "width");
        BigDecimal height = shipment.positive(row, "height");
        if (length == null && width == null && height == null) {
            return null;
        }
        return new Dimensions(length, width, height, row.needed(shipment.unit(row, "dim_uom"), "dim_uom", "the unit of the dimensions"));
    }

    private Content content(Row row) {
        Row line = lines.get(String.valueOf(row.text("line_no")));
        if (line == null) {
            row.fault(FaultCode.VALUE_MISSING, "line_no", "line " + row.text("line_no") + " lies in package "
                + row.text("package_no") + " but is not in iface_line");
            return null;
        }
        BigDecimal amount = row.needed(row.decimal("qty"), "qty", "the quantity");
        String unit = row.text("uom") == null ? shipment.unit(line, "uom") : shipment.unit(row, "uom");
        String lot = NO_LOT.equals(row.text("lot_no")) ? null : row.text("lot_no");
        return new Content(row.text("line_no"), new Quantity(amount, unit, line.integer("pack_size")), lot, row.day("expiry_date"));
    }
}
