// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.edi.CheckReport.Verdict;
import io.acornhub.edi.DuplicateRegister.Sighting;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of files, taken as arriving one after the other, what the hub would do with them and answer. */
public final class Checker {
    private static final long PLACEHOLDER = 1;

    private final Inspector inspector;
    private final Configuration configuration;
    private final GrammarProvider grammars;
    private final DuplicateRegister duplicates;
    private final AcknowledgmentWriter acknowledgments;
    private final Clock clock;

    public Checker(Inspector inspector, Configuration configuration, GrammarProvider grammars, DuplicateRegister duplicates,
        Clock clock) {
        this.inspector = inspector;
        this.configuration = configuration;
        this.grammars = grammars;
        this.duplicates = duplicates;
        this.acknowledgments = new AcknowledgmentWriter(grammars);
        this.clock = clock;
    }

    /** @param rules finds business faults in accepted sets; such a set is held */
    public CheckReport check(String file, InputStream in, SetConsumer rules) throws IOException {
        Inspection inspection = inspector.inspect(in, configuration, grammars, rules);
        List<Fault> faults = new ArrayList<>(inspection.faults());
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        if (inspection.interchanges().isEmpty() || inspection.faults().stream().anyMatch(f -> f.code().isOf("TA105"))) {
            verdicts.add(Verdict.UNREADABLE);
        }
        StringBuilder answers = new StringBuilder();
        for (InspectedInterchange inspected : inspection.interchanges()) {
            InspectedInterchange interchange = inspected.rejected() ? inspected : duplicate(inspected);
            faults.addAll(interchange.faults());
            interchange.groups().forEach(group -> {
                faults.addAll(group.result().faults());
                group.sets().forEach(set -> faults.addAll(set.faults()));
            });
            verdicts.add(verdict(interchange));
            answer(interchange).ifPresent(answers::append);
        }
        Verdict verdict = verdicts.size() == 1 ? verdicts.iterator().next() : Verdict.PARTIAL;
        return new CheckReport(file, verdict, List.copyOf(faults), answers.isEmpty() ? null : answers.toString());
    }

    private InspectedInterchange duplicate(InspectedInterchange interchange) {
        InterchangeHeader header = interchange.header();
        Sighting sighting = duplicates.enter(header, interchange.sha256());
        return switch (sighting) {
            case NEW -> interchange;
            case SAME -> interchange.with(repeated(FaultCode.INTERCHANGE_DUPLICATE, header,
                "interchange " + header.controlNumber() + " came before with the same content; it is not taken twice"));
            case OTHER -> interchange.with(repeated(FaultCode.INTERCHANGE_NUMBER_REUSED, header,
                "interchange number " + header.controlNumber()
                    + " came before with other content; ask the partner which one counts"));
        };
    }

    private static Fault repeated(FaultCode code, InterchangeHeader header, String text) {
        return new Fault(code, "ISA", null, "ISA13", null, null, header.controlNumber(), text);
    }

    private static Verdict verdict(InspectedInterchange interchange) {
        if (interchange.rejected()) {
            FaultCode code = interchange.faults().get(0).code();
            return code == FaultCode.INTERCHANGE_DUPLICATE ? Verdict.DUPLICATE
                : code == FaultCode.INTERCHANGE_NUMBER_REUSED ? Verdict.HELD : Verdict.REJECTED;
        }
        int accepted = 0;
        int all = 0;
        boolean held = false;
        for (InspectedGroup group : interchange.groups()) {
            for (InspectedSet set : group.sets()) {
                all++;
                accepted += group.accepts(set) ? 1 : 0;
                held |= group.accepts(set) && set.held();
            }
        }
        boolean groupRejected = interchange.groups().stream().anyMatch(g -> !g.result().faults().isEmpty());
        if (accepted < all || groupRejected) {
            return accepted == 0 ? Verdict.REJECTED : Verdict.PARTIAL;
        }
        return held ? Verdict.HELD : Verdict.ACCEPTED;
    }

    private Optional<String> answer(InspectedInterchange interchange) {
        Optional<byte[]> technical = acknowledgments.technical(interchange, PLACEHOLDER, clock.instant());
        StringBuilder answer = new StringBuilder(technical.map(Checker::text).orElse(""));
        acknowledgments.functional(interchange, () -> PLACEHOLDER, () -> PLACEHOLDER, clock.instant())
            .forEach(functional -> answer.append(text(functional.bytes())));
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer.toString());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
