// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static io.acornhub.reliability.SapIdocs.fields;

import io.acornhub.infoset.Node;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Invoices as SAP makes them. */
final class Invoic {
    /** The partner's, in which a day that has not begun is the future: tests run at any hour. */
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private Invoic() {
    }

    /** Of all that was shipped of an order, dated today. */
    static Node of(WrittenOrder order, long number) {
        Node idoc = SapIdocs.control("INVOIC", "INVOIC02", number);
        String today = LocalDate.now(ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
        fields(idoc, "E1EDK01", "CURCY", "USD", "BSART", "INVO", "BELNR", order.invoice());
        fields(idoc, "E1EDKA1", "PARVW", "RS", "PARTN", "ACME5", "LIFNR", "ACME5", "NAME1", "ACME VENDOR INC", "STRAS", "100 Factory Road",
            "ORT01", "Reno", "PSTLZ", "89506", "LAND1", "US", "REGIO", "NV");
        fields(idoc, "E1EDKA1", "PARVW", "RE", "PARTN", "AMZUS", "LIFNR", "AMZUS", "NAME1", "AMAZON.COM SERVICES", "STRAS", "PO Box 80387",
            "ORT01", "Seattle", "PSTLZ", "98108", "LAND1", "US", "REGIO", "WA");
        fields(idoc, "E1EDKA1", "PARVW", "WE", "PARTN", "PHX6", "LIFNR", "PHX6");
        fields(idoc, "E1EDK02", "QUALF", "009", "BELNR", order.invoice(), "DATUM", today);
        fields(idoc, "E1EDK02", "QUALF", "001", "BELNR", order.po(), "DATUM", "20260302");
        fields(idoc, "E1EDK02", "QUALF", "012", "BELNR", order.shipment());
        fields(idoc, "E1EDK03", "IDDAT", "026", "DATUM", today);
        fields(idoc, "E1EDK18", "QUALF", "001", "TAGE", "30", "PRZNT", "2.000");
        fields(idoc, "E1EDK18", "QUALF", "002", "TAGE", "60");
        fields(idoc, "E1EDK14", "QUALF", "021", "ORGID", "M");
        for (WrittenOrder.Line line : order.confirmed()) {
            Node item = fields(idoc, "E1EDP01", "POSEX", SapIdocs.item(line), "MENGE", order.confirmed(line) + ".000", "MENEE", "PCE");
            fields(item, "E1EDP02", "QUALF", "001", "BELNR", order.po(), "ZEILE", String.format("%06d", line.number()));
            fields(item, "E1EDP19", "QUALF", "002", "IDTNR", line.item());
            fields(item, "E1EDP19", "QUALF", "003", "IDTNR", line.gtin());
            fields(item, "E1EDP26", "QUALF", "001", "BETRG", line.price().toPlainString());
            fields(item, "E1EDP26", "QUALF", "003", "BETRG", order.amount(line).toPlainString());
        }
        fields(idoc, "E1EDS01", "SUMID", "010", "SUMME", order.total().toPlainString(), "WAERQ", "USD");
        fields(idoc, "E1EDS01", "SUMID", "011", "SUMME", order.total().toPlainString(), "WAERQ", "USD");
        return idoc;
    }
}
