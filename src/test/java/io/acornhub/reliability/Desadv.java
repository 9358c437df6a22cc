// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static io.acornhub.reliability.SapIdocs.fields;

import io.acornhub.infoset.Node;
import io.acornhub.reliability.Packing.Carton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Deliveries as SAP makes them, with their handling units. */
final class Desadv {
    /** SAP's zone, as config/erp/sap.yaml says. */
    private static final ZoneId ZONE = ZoneId.of("America/Phoenix");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final int ARRIVES_AFTER_DAYS = 3;

    private Desadv() {
    }

    /** All that was confirmed of an order, left a minute ago. */
    static Node of(WrittenOrder order, long number) {
        Node idoc = SapIdocs.control("DESADV", "DELVRY07", number);
        Packing packing = Packing.of(order);
        LocalDateTime left = LocalDateTime.now(ZONE).minusMinutes(1);
        String arrives = left.plusDays(ARRIVES_AFTER_DAYS).format(DAY);
        Node delivery = fields(idoc, "E1EDL20", "VBELN", order.shipment(), "VSTEL", "1000", "INCO1", order.collect() ? "FCA" : "CPT",
            "BTGEW", "84.000", "GEWEI", "LBR", "BOLNR", "BOL" + order.po(), "TRAID", "PRO" + order.po());
        fields(delivery, "E1EDL18", "QUALF", "ORI");
        party(delivery, "LF", "1000", "ACME5", "ACME VENDOR INC", "Reno", "NV");
        party(delivery, "SP", "ABFS", "ABFS", "ABF FREIGHT", "Fort Smith", "AR");
        party(delivery, "WE", "PHX6", "PHX6", "AMAZON PHX6", "Phoenix", "AZ");
        party(delivery, "OSP", "1000", "ACME5", "ACME DC RENO", "Reno", "NV");
        fields(delivery, "E1EDT13", "QUALF", "006", "NTANF", left.format(DAY), "NTANZ", left.format(TIME), "ISDD", left.format(DAY),
            "ISDZ", left.format(TIME));
        fields(delivery, "E1EDT13", "QUALF", "007", "NTEND", arrives, "NTENZ", "110000");
        fields(delivery, "E1EDL28", "VSART", "01");
        for (WrittenOrder.Line line : order.confirmed()) {
            Node item = fields(delivery, "E1EDL24", "POSNR", SapIdocs.item(line), "MATNR", line.item(), "LFIMG",
                order.confirmed(line) + ".000", "VRKME", "PCE", "EAN11", line.gtin());
            fields(item, "E1EDL41", "QUALI", "001", "BSTNR", order.po(), "BSTDT", "20260302", "POSEX",
                String.format("%06d", line.number()));
        }
        if (packing.pallet() != null) {
            Node pallet = unit(delivery, packing.pallet(), "0001", "84.000");
            packing.cartons().forEach(c -> fields(pallet, "E1EDL44", "VELIN", "3", "EXIDV", "00" + c.sscc()));
        }
        packing.cartons().forEach(carton -> carton(delivery, order, carton));
        return idoc;
    }

    private static void carton(Node delivery, WrittenOrder order, Carton carton) {
        Node unit = unit(delivery, carton.sscc(), "0002", "12.000");
        fields(unit, "E1EDL44", "VELIN", "1", "VBELN", order.shipment(), "POSNR", SapIdocs.item(carton.line()), "VEMNG",
            carton.quantity() + ".000", "VEMEH", "PCE", "MATNR", carton.line().item());
    }

    private static Node unit(Node delivery, String sscc, String kind, String weight) {
        return fields(delivery, "E1EDL37", "EXIDV", "00" + sscc, "BRGEW", weight, "GWEIM", "LBR", "VHART", kind);
    }

    private static void party(Node delivery, String role, String number, String amazons, String name, String city, String region) {
        Node party = fields(delivery, "E1ADRM1", "PARTNER_Q", role, "PARTNER_ID", number, "NAME1", name, "CITY1", city, "COUNTRY1", "US",
            "REGION", region);
        fields(party, "E1ADRE1", "EXTEND_Q", "300", "EXTEND_D", amazons);
    }
}
