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

    /** From the tree of a 997. */
    public static ReceivedAcknowledgment functional(Node tree) {
        List<SetAnswer> sets = new ArrayList<>();
        for (Node loop : tree.children("LoopAK2")) {
            sets.add(new SetAnswer(text(loop, "AK2/AK201"), text(loop, "AK2/AK202"), verdict(text(loop, "AK5/AK501")),
                faults(loop)));
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
            for (Node element : elements) {
                String part = element.value("AK401/AK40102");
                String value = element.value("AK404");
                faults.add(where + " element " + text(element, "AK401/AK40101") + (part == null ? "" : ":" + part) + ": "
                    + AcknowledgmentWords.of("AK403", text(element, "AK403")) + (value == null ? "" : ", value " + value));
            }
        }
        faults.addAll(codes(loop.child("AK5"), "AK50", 2, 6, "AK502"));
        return List.copyOf(faults);
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
