// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.util.ArrayList;
import java.util.List;

/** Writes orders as 850 files in the shapes that occur: one set a file, several sets, several groups, one line or many. */
public final class OrderFiles {
    private static final String ISA = "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *"
        + "260302*0815*U*00400*%09d*0*P*>~";

    /** @param groups control numbers of its groups */
    public record OrderFile(String name, String text, List<WrittenOrder> orders, long control, List<Long> groups) {
    }

    private OrderFiles() {
    }

    public static List<OrderFile> of(List<WrittenOrder> orders) {
        List<OrderFile> files = new ArrayList<>();
        int next = 0;
        for (int i = 0; next < orders.size(); i++) {
            int groups = i % 4 == 2 ? 2 : 1;
            int setsInGroup = i % 4 == 1 ? 3 : i % 4 == 2 ? 2 : 1;
            List<WrittenOrder> own = orders.subList(next, Math.min(orders.size(), next + groups * setsInGroup));
            files.add(file(100_001L + i, own, setsInGroup, i % 4 == 3 ? "" : "\n"));
            next += own.size();
        }
        return files;
    }

    /** One order in a file of its own. */
    public static OrderFile one(long control, WrittenOrder order) {
        return file(control, List.of(order), 1, "\n");
    }

    private static OrderFile file(long control, List<WrittenOrder> orders, int setsInGroup, String lineEnd) {
        StringBuilder text = new StringBuilder(String.format(ISA, control)).append(lineEnd);
        List<Long> groups = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += setsInGroup) {
            long group = control * 10 + groups.size();
            groups.add(group);
            List<WrittenOrder> sets = orders.subList(from, Math.min(orders.size(), from + setsInGroup));
            text.append("GS*PO*AMAZON*ACMEVENDOR*20260302*0815*").append(group).append("*X*004010~").append(lineEnd);
            for (int s = 0; s < sets.size(); s++) {
                set(text, String.format("%04d", s + 1), sets.get(s), lineEnd);
            }
            text.append("GE*").append(sets.size()).append('*').append(group).append('~').append(lineEnd);
        }
        text.append("IEA*").append(groups.size()).append('*').append(String.format("%09d", control)).append('~').append(lineEnd);
        return new OrderFile("850-" + control + ".edi", text.toString(), List.copyOf(orders), control, groups);
    }

    private static void set(StringBuilder text, String control, WrittenOrder order, String lineEnd) {
        List<String> segments = new ArrayList<>(List.of("ST*850*" + control, "BEG*00*NE*" + order.po() + "**20260302", "REF*CR*ACME5",
            order.collect() ? "FOB*CC" : "FOB*PP", "CSH*N", "DTM*064*20260310", "DTM*063*20260316", "N1*ST**92*PHX6"));
        int sum = 0;
        for (WrittenOrder.Line line : order.lines()) {
            segments.add(String.join("*", "PO1", Integer.toString(line.number()), Integer.toString(line.quantity()), "EA",
                line.price().toPlainString(), "NT", "UP", line.gtin(), "VN", line.item()));
            sum += line.quantity();
        }
        segments.add("CTT*" + order.lines().size() + "*" + sum);
        segments.add("SE*" + (segments.size() + 1) + "*" + control);
        segments.forEach(segment -> text.append(segment).append('~').append(lineEnd));
    }
}
