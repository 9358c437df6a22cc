// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.idoc.IdocForm;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.idoc.IdocWriter;
import io.acornhub.idoc.IdocWriting;
import io.acornhub.infoset.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Order acknowledgments as SAP writes them. */
final class Ordrsp {
    private final IdocWriter flat;
    private final IdocWriter xml;

    Ordrsp(Path home) {
        IdocLayouts layouts = IdocLayouts.load(home.resolve("edi-mappings/idoc"));
        flat = new IdocWriter(layouts, IdocWriting.DEFAULT);
        xml = new IdocWriter(layouts, new IdocWriting(IdocForm.XML, StandardCharsets.UTF_8, IdocWriting.LineEnd.LF,
            IdocWriting.Width.FULL));
    }

    byte[] write(boolean asXml, List<Node> idocs) {
        return (asXml ? xml : flat).write(idocs);
    }

    /** The whole answer to an order as an IDoc. */
    static Node of(WrittenOrder order, long number) {
        return of(order, number, "PCE");
    }

    /** The same, answered in another unit. */
    static Node of(WrittenOrder order, long number, String unit) {
        Node idoc = Node.branch("IDOC", 0);
        fields(idoc, "EDI_DC40", "TABNAM", "EDI_DC40", "MANDT", "100", "DOCNUM", String.format("%016d", number), "DOCREL", "757",
            "STATUS", "30", "DIRECT", "1", "OUTMOD", "2", "IDOCTYP", "ORDERS05", "MESTYP", "ORDRSP", "SNDPOR", "SAPPRD", "SNDPRT", "LS",
            "SNDPRN", "PRDCLNT100", "RCVPOR", "ACORNHUB", "RCVPRT", "KU", "RCVPFC", "AG", "RCVPRN", "0000100200", "CREDAT", "20260302",
            "CRETIM", "173000");
        fields(idoc, "E1EDK01", "CURCY", "USD", "BSART", "ZAMZ", "BELNR", "0005" + order.po().substring(2));
        fields(idoc, "E1EDK02", "QUALF", "001", "BELNR", order.po(), "DATUM", "20260302");
        for (WrittenOrder.Line line : order.lines()) {
            Node item = fields(idoc, "E1EDP01", "POSEX", String.format("%06d", line.number() * 10), "MENGE", line.quantity() + ".000",
                "MENEE", unit, "PMENE", unit, "VPREI", line.price().toPlainString(), "PEINH", "1", "CURCY", "USD");
            fields(item, "E1EDP02", "QUALF", "001", "BELNR", order.po(), "ZEILE", String.format("%06d", line.number()));
            if (order.confirmed(line) > 0) {
                fields(item, "E1EDP20", "WMENG", order.confirmed(line) + ".000", "EDATU", "20260312");
            }
            fields(item, "E1EDP19", "QUALF", "002", "IDTNR", line.item());
        }
        return idoc;
    }

    private static Node fields(Node parent, String segment, String... namesAndValues) {
        Node node = parent.add(Node.branch(segment, 0));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            node.add(Node.leaf(namesAndValues[i], namesAndValues[i + 1], 0));
        }
        return node;
    }
}
