// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.infoset.Node;
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
    private final Ordrsp ordrsp;
    private int files;
    private long number = 235_000_000L;

    FakeSap(Path data, Path kept, Path home, List<WrittenOrder> orders) {
        folder = new FolderWatch(data.resolve("erp/sap/outbox"), data.resolve("erp/sap/inbox"), kept);
        orders.forEach(order -> known.put(order.po(), order));
        ordrsp = new Ordrsp(home);
    }

    /** One look into the folder; returns how many files came. What the hub says of SAP's own IDocs is let lie. */
    int look() {
        int before = folder.taken();
        folder.take();
        List<Path> all = folder.all();
        List<WrittenOrder> fresh = new ArrayList<>();
        for (Path file : all.subList(before, all.size())) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (file.getFileName().toString().contains("Status_") || file.getFileName().toString().contains("STATUS_")) {
                continue;
            }
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
            List<Node> idocs = fresh.subList(from, from + size).stream().map(order -> Ordrsp.of(order, ++number)).toList();
            boolean asXml = files % 2 == 1;
            files++;
            folder.drop(String.format("ORDRSP_%05d.%s", files, asXml ? "xml" : "idoc"), ordrsp.write(asXml, idocs));
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
}
