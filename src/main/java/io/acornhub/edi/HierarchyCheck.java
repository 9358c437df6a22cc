// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the HL segments of a set (856) make a tree, which no grammar says: numbered from 1, one shipment at the top, each parent
 * there and before its children, items at the bottom, and totals (CTT) that say what there is.
 */
public final class HierarchyCheck {
    /** HL03 from the top down; a level lies below one that stands before it. */
    private static final List<String> LEVELS = List.of("S", "O", "T", "P", "I");

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> levels = new HashMap<>();
    private final Set<String> parents = new HashSet<>();
    private int next = 1;
    private BigDecimal quantity = BigDecimal.ZERO;

    private HierarchyCheck() {
    }

    /** What is wrong with the tree of a set as read or as it is to be written; nothing for sets without HL. */
    public static List<Fault> check(Node set) {
        List<Node> loops = set.children("LoopHL");
        if (loops.isEmpty()) {
            return List.of();
        }
        HierarchyCheck check = new HierarchyCheck();
        loops.forEach(check::level);
        loops.forEach(check::leaf);
        check.totals(set.child("CTT"), loops.size());
        return List.copyOf(check.faults);
    }

    private void level(Node loop) {
        Node hl = loop.child("HL");
        String id = text(hl, "HL01");
        String parent = text(hl, "HL02");
        String level = text(hl, "HL03");
        if (!id.equals(Integer.toString(next))) {
            broken(hl, "HL01", id, "HL " + id + " should have the number " + next + ": they count from 1 without a gap");
        }
        next++;
        if (parent.isEmpty() != levels.isEmpty()) {
            broken(hl, "HL02", parent, parent.isEmpty()
                ? "HL " + id + " (" + level + ") names no parent; only the first level, the shipment, has none"
                : "HL " + id + " is the first and names parent " + parent + "; nothing stands above the first level");
        } else if (!parent.isEmpty() && !levels.containsKey(parent)) {
            broken(hl, "HL02", parent, "HL " + id + " (" + level + ") names parent " + parent + ", which does not exist before it");
        } else if (!parent.isEmpty() && !below(levels.get(parent), level)) {
            broken(hl, "HL03", level, "HL " + id + " is of level " + level + " and lies below a level " + levels.get(parent));
        }
        parents.add(parent);
        if (levels.putIfAbsent(id, level) != null) {
            broken(hl, "HL01", id, "the number " + id + " stands twice");
        }
        String shipped = loop.value("SN1/SN102");
        if (shipped != null && shipped.matches("-?[0-9]*[.]?[0-9]+")) {
            quantity = quantity.add(new BigDecimal(shipped));
        }
    }

    /** Codes the list does not have may stand anywhere but below an item. */
    private static boolean below(String upper, String lower) {
        int up = LEVELS.indexOf(upper);
        int low = LEVELS.indexOf(lower);
        return up < 0 || low < 0 ? !upper.equals("I") : low > up;
    }

    private void leaf(Node loop) {
        Node hl = loop.child("HL");
        String id = text(hl, "HL01");
        boolean item = text(hl, "HL03").equals("I");
        if (!item && !parents.contains(id)) {
            broken(hl, "HL01", id, "HL " + id + " (" + text(hl, "HL03") + ") has nothing below it");
        }
        String child = text(hl, "HL04");
        if (child.equals("0") && parents.contains(id) || child.equals("1") && !parents.contains(id)) {
            broken(hl, "HL04", child, "HL04 of HL " + id + " is " + child + ", but it has " + (child.equals("1") ? "no " : "")
                + "levels below it");
        }
        if (item && loop.child("SN1") == null) {
            broken(hl, "HL03", "I", "HL " + id + " is an item without a quantity (SN1)");
        }
    }

    private void totals(Node ctt, int count) {
        if (ctt == null) {
            return;
        }
        String levelCount = text(ctt, "CTT01");
        if (!levelCount.equals(Integer.toString(count))) {
            faults.add(new Fault(FaultCode.LINE_COUNT_WRONG, "CTT", position(ctt), "CTT01", "1", "354", levelCount,
                "CTT01 says " + levelCount + " levels (HL), the notice has " + count));
        }
        String hash = text(ctt, "CTT02");
        if (hash.matches("-?[0-9]*[.]?[0-9]+") && new BigDecimal(hash).compareTo(quantity) != 0) {
            faults.add(new Fault(FaultCode.HASH_TOTAL_WRONG, "CTT", position(ctt), "CTT02", "2", "347", hash,
                "CTT02 says " + hash + ", the quantities (SN102) sum to " + quantity.toPlainString()));
        }
    }

    private void broken(Node hl, String element, String value, String text) {
        String number = switch (element) {
            case "HL01" -> "628";
            case "HL02" -> "734";
            case "HL03" -> "735";
            default -> "736";
        };
        faults.add(new Fault(FaultCode.HIERARCHY_BROKEN, "HL", position(hl), element, element.substring(3), number,
            value.isEmpty() ? null : value, text));
    }

    private static Integer position(Node segment) {
        return segment.position() > 0 ? segment.position() : null;
    }

    private static String text(Node segment, String element) {
        String text = segment == null ? null : segment.value(element);
        return text == null ? "" : text;
    }
}
