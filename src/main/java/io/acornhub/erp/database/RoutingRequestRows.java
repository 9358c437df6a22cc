// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.RoutingRequest;
import io.acornhub.canonical.RoutingRequest.OrderLoad;
import io.acornhub.interchange.FaultCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** ROUTING from the ERP: freight that is to be collected, a row of iface_load for each order. */
final class RoutingRequestRows extends RowsFromErp {
    static final List<String> TABLES = List.of("iface_load", "iface_party", "iface_text", "iface_extra");

    RoutingRequestRows(CollectedRows rows, Conventions conventions) {
        super(rows, conventions);
    }

    @Override
    RoutingRequest document() {
        String number = header.text("partner_doc_no") == null ? header.text("doc_key") : header.text("partner_doc_no");
        Instant ready = header.needed(header.instant("ready_at", conventions), "ready_at", "the time from when it can be collected");
        if (rows.of("iface_load").isEmpty()) {
            new Row("iface_load", Map.of(), rows.faults()).fault(FaultCode.VALUE_MISSING, "po_number", "there are no orders");
        }
        return new RoutingRequest(DocumentType.ROUTING_REQUEST.title(), number, purpose(), header.instant("issued_at", conventions),
            ready, header.text("vendor_code"), header.text("contact_name"), header.text("contact_phone"),
            header.text("contact_email"), parties(), texts(), rows.of("iface_load").stream().map(this::load).toList(), extras(WHOLE));
    }

    private OrderLoad load(Row row) {
        return new OrderLoad(row.needed(row.text("po_number"), "po_number", "the PO number"), row.text("ship_to"),
            row.integer("carton_count"), row.integer("pallet_count"), measure(row, "gross_weight", "weight_uom"),
            measure(row, "volume", "volume_uom"), row.yesNo("stackable"), row.text("freight_class"));
    }
}
