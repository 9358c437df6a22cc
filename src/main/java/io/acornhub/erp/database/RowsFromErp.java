// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Measure;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A document made of its rows; one subclass a document type. What cannot be read is a fault at
 * {@code <table>[<line>].<column>}, and all of them are found at once.
 */
abstract class RowsFromErp {
    /** The line number of what is said of the whole document. */
    protected static final String WHOLE = "-";
    private static final Map<String, String> FREIGHT = Map.of("COLLECT", "COLLECT", "PREPAID", "PREPAID");
    private static final Map<String, String> PURPOSES = Map.of("ORIGINAL", "ORIGINAL", "REPLACE", "REPLACE", "CANCEL", "CANCEL");
    private static final Map<String, String> SHIPMENT_TYPES = Map.of("TRUCKLOAD", "TRUCKLOAD", "LESS_THAN_TRUCKLOAD",
        "LESS_THAN_TRUCKLOAD", "SMALL_PARCEL", "SMALL_PARCEL", "AIR", "AIR", "OCEAN", "OCEAN", "TL", "TRUCKLOAD", "LTL",
        "LESS_THAN_TRUCKLOAD", "PARCEL", "SMALL_PARCEL");
    /** By number where they are numbers: 2 before 10. */
    private static final Comparator<String> IN_ORDER = Comparator.comparing((String number) ->
        number.matches("\\d{1,18}") ? new BigDecimal(number) : BigDecimal.valueOf(Long.MAX_VALUE)).thenComparing(number -> number);

    protected final CollectedRows rows;
    protected final Row header;
    protected final Conventions conventions;
    protected final InterfaceCodes codes;

    protected RowsFromErp(CollectedRows rows, Conventions conventions) {
        this.rows = rows;
        this.header = rows.header();
        this.conventions = conventions;
        this.codes = conventions.codes();
    }

    /** The document; worth nothing where it found faults. */
    abstract CanonicalDocument document();

    /** The lines in their order; a fault where there are none. */
    protected final List<Row> lines() {
        List<Row> lines = new ArrayList<>(rows.of("iface_line"));
        if (lines.isEmpty()) {
            new Row("iface_line", Map.of(), rows.faults()).fault(FaultCode.VALUE_MISSING, "line_no", "there are no lines");
        }
        lines.sort(Comparator.comparing(line -> line.text("line_no"), IN_ORDER));
        return lines;
    }

    /** The rows of a table that belong to a line, or to {@link #WHOLE} document. */
    protected final List<Row> of(String table, String lineNo) {
        return rows.of(table).stream().filter(row -> Objects.equals(lineNo, belongsTo(row))).toList();
    }

    private static String belongsTo(Row row) {
        return row.text("line_no") == null ? WHOLE : row.text("line_no");
    }

    protected final String purpose() {
        String said = header.oneOf("purpose", PURPOSES);
        if (said != null || header.text("purpose") != null) {
            return said;
        }
        Integer version = header.integer("doc_version");
        return version == null || version == 0 ? "ORIGINAL" : "REPLACE";
    }

    protected final String freight() {
        return header.oneOf("freight_terms", FREIGHT);
    }

    protected final String shipmentType() {
        return header.oneOf("transport_mode", SHIPMENT_TYPES);
    }

    protected final String gtin(Row row) {
        String column = row.text("ean") == null ? "upc" : "ean";
        String number = row.text(column);
        if (number != null && !number.matches("\\d{8,14}")) {
            row.fault(FaultCode.VALUE_UNREADABLE, column, "'" + number + "' is no article number of 8 to 14 digits");
        }
        return number;
    }

    /** What the line's unit says; null and a fault for a code that is in no list. */
    protected final String unit(Row row, String column) {
        String code = row.text(column);
        if (code == null) {
            return null;
        }
        return codes.canonicalUnit(code).orElseGet(() -> {
            row.fault(FaultCode.CODE_NOT_IN_LIST, column, "unit '" + code + "' is not in code list units, column iface");
            return null;
        });
    }

    /** A quantity that the document cannot do without. */
    protected final Quantity quantity(Row row) {
        BigDecimal amount = row.needed(row.decimal("qty"), "qty", "the quantity");
        String unit = row.needed(unit(row, "uom"), "uom", "the unit");
        return new Quantity(amount, unit, row.integer("pack_size"));
    }

    protected final Price price(Row row) {
        BigDecimal amount = positive(row, "net_price");
        return amount == null ? null : new Price(amount, header.text("currency"), codes.canonicalPriceBasis(row.text("price_basis_uom")));
    }

    /** A number with its unit; one without the other is a fault. */
    protected final Measure measure(Row row, String column, String unitColumn) {
        BigDecimal amount = positive(row, column);
        if (amount == null) {
            return null;
        }
        return new Measure(amount, row.needed(unit(row, unitColumn), unitColumn, "the unit of " + column));
    }

    /** Amounts that count by the kind of the document, not by their sign. */
    protected final BigDecimal positive(Row row, String column) {
        BigDecimal amount = row.decimal(column);
        if (amount != null && amount.signum() < 0) {
            row.fault(FaultCode.VALUE_UNREADABLE, column, "'" + amount.toPlainString()
                + "' is below zero; write it positive, the kind of document or row says which way it counts");
        }
        return amount;
    }

    /** A second party of a role is named after it ({@code SHIP_TO_2}). */
    protected final List<Party> parties() {
        return of("iface_party", WHOLE).stream().map(row -> new Party(row.text("role").replaceFirst("_\\d+$", ""),
            row.text("party_id"), row.text("id_type"),
            row.text("name"), Stream.of("street1", "street2", "street3").map(row::text).filter(Objects::nonNull).toList(),
            row.text("city"), row.text("region"), row.text("postal_code"), row.text("country"),
            row.text("tax_id"))).toList();
    }

    protected final List<String> texts() {
        return of("iface_text", WHOLE).stream().map(row -> row.text("text")).filter(Objects::nonNull).toList();
    }

    protected final Map<String, String> extras(String lineNo) {
        Map<String, String> extras = new LinkedHashMap<>();
        of("iface_extra", lineNo).stream().filter(row -> row.text("content") != null)
            .forEach(row -> extras.put(row.text("name"), row.text("content")));
        return extras;
    }
}
