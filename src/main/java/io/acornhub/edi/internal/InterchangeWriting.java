// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.EnvelopeSegments;
import io.acornhub.edi.OutgoingEnvelope;
import io.acornhub.edi.OutgoingGroup;
import io.acornhub.edi.OutgoingSet;
import io.acornhub.edi.SetGrammar;
import io.acornhub.infoset.Node;
import io.acornhub.partner.Identifiers.Identifier;
import io.acornhub.partner.Separators;
import java.nio.charset.Charset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes one interchange. */
public final class InterchangeWriting {
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
    private static final long HIGHEST_NUMBER = 999_999_999;

    private final OutgoingEnvelope envelope;
    private final SegmentWriter out;
    private final ZonedDateTime when;

    public InterchangeWriting(OutgoingEnvelope envelope, Charset charset) {
        this.envelope = envelope;
        this.out = new SegmentWriter(envelope.separators(), envelope.version(), charset);
        this.when = envelope.when().atZone(envelope.zone());
    }

    public byte[] interchange(List<OutgoingGroup> groups) {
        header();
        for (OutgoingGroup group : groups) {
            group(group);
        }
        return trailer(groups.size());
    }

    public byte[] technical(Node ta1) {
        header();
        out.segment(ta1, EnvelopeSegments.TA1, "TA1");
        return trailer(0);
    }

    private void header() {
        if (envelope.controlNumber() < 1 || envelope.controlNumber() > HIGHEST_NUMBER) {
            out.invalid("ISA13", Long.toString(envelope.controlNumber()), "the interchange control number is not 1 to "
                + HIGHEST_NUMBER);
        }
        Separators separators = envelope.separators();
        String eleventh = out.repeats() ? String.valueOf(separators.repetition()) : "U";
        char e = separators.element();
        StringBuilder isa = new StringBuilder("ISA").append(e).append("00").append(e).append(" ".repeat(10)).append(e)
            .append("00")
            .append(e).append(" ".repeat(10));
        identifier(isa, envelope.sender(), "ISA06");
        identifier(isa, envelope.receiver(), "ISA08");
        isa.append(e).append(SHORT_DATE.format(when)).append(e).append(TIME.format(when)).append(e).append(eleventh).append(e)
            .append(envelope.version()).append(e).append(nine(envelope.controlNumber())).append(e)
            .append(envelope.acknowledgmentRequested() ? '1' : '0').append(e).append(envelope.usage()).append(e)
            .append(separators.component());
        if (isa.length() != Isa.LENGTH - 1) {
            out.invalid("ISA", isa.toString(), "the ISA would not have " + Isa.LENGTH
                + " characters: qualifiers have two, ids at most 15, the version five, the usage indicator one");
        }
        out.raw(isa);
    }

    private void identifier(StringBuilder isa, Identifier who, String path) {
        char e = envelope.separators().element();
        out.checked(who.id(), path);
        isa.append(e).append(who.qualifier()).append(e).append(who.id()).append(" ".repeat(Math.max(0, 15 - who.id().length())));
    }

    private byte[] trailer(int groups) {
        out.raw("IEA" + envelope.separators().element() + groups + envelope.separators().element()
            + nine(envelope.controlNumber()));
        return out.finish();
    }

    private static String nine(long number) {
        return String.format(Locale.ROOT, "%09d", number);
    }

    private void group(OutgoingGroup group) {
        if (group.controlNumber() < 1 || group.controlNumber() > HIGHEST_NUMBER) {
            out.invalid("GS06", Long.toString(group.controlNumber()), "the group control number is not 1 to " + HIGHEST_NUMBER);
        }
        String date = (group.release().compareTo("004010") < 0 ? SHORT_DATE : LONG_DATE).format(when);
        char e = envelope.separators().element();
        String gs = String.join(String.valueOf(e), "GS", group.functionalId(), out.checked(envelope.sender().group(), "GS02"),
            out.checked(envelope.receiver().group(), "GS03"), date, TIME.format(when), Long.toString(group.controlNumber()), "X",
            out.checked(group.release(), "GS08"));
        out.raw(gs);
        Set<String> numbers = new HashSet<>();
        for (OutgoingSet set : group.sets()) {
            String number = set.controlNumber() != null ? set.controlNumber() : String.format(Locale.ROOT, "%04d",
                numbers.size() + 1);
            if (number.length() < 4 || number.length() > 9 || !numbers.add(number)) {
                out.invalid("ST02", number,
                    "the set's control number must have four to nine characters and be used once in the group");
            }
            set(set, number, e);
        }
        out.raw("GE" + e + group.sets().size() + e + group.controlNumber());
    }

    private void set(OutgoingSet set, String number, char e) {
        int before = out.segments();
        out.raw("ST" + e + set.grammar().setId() + e + number);
        for (Node child : set.tree().children()) {
            if (!child.name().equals("ST") && !child.name().equals("SE")) {
                node(child, set.grammar(), child.name());
            }
        }
        out.raw("SE" + e + (out.segments() - before + 1) + e + number);
    }

    private void node(Node node, SetGrammar grammar, String path) {
        if (node.name().startsWith("Loop")) {
            for (Node child : node.children()) {
                node(child, grammar, path + "/" + child.name());
            }
            return;
        }
        if (grammar.segment(node.name()) == null) {
            out.invalid(path, null, "set " + grammar + " has no segment " + node.name());
            return;
        }
        out.segment(node, grammar.segment(node.name()), path);
    }
}
