// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static io.acornhub.reliability.SapIdocs.fields;

import io.acornhub.infoset.Node;

/** Order acknowledgments as SAP makes them. */
final class Ordrsp {
    private Ordrsp() {
    }

    /** The whole answer to an order as an IDoc. */
    static Node of(WrittenOrder order, long number) {
        return of(order, number, "PCE");
    }

    /** The same, answered in another unit. */
    static Node of(WrittenOrder order, long number, String unit) {
        Node idoc = SapIdocs.control("ORDRSP", "ORDERS05", number);
        fields(idoc, "E1EDK01", "CURCY", "USD", "BSART", "ZAMZ", "BELNR", "0005" + order.po().substring(2));
        fields(idoc, "E1EDK02", "QUALF", "001", "BELNR", order.po(), "DATUM", "20260302");
        for (WrittenOrder.Line line : order.lines()) {
            Node item = fields(idoc, "E1EDP01", "POSEX", SapIdocs.item(line), "MENGE", line.quantity() + ".000",
                "MENEE", unit, "PMENE", unit, "VPREI", line.price().toPlainString(), "PEINH", "1", "CURCY", "USD");
            fields(item, "E1EDP02", "QUALF", "001", "BELNR", order.po(), "ZEILE", String.format("%06d", line.number()));
            if (order.confirmed(line) > 0) {
                fields(item, "E1EDP20", "WMENG", order.confirmed(line) + ".000", "EDATU", "20260312");
            }
            fields(item, "E1EDP19", "QUALF", "002", "IDTNR", line.item());
        }
        return idoc;
    }
}
