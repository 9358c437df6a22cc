// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Item;
import io.acornhub.interchange.FaultCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SHIPMENT: lines are what is shipped, packages where it lies. */
final class ShipmentRows extends RowsFromErp {
    static final List<String> TABLES = List.of("iface_line", "iface_package", "iface_package_item", "iface_party", "iface_text",
        "iface_extra");

    ShipmentRows(CollectedRows rows, Conventions conventions) {
        super(rows, conventions);
    }

    @Override
    ShipmentNotice document() {
        String id = header.needed(header.text("shipment_id"), "shipment_id", "the number of the shipment");
        List<Row> lines = lines();
        List<Item> items = lines.stream().map(this::item).toList();
        Map<String, Row> byNumber = lines.stream().collect(Collectors.toMap(line -> line.text("line_no"), Function.identity(),
            (one, same) -> one));
        return new ShipmentNotice(DocumentType.SHIPMENT_NOTICE.title(), id, purpose(), created(),
            header.instant("shipped_at", conventions), header.instant("eta", conventions),
            header.instant("appointment_at", conventions), header.text("vendor_code"), header.text("bol_no"),
            header.text("pro_no"), header.text("amazon_ref"), header.text("seal_no"), freight(), shipmentType(), header.text("scac"),
            header.text("carrier_name"), header.integer("carton_count"), header.integer("pallet_count"),
            measure(header, "gross_weight", "weight_uom"), measure(header, "volume", "volume_uom"), parties(), texts(), items,
            new PackageRows(this, byNumber).packages(), extras(WHOLE));
    }

    /** A row that does not say when the notice was made was made with it. */
    private Instant created() {
        return header.instant(header.text("issued_at") == null ? "created_at" : "issued_at", conventions);
    }

    private Item item(Row line) {
        String number = line.text("line_no");
        String po = line.text("po_number") == null ? header.text("po_number") : line.text("po_number");
        if (po == null) {
            line.fault(FaultCode.VALUE_MISSING, "po_number", "the PO number is missing, here and in iface_doc.po_number");
        }
        return new Item(number, po, line.text("po_line_no") == null ? number : line.text("po_line_no"), line.text("buyer_item"),
            line.text("vendor_item"), gtin(line), null, line.text("description"), quantity(line), line.text("lot_no"),
            line.day("expiry_date"), extras(number));
    }
}
