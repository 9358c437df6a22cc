// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Party;
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

/** The rows of one document for the ERP, header id and version still open. One subclass a document type fills them. */
abstract class RowsToErp {
    /** The line number of what is said of the whole document. */
    static final String WHOLE = "-";
    private static final int UPC_LENGTH = 12;
    private static final int STREETS = 3;

    protected final Conventions conventions;
    protected final InterfaceCodes codes;
    private final List<Fault> faults = new ArrayList<>();
    private final List<NewRow> rows = new ArrayList<>();
    private final NewRow header = new NewRow(InterfaceTable.DOC, "", faults);

    protected RowsToErp(Delivery delivery, String docType, Conventions conventions) {
        this.conventions = conventions;
        this.codes = conventions.codes();
        CanonicalDocument document = delivery.document();
        header.set("direction", "I").set("doc_type", docType).set("source_system", null).set("doc_key", null)
            .set("doc_version", null).set("payload_hash", null).set("hub_id", delivery.documentId())
            .set("control_ref", delivery.controlReference()).set("po_number", document.poNumber())
            .set("vendor_code", document.vendorCode()).set("status", "NEW");
        rows.add(header);
    }

    final List<Fault> faults() {
        return faults;
    }

    final NewRow header() {
        return header;
    }

    final List<NewRow> rows() {
        return rows;
    }

    /** @param where what tells the row from others of its table; goes into the brackets of faults */
    protected final NewRow add(InterfaceTable table, String where) {
        NewRow row = new NewRow(table, "[" + where + "]", faults);
        rows.add(row);
        return row;
    }

    /** An ISBN stands as the EAN that is printed on the book. */
    protected final void article(NewRow line, String buyerItem, String vendorItem, String gtin, String isbn, String description) {
        String number = gtin == null && isbn != null ? Isbn.ean(isbn) : gtin;
        boolean upc = number != null && number.length() == UPC_LENGTH;
        line.set("buyer_item", buyerItem).set("vendor_item", vendorItem).set("ean", upc ? null : number)
            .set("upc", upc ? number : null).set("description", description);
    }

    protected final void quantity(NewRow line, Quantity quantity) {
        line.set("qty", quantity == null ? null : quantity.amount())
            .set("uom", quantity == null ? null : codes.unit(quantity.unit()))
            .set("pack_size", quantity == null ? null : quantity.unitSize()).set("qty_each", eaches(quantity));
    }

    static BigDecimal eaches(Quantity quantity) {
        if (quantity == null || quantity.amount() == null) {
            return null;
        }
        if (quantity.unitSize() != null) {
            return quantity.amount().multiply(BigDecimal.valueOf(quantity.unitSize()));
        }
        return "EACH".equals(quantity.unit()) ? quantity.amount() : null;
    }

    /** A second party of a role is named after it ({@code SHIP_TO_2}), since role is in the key. */
    protected final void parties(List<Party> parties) {
        Map<String, Integer> roles = new HashMap<>();
        for (Party party : orEmpty(parties)) {
            String role = party.role() == null ? "OTHER" : party.role();
            int number = roles.merge(role, 1, Integer::sum);
            party(party, number == 1 ? role : role + "_" + number);
        }
    }

    private void party(Party party, String role) {
        List<String> street = orEmpty(party.street());
        String rest = street.size() < STREETS ? null : String.join(", ", street.subList(STREETS - 1, street.size()));
        add(InterfaceTable.PARTY, role).set("role", role).set("line_no", WHOLE).set("party_id", party.id())
            .set("id_type", party.idType()).set("name", party.name()).set("street1", street.isEmpty() ? null : street.get(0))
            .set("street2", street.size() < 2 ? null : street.get(1)).set("street3", rest).set("city", party.city())
            .set("region", party.region()).set("postal_code", party.postalCode()).set("country", party.country())
            .set("tax_id", party.taxNumber());
    }

    protected final void texts(String lineNo, List<String> texts) {
        int seq = 0;
        for (String text : orEmpty(texts)) {
            seq++;
            add(InterfaceTable.TEXT, lineNo).set("line_no", lineNo).set("seq", seq).set("text", text);
        }
    }

    protected final void extras(String lineNo, Map<String, String> extras) {
        if (extras != null) {
            extras.forEach((name, content) -> add(InterfaceTable.EXTRA, lineNo).set("line_no", lineNo).set("name", name)
                .set("content", content));
        }
    }

    protected final void windows(Window ship, Window deliver) {
        header.set("ship_from_date", start(from(ship))).set("ship_to_date", start(to(ship)))
            .set("deliver_from", start(from(deliver))).set("deliver_to", start(to(deliver)));
    }

    protected static LocalDate from(Window window) {
        return window == null ? null : window.from();
    }

    protected static LocalDate to(Window window) {
        return window == null ? null : window.to();
    }

    private static LocalDateTime start(LocalDate day) {
        return day == null ? null : day.atStartOfDay();
    }

    protected static String yesNo(Boolean value) {
        return value == null ? null : value ? "Y" : "N";
    }

    protected static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
