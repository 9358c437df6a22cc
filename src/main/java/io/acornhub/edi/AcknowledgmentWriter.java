// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes the interchanges that answer an inspected one: a TA1, or a 997 for each of its groups. */
public final class AcknowledgmentWriter {
    private static final String FUNCTIONAL = "997";

    // acknowledgments copy the partner's text; what is not ASCII comes back as it is in UTF-8
    private final EnvelopeWriter writer = new EnvelopeWriter(StandardCharsets.UTF_8);
    private final GrammarProvider grammars;

    public AcknowledgmentWriter(GrammarProvider grammars) {
        this.grammars = grammars;
    }

    /** The TA1 interchange; empty where none is due. */
    public Optional<byte[]> technical(InspectedInterchange answered, long interchangeNumber, Instant when) {
        if (!answered.technicalAcknowledgmentDue()) {
            return Optional.empty();
        }
        String version = answered.header().version().matches("00[2-7]0[0-9]") ? answered.header().version() : "00400";
        return Optional.of(writer.technical(envelope(answered, version, interchangeNumber, when),
            answered.technicalAcknowledgment()));
    }

    /** The interchange with one FA group that answers all groups; empty where none is due or no 997 is agreed. */
    public Optional<byte[]> functional(InspectedInterchange answered, long interchangeNumber, long groupNumber, Instant when) {
        List<InspectedGroup> groups = answered.groupsToAcknowledge();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Partner partner = answered.partner().orElseThrow();
        return agreement(partner, groups.get(0).header().release()).map(agreement -> {
            SetGrammar grammar = grammars.grammar(agreement.bundle()).orElseThrow();
            List<OutgoingSet> sets = groups.stream()
                .map(g -> new OutgoingSet(grammar, null, FunctionalAcknowledgment.of(g, partner.separators()))).toList();
            String version = agreement.interchangeVersion() == null ? "00400" : agreement.interchangeVersion();
            return writer.interchange(envelope(answered, version, interchangeNumber, when),
                List.of(new OutgoingGroup("FA", agreement.release(), groupNumber, sets)));
        });
    }

    /** The 997 in the group's own release if agreed, else in any that is; outgoing agreements go first. */
    private Optional<Agreement> agreement(Partner partner, String release) {
        return partner.agreements().stream().filter(a -> a.document().equals(FUNCTIONAL))
            .filter(a -> grammars.grammar(a.bundle()).isPresent())
            .min(Comparator.comparing((Agreement a) -> !release.startsWith(a.release()))
                .thenComparing(a -> a.direction() != Direction.OUTBOUND));
    }

    private OutgoingEnvelope envelope(InspectedInterchange answered, String version, long number, Instant when) {
        Partner partner = answered.partner().orElseThrow();
        String usage = answered.header().usage();
        return new OutgoingEnvelope(partner.identifiers().own(), partner.identifiers().partner(),
            usage.equals("P") || usage.equals("T") ? usage : partner.usage(), version, number, false, when, ZoneOffset.UTC,
            partner.separators());
    }
}
