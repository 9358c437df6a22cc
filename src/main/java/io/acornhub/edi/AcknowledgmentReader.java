// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.edi.ReceivedAcknowledgment.SetAnswer;
import io.acornhub.edi.ReceivedAcknowledgment.Verdict;
import io.acornhub.infoset.Node;
import java.util.ArrayList;
import java.util.List;

/** Reads what partners answer to what we sent. */
public final class AcknowledgmentReader {
    private AcknowledgmentReader() {
    }

    /** From the tree of a 997 or 999. */
    public static ReceivedAcknowledgment functional(Node tree) {
        List<SetAnswer> sets = new ArrayList<>();
        for (Node loop : tree.children("LoopAK2")) {
            boolean implementation = loop.child("IK5") != null;
            sets.add(new SetAnswer(text(loop, "AK2/AK201"), text(loop, "AK2/AK202"),
                verdict(text(loop, implementation ? "IK5/IK501" : "AK5/AK501")),
                implementation ? implementationFaults(loop) : faults(loop)));
        }
        String code = text(tree, "AK9/AK901");
        return new ReceivedAcknowledgment(text(tree, "AK1/AK101"), text(tree, "AK1/AK102"), code, verdict(code),
            codes(tree.child("AK9"), "AK90", 5, 9, "AK905"), List.copyOf(sets));
    }

    /** From a node TA1. */
    public static ReceivedTechnical technical(Node ta1) {
        String note = text(ta1, "TA105");
        return new ReceivedTechnical(text(ta1, "TA101"), text(ta1, "TA102"), text(ta1, "TA103"), text(ta1, "TA104"), note,
            AcknowledgmentWords.of("TA105", note));
    }

    private static List<String> faults(Node loop) {
        List<String> faults = new ArrayList<>();
        for (Node noted : loop.children("LoopAK3")) {
            String where = "segment " + text(noted, "AK3/AK301") + " at " + text(noted, "AK3/AK302");
            List<Node> elements = noted.children("AK4");
            String code = text(noted, "AK3/AK304");
            if (!code.isEmpty() && (elements.isEmpty() || !code.equals("8"))) {
                faults.add(where + ": " + AcknowledgmentWords.of("AK304", code));
            }
            elements.forEach(element -> faults.add(where + element(element, "AK4")));
        }
        faults.addAll(codes(loop.child("AK5"), "AK50", 2, 6, "AK502"));
        return List.copyOf(faults);
    }

    /** The same of a 999, which may tell contexts besides. */
    private static List<String> implementationFaults(Node loop) {
        List<String> faults = new ArrayList<>();
        for (Node noted : loop.children("LoopIK3")) {
            String where = "segment " + text(noted, "IK3/IK301") + " at " + text(noted, "IK3/IK302");
            List<Node> elements = noted.children("LoopIK4");
            String code = text(noted, "IK3/IK304");
            if (!code.isEmpty() && (elements.isEmpty() || !code.equals("8"))) {
                faults.add(where + ": " + AcknowledgmentWords.of("IK304", code));
            }
            elements.forEach(element -> faults.add(where + element(element.child("IK4"), "IK4")));
        }
        faults.addAll(codes(loop.child("IK5"), "IK50", 2, 6, "IK502"));
        return List.copyOf(faults);
    }

    /** @param name AK4 or IK4, which have the same elements */
    private static String element(Node element, String name) {
        String part = element.value(name + "01/" + name + "0102");
        String value = element.value(name + "04");
        return " element " + text(element, name + "01/" + name + "0101") + (part == null ? "" : ":" + part) + ": "
            + AcknowledgmentWords.of(name + "03", text(element, name + "03")) + (value == null ? "" : ", value " + value);
    }

    private static List<String> codes(Node segment, String prefix, int from, int to, String list) {
        List<String> words = new ArrayList<>();
        for (int i = from; segment != null && i <= to; i++) {
            String code = segment.value(prefix + i);
            if (code != null) {
                words.add(AcknowledgmentWords.of(list, code));
            }
        }
        return words;
    }

    /** M, W and X are rejections by the security rules of the standard. */
    private static Verdict verdict(String code) {
        return switch (code) {
            case "A" -> Verdict.ACCEPTED;
            case "E" -> Verdict.ACCEPTED_WITH_ERRORS;
            case "P" -> Verdict.PARTIAL;
            default -> Verdict.REJECTED;
        };
    }

    private static String text(Node node, String path) {
        String text = node.value(path);
        return text == null ? "" : text;
    }
}
