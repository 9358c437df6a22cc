// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import io.acornhub.simulator.EdiPartnerSettings;
import io.acornhub.simulator.internal.x12.Answer997;
import io.acornhub.simulator.internal.x12.SyntaxCheck;
import io.acornhub.simulator.internal.x12.SyntaxFault;
import io.acornhub.simulator.internal.x12.X12Group;
import io.acornhub.simulator.internal.x12.X12Interchange;
import io.acornhub.simulator.internal.x12.X12Reader;
import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes in what the vendor sent: envelope, form, content, and the answer to each. Guarded by the state's lock. */
final class Intake {
    private final EdiPartnerSettings settings;
    private final SentGroups sent;
    private final AnswerScript script;
    private final Grader grader;
    private final Outgoing outgoing;
    private final List<ReceivedSet> received = new ArrayList<>();
    /** Content of an interchange by ISA13. */
    private final Map<String, Integer> seen = new HashMap<>();

    Intake(EdiPartnerSettings settings, SentGroups sent, AnswerScript script, Grader grader, Outgoing outgoing) {
        this.settings = settings;
        this.sent = sent;
        this.script = script;
        this.grader = grader;
        this.outgoing = outgoing;
    }

    List<ReceivedSet> received() {
        return received;
    }

    void take(String file, byte[] bytes, Instant now) {
        try {
            for (X12Interchange interchange : X12Reader.read(bytes)) {
                interchange(file, interchange, Arrays.hashCode(bytes), now);
            }
        } catch (IOException e) {
            refuse(file, "", "unreadable", e.getMessage(), now);
        }
    }

    private void refuse(String file, String control, String rule, String why, Instant now) {
        received.add(new ReceivedSet(now, file, "", control, "", List.of(), "", List.of(), List.of(Finding.refused(rule, why)), null));
    }

    private void interchange(String file, X12Interchange interchange, int content, Instant now) {
        Integer before = seen.putIfAbsent(interchange.control(), content);
        String code = technical(interchange, before, content);
        if (!code.isEmpty()) {
            outgoing.technical(interchange, "R", code, now);
            refuse(file, interchange.control(), "envelope", "interchange " + interchange.control() + " is refused: TA105 " + code, now);
            return;
        }
        sent.technical(interchange, now);
        for (X12Group group : interchange.groups()) {
            if (group.code().equals("FA")) {
                group.sets().forEach(set -> received.add(new ReceivedSet(now, file, set.code(), set.control(), set.first("AK1").get(2),
                    List.of(), "", SyntaxCheck.segments(set), sent.answer(set, now), null)));
            } else {
                group(file, group, before != null, now);
            }
        }
    }

    /** TA105, or empty where the envelope is right. */
    private String technical(X12Interchange interchange, Integer before, int content) {
        X12Segment isa = interchange.header();
        X12Segment iea = interchange.trailer();
        if (iea == null) {
            return "023";
        } else if (!iea.get(2).equals(interchange.control())) {
            return "001";
        } else if (!isa.get(6).equals(settings.vendor().id()) || !isa.get(5).equals(settings.vendor().qualifier())) {
            return "006";
        } else if (!isa.get(8).equals(settings.amazon().id()) || !isa.get(7).equals(settings.amazon().qualifier())) {
            return "008";
        } else if (!isa.get(15).equals(settings.usage())) {
            return "020";
        } else if (interchange.technical().isEmpty() && iea.number(1).map(n -> n.intValue() != interchange.groups().size())
            .orElse(true)) {
            return "021";
        }
        return before != null && before != content ? "025" : "";
    }

    private void group(String file, X12Group group, boolean again, Instant now) {
        Answer997 answer = new Answer997(group);
        boolean whole = SyntaxCheck.group(group).isEmpty();
        boolean silent = false;
        for (X12Set set : group.sets()) {
            List<SyntaxFault> faults = SyntaxCheck.segments(set);
            List<String> codes = SyntaxCheck.set(set, faults);
            String said = script.next(set.code());
            silent |= said.equals("none");
            String verdict = said.isEmpty() || said.equals("none") ? verdict(faults, codes) : said;
            answer.add(set, verdict, faults, codes);
            boolean taken = !verdict.equals("R") && whole;
            Grader.Grade grade = again ? new Grader.Grade("", List.of(), List.of(Finding.remark("resend",
                "the interchange came before; nothing is done twice")), null) : taken ? grader.grade(set, group.release(), now)
                : new Grader.Grade(Grader.number(set), List.of(), List.of(), null);
            received.add(new ReceivedSet(now, file, set.code(), set.control(), grade.number(), grade.orders(), silent ? ""
                : whole ? verdict : "R", faults, grade.findings(), grade.submission()));
        }
        if (!silent) {
            outgoing.acknowledge(group, answer, now);
        }
    }

    private String verdict(List<SyntaxFault> faults, List<String> codes) {
        if (codes.isEmpty()) {
            return "A";
        }
        boolean elementsOnly = codes.equals(List.of("5")) && faults.stream().allMatch(fault -> fault.element() > 0);
        return elementsOnly && settings.acceptWithErrors() ? "E" : "R";
    }
}
