// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An interface table as the hub writes it. Widths are known here, so that what does not fit is a fault that names the column,
 * and no database rounds or cuts it.
 */
final class InterfaceTable {
    static final InterfaceTable DOC = new InterfaceTable("iface_doc", "source_system:30", "doc_key:80", "hub_id:40",
        "control_ref:120", "po_number:35", "vendor_code:20", "partner_doc_no:35", "currency:3", "order_type:30", "terms_code:20",
        "ref_doc_no:35", "total_amount:18.4", "total_qty:18.4", "payment_ref:40", "payment_method:20", "purpose:10", "change_no:40",
        "request_no:40", "freight_terms:10", "deal_code:40", "related_po:35", "report:30", "outcome:30", "outcome_code:20");
    static final InterfaceTable LINE = new InterfaceTable("iface_line", "line_no:20", "buyer_item:40", "vendor_item:60", "ean:14",
        "upc:14", "description:255", "qty:18.4", "uom:5", "qty_each:18.4", "net_price:18.6", "price_basis_uom:5", "po_number:35",
        "po_line_no:20", "action:10", "place:60");
    static final InterfaceTable SCHEDULE = new InterfaceTable("iface_schedule", "line_no:20", "qty:18.4", "uom:5");
    static final InterfaceTable PARTY = new InterfaceTable("iface_party", "role:12", "party_id:40", "id_type:12", "name:80",
        "street1:80", "street2:80", "street3:80", "city:60", "region:30", "postal_code:20", "country:2", "tax_id:30");
    static final InterfaceTable PAYMENT_ITEM = new InterfaceTable("iface_payment_item", "reference:60", "invoice_no:35",
        "doc_kind:10", "po_number:35", "gross:18.4", "discount:18.4", "adjustment:18.4", "adjustment_code:40",
        "adjustment_reason:30", "net:18.4", "remark:500");
    static final InterfaceTable LOAD = new InterfaceTable("iface_load", "po_number:35", "amazon_ref:40", "scac:10",
        "carrier_name:60", "transport_mode:20", "pickup_time:5", "ship_to:20", "gross_weight:18.4", "weight_uom:5");
    static final InterfaceTable TEXT = new InterfaceTable("iface_text", "line_no:20", "text:2000");
    static final InterfaceTable EXTRA = new InterfaceTable("iface_extra", "line_no:20", "name:60", "content:500");
    static final InterfaceTable REF = new InterfaceTable("iface_ref", "kind:40", "number:80");
    static final InterfaceTable FIGURE = new InterfaceTable("iface_figure", "line_no:20", "code:30", "qty:18.4", "uom:5",
        "amount:18.4", "remark:500");

    private final String name;
    private final Map<String, String> widths = new HashMap<>();

    /** @param widths of columns that can be too narrow: {@code name:characters} or {@code name:digits.decimals} */
    private InterfaceTable(String name, String... widths) {
        this.name = name;
        for (String column : widths) {
            String[] parts = column.split(":");
            this.widths.put(parts[0], parts[1]);
        }
    }

    String name() {
        return name;
    }

    /** A fault for a value that the column does not hold. */
    void check(String where, String column, Object value, List<Fault> faults) {
        String limit = widths.get(column);
        if (value == null || limit == null || fits(value, limit)) {
            return;
        }
        String place = name + where + "." + column;
        faults.add(Fault.onPath(FaultCode.TARGET_REFUSED, place, value.toString(), place + " holds "
            + limit.replace(".", " digits, of them behind the point ") + (limit.contains(".") ? "" : " characters") + ": '" + value
            + "' does not fit"));
    }

    private static boolean fits(Object value, String limit) {
        if (value instanceof BigDecimal number) {
            String[] digits = limit.split("\\.");
            int decimals = Integer.parseInt(digits[1]);
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() <= decimals
                && stripped.precision() - stripped.scale() <= Integer.parseInt(digits[0]) - decimals;
        }
        return value.toString().length() <= Integer.parseInt(limit);
    }
}
