// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Amazon's translator would say of a set's form: segments that Amazon's outline knows, those it needs, the types of their
 * elements, and the counts of the envelope. Amazon's outlines are public only as far as the segments; see the tables.
 */
public final class SyntaxCheck {
    /**
     * The segments of a set, those that must be there first, then a bar and the others.
     */
    private static final Map<String, String> SETS = Map.of(
        "855", "BAK PO1 ACK CTT | CUR REF PER TAX FOB CTP CSH SAC ITD DTM PID MEA TD5 N9 MSG N1 N2 N3 N4 AMT",
        "865", "BCA POC | CUR REF PER FOB CSH SAC ITD DTM PID N9 MSG N1 N2 N3 N4 ACK CTT AMT CTP PO4 MEA",
        "856", "BSN HL PRF LIN SN1 CTT TD1 TD5 DTM N1 | REF TD3 TD4 FOB N2 N3 N4 PER MAN SLN PO4 PID MEA PKG PAL CUR SAC ETD LM LQ",
        "810", "BIG CUR N1 IT1 TDS CTT | NTE REF PER N2 N3 N4 ITD DTM FOB PID MEA TXI CTP PAM PO4 SAC CAD AMT ISS SLN N9 MSG",
        "846", "BIA LIN CTT | CUR DTM REF PER N1 N2 N3 N4 PID MEA PKG CTP SDQ QTY SCH UIT LDT MAN",
        "753", "BGN | PER N1 N2 N3 N4 G61 L11 LX OID LAD L5 TD5 G62 FOB TD1 MAN REF DTM EFI LH1 N9 SCL ATH PKD TSD AT5 AT6 LOC",
        "214", "B10 | L11 MAN K1 N1 N2 N3 N4 G62 LX AT7 MS1 MS2 Q7 K9 AT5 AT8 REF CD3 SPO PRF",
        "997", "AK1 AK9 | AK2 AK3 AK4 AK5");
    /**
     * The elements of a segment in order: M must be there, O may; D and d a date that must or may be there, N and n a number.
     */
    private static final Map<String, String> ELEMENTS = Map.ofEntries(Map.entry("BAK", "MMMD"), Map.entry("PO1", "OnOnO"),
        Map.entry("ACK", "MnOOd"), Map.entry("CTT", "Nn"), Map.entry("BSN", "MMDM"), Map.entry("HL", "MOM"), Map.entry("PRF", "M"),
        Map.entry("SN1", "ONM"), Map.entry("DTM", "Md"), Map.entry("BIG", "DMd"), Map.entry("IT1", "ONMN"), Map.entry("TDS", "N"),
        Map.entry("REF", "MM"), Map.entry("MAN", "MM"), Map.entry("LIN", "OMM"), Map.entry("N1", "M"), Map.entry("AK1", "MM"),
        Map.entry("AK5", "M"), Map.entry("AK9", "MNNN"), Map.entry("CUR", "MM"));
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private SyntaxCheck() {
    }

    /** Whether Amazon takes sets of this code. */
    public static boolean knows(String code) {
        return SETS.containsKey(code);
    }

    /** The faults of a set's segments, in order. */
    public static List<SyntaxFault> segments(X12Set set) {
        List<SyntaxFault> faults = new ArrayList<>();
        if (!knows(set.code())) {
            return faults;
        }
        String[] tables = SETS.get(set.code()).split("\\|");
        List<String> needed = List.of(tables[0].trim().split(" "));
        Set<String> allowed = new HashSet<>(needed);
        allowed.addAll(List.of(tables[1].trim().split(" ")));
        int position = 1;
        for (X12Segment segment : set.segments()) {
            position++;
            if (!allowed.contains(segment.tag())) {
                faults.add(SyntaxFault.ofSegment(segment.tag(), position, "2"));
            } else {
                elements(segment, position, faults);
            }
        }
        for (String tag : needed) {
            if (set.all(tag).findAny().isEmpty()) {
                faults.add(SyntaxFault.ofSegment(tag, position + 1, "3"));
            }
        }
        return faults;
    }

    private static void elements(X12Segment segment, int position, List<SyntaxFault> faults) {
        String types = ELEMENTS.getOrDefault(segment.tag(), "");
        for (int i = 1; i <= types.length(); i++) {
            char type = types.charAt(i - 1);
            String value = segment.get(i);
            String code = "";
            if (value.isEmpty()) {
                code = Character.isUpperCase(type) && type != 'O' ? "1" : "";
            } else if (Character.toUpperCase(type) == 'D') {
                code = isDay(value) ? "" : "8";
            } else if (Character.toUpperCase(type) == 'N') {
                code = segment.number(i).isPresent() ? "" : "6";
            }
            if (!code.isEmpty()) {
                faults.add(SyntaxFault.ofElement(segment.tag(), position, i, code, value));
            }
        }
    }

    /** Whether a text is a day of the calendar, {@code CCYYMMDD}. */
    public static boolean isDay(String text) {
        try {
            return text.length() == 8 && LocalDate.parse(text, DAY) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** AK502: what is wrong with the set as a whole. */
    public static List<String> set(X12Set set, List<SyntaxFault> faults) {
        List<String> codes = new ArrayList<>();
        if (!knows(set.code())) {
            codes.add("1");
        }
        if (set.trailer() == null) {
            codes.add("2");
        } else {
            if (!set.trailer().get(2).equals(set.control())) {
                codes.add("3");
            }
            BigDecimal count = BigDecimal.valueOf(set.segments().size() + 2L);
            if (set.trailer().number(1).map(n -> n.compareTo(count) != 0).orElse(true)) {
                codes.add("4");
            }
        }
        if (!faults.isEmpty()) {
            codes.add("5");
        }
        return codes;
    }

    /** AK905: what is wrong with the group as a whole. */
    public static List<String> group(X12Group group) {
        List<String> codes = new ArrayList<>();
        if (group.trailer() == null) {
            codes.add("3");
        } else {
            if (!group.trailer().get(2).equals(group.control())) {
                codes.add("4");
            }
            BigDecimal count = BigDecimal.valueOf(group.sets().size());
            if (group.trailer().number(1).map(n -> n.compareTo(count) != 0).orElse(true)) {
                codes.add("5");
            }
        }
        return codes;
    }
}
