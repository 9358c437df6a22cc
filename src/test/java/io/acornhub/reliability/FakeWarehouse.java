// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The warehouse as far as its folder shows it: takes away what Amazon says of collecting orders. */
final class FakeWarehouse {
    private static final Pattern ORDER = Pattern.compile("\"poNumber\"\\s*:\\s*\"([0-9A-Z]+)\"");
    private final FolderWatch folder;
    private final Map<String, Integer> routed = new LinkedHashMap<>();

    FakeWarehouse(Path data, Path kept) {
        folder = new FolderWatch(data.resolve("erp/wms/outbox"), data.resolve("erp/wms/inbox"), kept);
    }

    /** One look into the folder; returns how many files came. */
    int look() {
        List<String> texts = folder.take();
        for (String text : texts) {
            Matcher order = ORDER.matcher(text);
            while (order.find()) {
                routed.merge(order.group(1), 1, Integer::sum);
            }
        }
        return texts.size();
    }

    /** How often each order came; the keys grow as files come. */
    Map<String, Integer> routed() {
        return routed;
    }

    Set<String> routedOrders() {
        return routed.keySet();
    }
}
