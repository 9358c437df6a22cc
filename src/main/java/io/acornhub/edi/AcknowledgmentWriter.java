// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Writes the interchanges that answer an inspected one: a TA1, or a 997 or 999 for each of its groups. */
public final class AcknowledgmentWriter {
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

    /**
     * The interchanges that answer all groups, one for each agreement on acknowledgments that applies: groups of 004010 and of 005010
     * are answered in their own release. None where nothing is due or agreed.
     *
     * @param interchangeNumbers gives ISA13, {@code groupNumbers} GS06, asked once for each interchange
     */
    public List<FunctionalAnswer> functional(InspectedInterchange answered, LongSupplier interchangeNumbers,
        LongSupplier groupNumbers, Instant when) {
        Map<Agreement, List<InspectedGroup>> byAgreement = new LinkedHashMap<>();
        for (InspectedGroup group : answered.groupsToAcknowledge()) {
            agreement(answered.partner().orElseThrow(), group.header().release())
                .ifPresent(a -> byAgreement.computeIfAbsent(a, key -> new ArrayList<>()).add(group));
        }
        List<FunctionalAnswer> answers = new ArrayList<>();
        byAgreement.forEach((agreement, groups) -> {
            long number = interchangeNumbers.getAsLong();
            answers.add(new FunctionalAnswer(agreement, number, functional(answered, agreement, groups, number,
                groupNumbers.getAsLong(), when)));
        });
        return answers;
    }

    private byte[] functional(InspectedInterchange answered, Agreement agreement, List<InspectedGroup> groups, long number,
        long groupNumber, Instant when) {
        Partner partner = answered.partner().orElseThrow();
        SetGrammar grammar = grammars.grammar(agreement.bundle()).orElseThrow();
        List<OutgoingSet> sets = groups.stream()
            .map(g -> new OutgoingSet(grammar, null, FunctionalAcknowledgment.of(g, grammar, partner.separators()))).toList();
        String version = agreement.interchangeVersion() == null ? "00400" : agreement.interchangeVersion();
        return writer.interchange(envelope(answered, version, number, when),
            List.of(new OutgoingGroup("FA", agreement.release(), groupNumber, sets)));
    }

    /** In the group's own release if agreed, else in any that is; outgoing agreements go first, and 999 before 997. */
    private Optional<Agreement> agreement(Partner partner, String release) {
        return partner.agreements().stream().filter(a -> FunctionalGroups.isAcknowledgment(a.document()))
            .filter(a -> grammars.grammar(a.bundle()).isPresent())
            .min(Comparator.comparing((Agreement a) -> !release.startsWith(a.release()))
                .thenComparing(a -> a.direction() != Direction.OUTBOUND)
                .thenComparing(Agreement::document, Comparator.reverseOrder()));
    }

    private OutgoingEnvelope envelope(InspectedInterchange answered, String version, long number, Instant when) {
        Partner partner = answered.partner().orElseThrow();
        String usage = answered.header().usage();
        return new OutgoingEnvelope(partner.identifiers().own(), partner.identifiers().partner(),
            usage.equals("P") || usage.equals("T") ? usage : partner.usage(), version, number, false, when, ZoneOffset.UTC,
            partner.separators());
    }
}
