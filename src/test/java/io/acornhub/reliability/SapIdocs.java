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

/** Files of IDocs as SAP writes them. */
final class SapIdocs {
    private final IdocWriter flat;
    private final IdocWriter xml;

    SapIdocs(Path home) {
        IdocLayouts layouts = IdocLayouts.load(home.resolve("edi-mappings/idoc"));
        flat = new IdocWriter(layouts, IdocWriting.DEFAULT);
        xml = new IdocWriter(layouts, new IdocWriting(IdocForm.XML, StandardCharsets.UTF_8, IdocWriting.LineEnd.LF,
            IdocWriting.Width.FULL));
    }

    byte[] write(boolean asXml, List<Node> idocs) {
        return (asXml ? xml : flat).write(idocs);
    }

    /** An IDoc that has only its control record. */
    static Node control(String message, String type, long number) {
        Node idoc = Node.branch("IDOC", 0);
        fields(idoc, "EDI_DC40", "TABNAM", "EDI_DC40", "MANDT", "100", "DOCNUM", number(number), "DOCREL", "757",
            "STATUS", "30", "DIRECT", "1", "OUTMOD", "2", "IDOCTYP", type, "MESTYP", message, "SNDPOR", "SAPPRD", "SNDPRT", "LS",
            "SNDPRN", "PRDCLNT100", "RCVPOR", "ACORNHUB", "RCVPRT", "KU", "RCVPFC", "AG", "RCVPRN", "0000100200", "CREDAT", "20260302",
            "CRETIM", "173000");
        return idoc;
    }

    static String number(long number) {
        return String.format("%016d", number);
    }

    static String item(WrittenOrder.Line line) {
        return String.format("%06d", line.number() * 10);
    }

    static Node fields(Node parent, String segment, String... namesAndValues) {
        Node node = parent.add(Node.branch(segment, 0));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            node.add(Node.leaf(namesAndValues[i], namesAndValues[i + 1], 0));
        }
        return node;
    }
}
