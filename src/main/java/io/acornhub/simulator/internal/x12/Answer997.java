// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The 997 of a group: an AK2 for each set, its faults, and the sum. */
public final class Answer997 {
    private final X12Group group;
    private final List<X12Segment> segments = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();

    /** @param group the group that is answered */
    public Answer997(X12Group group) {
        this.group = group;
        boolean newer = group.release().startsWith("005");
        segments.add(X12Segment.of("AK1", group.code(), group.control(), newer ? group.release() : ""));
    }

    /**
     * The answer to one set.
     *
     * @param verdict AK501: A, E or R
     * @param codes AK502 and the following
     */
    public void add(X12Set set, String verdict, List<SyntaxFault> faults, List<String> codes) {
        verdicts.add(verdict);
        segments.add(X12Segment.of("AK2", set.code(), set.control()));
        if (!verdict.equals("A")) {
            Map<Integer, List<SyntaxFault>> bySegment = faults.stream()
                .collect(Collectors.groupingBy(SyntaxFault::position, TreeMap::new, Collectors.toList()));
            for (List<SyntaxFault> here : bySegment.values()) {
                SyntaxFault first = here.get(0);
                segments.add(X12Segment.of("AK3", first.segment(), first.position(), "", first.segmentCode()));
                for (SyntaxFault fault : here) {
                    if (fault.element() > 0) {
                        segments.add(X12Segment.of("AK4", fault.element(), "", fault.elementCode(), cut(fault.value())));
                    }
                }
            }
        }
        List<String> said = verdict.equals("A") ? List.of() : codes.subList(0, Math.min(5, codes.size()));
        List<Object> ak5 = new ArrayList<>(List.of(verdict));
        ak5.addAll(said);
        segments.add(X12Segment.of("AK5", ak5.toArray()));
    }

    private static String cut(String value) {
        return value.length() > 99 ? value.substring(0, 99) : value;
    }

    /** The segments between ST and SE. */
    public List<X12Segment> segments() {
        List<String> codes = SyntaxCheck.group(group);
        long accepted = codes.isEmpty() ? verdicts.stream().filter(verdict -> !verdict.equals("R")).count() : 0;
        List<Object> ak9 = new ArrayList<>();
        ak9.add(codes.isEmpty() ? sum(accepted) : "R");
        String declared = group.trailer() == null ? "" : group.trailer().get(1);
        ak9.add(declared.matches("\\d{1,6}") ? declared : verdicts.size());
        ak9.add(verdicts.size());
        ak9.add(accepted);
        ak9.addAll(codes);
        List<X12Segment> all = new ArrayList<>(segments);
        all.add(X12Segment.of("AK9", ak9.toArray()));
        return all;
    }

    /** AK901 of what was answered so far. */
    public String verdict() {
        return segments().get(segments.size()).get(1);
    }

    private String sum(long accepted) {
        if (accepted == 0 && !verdicts.isEmpty()) {
            return "R";
        }
        if (accepted < verdicts.size()) {
            return "P";
        }
        return verdicts.contains("E") ? "E" : "A";
    }
}
