// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Separators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Builds the 997 or 999 that answers a functional group: AK2 for every set, AK3 and AK4 for what is wrong in it (IK3 and IK4 in a
 * 999), AK5 and AK9 with the verdicts. Sets are added as they come; {@link #end} closes it.
 */
public final class FunctionalAcknowledgment {
    private static final int COPY_LENGTH = 99;
    private static final int CODES = 5;

    private final Node tree = Node.branch("TransactionSet", 0);
    private final SetGrammar grammar;
    private final String delimiters;
    private final boolean implementation;
    private boolean errors;

    /**
     * @param grammar of the 997 or 999 that is written
     * @param delimiters the characters our interchange uses as such; they are replaced in copies of bad data (AK404)
     */
    public FunctionalAcknowledgment(GroupHeader group, SetGrammar grammar, String delimiters) {
        if (group.isAcknowledgment()) {
            throw new IllegalArgumentException("groups of acknowledgments are not acknowledged");
        }
        this.grammar = grammar;
        this.delimiters = delimiters;
        this.implementation = grammar.setId().equals("999");
        Node ak1 = tree.add(Node.branch("AK1", 0));
        leaf(ak1, "AK101", copy(group.functionalId(), 2));
        leaf(ak1, "AK102", copy(group.controlNumber(), 9));
        if (grammar.segment("AK1").element(3) != null) {
            leaf(ak1, "AK103", copy(group.release(), 12));
        }
    }

    /** The delimiters of a partner as one text. */
    public static String delimiters(Separators separators) {
        return "" + separators.element() + separators.component() + separators.repetition() + separators.segment();
    }

    /** The whole answer to a group that was inspected. */
    public static Node of(InspectedGroup group, SetGrammar grammar, Separators separators) {
        FunctionalAcknowledgment answer = new FunctionalAcknowledgment(group.header(), grammar, delimiters(separators));
        group.sets().forEach(set -> answer.set(set.id(), set.controlNumber(), set.faults(), set.accepted()));
        return answer.end(group.result());
    }

    /**
     * Adds the answer to one set; faults without a code of AK304, AK403 or AK502 (business rules) do not count.
     *
     * @param accepted whether the set is taken, if need be with errors
     */
    public void set(String setId, String controlNumber, List<Fault> faults, boolean accepted) {
        Node loop = tree.add(Node.branch("LoopAK2", 0));
        Node ak2 = loop.add(Node.branch("AK2", 0));
        leaf(ak2, "AK201", copy(setId, 3));
        leaf(ak2, "AK202", copy(controlNumber, 9));
        segments(loop, faults);
        Node ak5 = loop.add(Node.branch(own("AK5"), 0));
        List<Integer> codes = codes(faults);
        leaf(ak5, own("AK501"), codes.isEmpty() ? "A" : accepted ? "E" : "R");
        for (int i = 0; i < codes.size(); i++) {
            leaf(ak5, own("AK50" + (i + 2)), codes.get(i).toString());
        }
        errors |= !codes.isEmpty();
    }

    /** Closes the answer and gives its tree. */
    public Node end(GroupResult result) {
        int accepted = result.acceptedInAll();
        Node ak9 = tree.add(Node.branch("AK9", 0));
        boolean all = result.faults().isEmpty() && accepted == result.received();
        leaf(ak9, "AK901", all ? errors ? "E" : "A" : accepted > 0 ? "P" : "R");
        leaf(ak9, "AK902", Long.toString(Math.min(result.declared(), 999_999)));
        leaf(ak9, "AK903", Integer.toString(result.received()));
        leaf(ak9, "AK904", Integer.toString(accepted));
        int position = 5;
        for (String code : distinct(result.faults(), "AK905")) {
            if (position <= 9) {
                leaf(ak9, "AK90" + position++, code);
            }
        }
        return tree;
    }

    /** Code 5, segments in error, stands first; the others follow in rising order. */
    private static List<Integer> codes(List<Fault> faults) {
        Set<Integer> codes = distinct(faults, "AK502").stream().map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
        boolean segments = codes.remove(5) | faults.stream().anyMatch(f -> f.code().isOf("AK304") || f.code().isOf("AK403"));
        List<Integer> ordered = new ArrayList<>(codes);
        if (segments) {
            ordered.add(0, 5);
        }
        return ordered.subList(0, Math.min(CODES, ordered.size()));
    }

    private static List<String> distinct(List<Fault> faults, String list) {
        return faults.stream().filter(f -> f.code().isOf(list)).map(f -> f.code().standardCode()).distinct().toList();
    }

    private void segments(Node loop, List<Fault> faults) {
        Map<Integer, List<Fault>> byPosition = faults.stream()
            .filter(f -> f.position() != null && (f.code().isOf("AK304") || f.code().isOf("AK403")))
            .collect(Collectors.groupingBy(Fault::position, TreeMap::new, Collectors.toList()));
        byPosition.forEach((position, here) -> {
            here.stream().filter(f -> f.code().isOf("AK304")).forEach(f -> ak3(loop, f, f.code().standardCode()));
            List<Fault> elements = here.stream().filter(f -> f.code().isOf("AK403")).toList();
            if (!elements.isEmpty()) {
                Node inLoop = ak3(loop, elements.get(0), "8");
                elements.forEach(f -> ak4(inLoop, f));
            }
        });
    }

    private Node ak3(Node loop, Fault fault, String code) {
        Node inner = loop.add(Node.branch("Loop" + own("AK3"), 0));
        Node ak3 = inner.add(Node.branch(own("AK3"), 0));
        // an unknown tag can have one character, AK301 has at least two
        leaf(ak3, own("AK301"), copy(fault.segment().length() < 2 ? fault.segment() + "?" : fault.segment(), 3));
        leaf(ak3, own("AK302"), fault.position().toString());
        leaf(ak3, own("AK304"), code);
        return inner;
    }

    private void ak4(Node loop, Fault fault) {
        Node holder = implementation ? loop.add(Node.branch("LoopIK4", 0)) : loop;
        Node ak4 = holder.add(Node.branch(own("AK4"), 0));
        Node place = ak4.add(Node.branch(own("AK401"), 0));
        String[] position = fault.elementPosition().split(":");
        leaf(place, own("AK40101"), position[0]);
        if (position.length > 1) {
            leaf(place, own("AK40102"), position[1]);
        }
        leaf(ak4, own("AK402"), fault.elementNumber());
        leaf(ak4, own("AK403"), elementCode(fault));
        leaf(ak4, own("AK404"), copy(fault.value(), COPY_LENGTH));
    }

    /** A 997 before 005010 has no code for too many repetitions; there they are too many elements. */
    private String elementCode(Fault fault) {
        String code = fault.code().standardCode();
        boolean known = grammar.segment(own("AK4")).element(3).simple().allows(code);
        return known ? code : FaultCode.ELEMENTS_TOO_MANY.standardCode();
    }

    /** The name of a segment or element AK3 to AK5; a 999 calls it IK3 to IK5. */
    private String own(String name) {
        return implementation ? "I" + name.substring(1) : name;
    }

    /** The value as far as it fits, with blanks for what would break our own segment. */
    private String copy(String value, int length) {
        if (value == null) {
            return null;
        }
        StringBuilder copy = new StringBuilder(value.substring(0, Math.min(length, value.length())));
        int last = copy.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = copy.charAt(i);
            boolean half = i == last && Character.isHighSurrogate(c);
            if (c < ' ' || c == 0x7F || half || delimiters.indexOf(c) >= 0) {
                copy.setCharAt(i, ' ');
            }
        }
        return copy.toString();
    }

    private static void leaf(Node parent, String name, String value) {
        if (value != null && !value.isEmpty()) {
            parent.add(Node.leaf(name, value, 0));
        }
    }
}
