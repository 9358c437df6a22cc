// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.idoc.IdocForm;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.idoc.IdocWriter;
import io.acornhub.idoc.IdocWriting;
import io.acornhub.infoset.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SAP as far as its folders show it: takes ORDERS files away and answers each order once, flat or XML, one or many in a file. */
final class FakeSap {
    /** The order's number in our IDoc: E1EDK02 or, in the file's name, after ORDERS_. */
    private static final Pattern NAME = Pattern.compile("~ORDERS_([0-9A-Z]+)_([0-9A-Z]{26})\\.");
    private final FolderWatch folder;
    private final Map<String, WrittenOrder> known = new LinkedHashMap<>();
    private final Map<String, Integer> arrived = new LinkedHashMap<>();
    private final IdocWriter flat;
    private final IdocWriter xml;
    private int files;
    private long number = 235_000_000L;

    FakeSap(Path data, Path kept, Path home, List<WrittenOrder> orders) {
        folder = new FolderWatch(data.resolve("erp/sap/outbox"), data.resolve("erp/sap/inbox"), kept);
        orders.forEach(order -> known.put(order.po(), order));
        IdocLayouts layouts = IdocLayouts.load(home.resolve("edi-mappings/idoc"));
        flat = new IdocWriter(layouts, IdocWriting.DEFAULT);
        xml = new IdocWriter(layouts, new IdocWriting(IdocForm.XML, StandardCharsets.UTF_8, IdocWriting.LineEnd.LF,
            IdocWriting.Width.FULL));
    }

    /** One look into the folder; returns how many orders came. */
    int look() {
        int before = folder.taken();
        folder.take();
        List<Path> all = folder.all();
        List<WrittenOrder> fresh = new ArrayList<>();
        for (Path file : all.subList(before, all.size())) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.find()) {
                throw new IllegalStateException("SAP got a file it does not expect: " + file);
            }
            int times = arrived.merge(name.group(1), 1, Integer::sum);
            WrittenOrder order = known.get(name.group(1));
            if (times == 1 && order != null && !order.byTables()) {
                fresh.add(order);
            }
        }
        answer(fresh);
        return all.size() - before;
    }

    private void answer(List<WrittenOrder> fresh) {
        for (int from = 0; from < fresh.size();) {
            int size = files % 3 == 1 ? Math.min(4, fresh.size() - from) : 1;
            List<Node> idocs = fresh.subList(from, from + size).stream().map(this::ordrsp).toList();
            boolean asXml = files % 2 == 1;
            files++;
            folder.drop(String.format("ORDRSP_%05d.%s", files, asXml ? "xml" : "idoc"), (asXml ? xml : flat).write(idocs));
            from += size;
        }
    }

    /** How often each order came. */
    Map<String, Integer> arrived() {
        return arrived;
    }

    int answeredFiles() {
        return folder.dropped();
    }

    private Node ordrsp(WrittenOrder order) {
        Node idoc = Node.branch("IDOC", 0);
        fields(idoc, "EDI_DC40", "TABNAM", "EDI_DC40", "MANDT", "100", "DOCNUM", String.format("%016d", ++number), "DOCREL", "757",
            "STATUS", "30", "DIRECT", "1", "OUTMOD", "2", "IDOCTYP", "ORDERS05", "MESTYP", "ORDRSP", "SNDPOR", "SAPPRD", "SNDPRT", "LS",
            "SNDPRN", "PRDCLNT100", "RCVPOR", "ACORNHUB", "RCVPRT", "KU", "RCVPFC", "AG", "RCVPRN", "0000100200", "CREDAT", "20260302",
            "CRETIM", "173000");
        fields(idoc, "E1EDK01", "CURCY", "USD", "BSART", "ZAMZ", "BELNR", "0005" + order.po().substring(2));
        fields(idoc, "E1EDK02", "QUALF", "001", "BELNR", order.po(), "DATUM", "20260302");
        for (WrittenOrder.Line line : order.lines()) {
            Node item = fields(idoc, "E1EDP01", "POSEX", String.format("%06d", line.number() * 10), "MENGE", line.quantity() + ".000",
                "MENEE", "PCE", "PMENE", "PCE", "VPREI", line.price().toPlainString(), "PEINH", "1", "CURCY", "USD");
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
