// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.GrammarProvider;
import io.acornhub.edi.GrammarSource;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.GroupResult;
import io.acornhub.edi.InspectedGroup;
import io.acornhub.edi.InspectedInterchange;
import io.acornhub.edi.InspectedSet;
import io.acornhub.edi.Inspection;
import io.acornhub.edi.InterchangeHeader;
import io.acornhub.edi.InterchangeResult;
import io.acornhub.edi.SetConsumer;
import io.acornhub.edi.TransactionSet;
import io.acornhub.edi.X12Handler;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the summaries while the file is read. */
public final class InspectingHandler implements X12Handler, GrammarSource {
    private static final int DETAILED_FAULTS = 10_000;
    private static final Fault NOT_DETAILED = Fault.of(FaultCode.SET_SEGMENTS_IN_ERROR,
        "segments are in error; they are not told one by one as the interchange has more than " + DETAILED_FAULTS + " faults");

    private final Configuration configuration;
    private final GrammarProvider grammars;
    private final SetConsumer consumer;
    private final List<InspectedInterchange> interchanges = new ArrayList<>();
    private final List<Fault> fileFaults = new ArrayList<>();
    private final Map<String, String> setIds = new HashMap<>();
    private final Map<String, GrammarAnswer> answers = new HashMap<>();
    private List<InspectedGroup> groups;
    private List<InspectedSet> sets;
    private List<Node> technical;
    private Optional<Partner> partner;
    private int detailed;

    public InspectingHandler(Configuration configuration, GrammarProvider grammars, SetConsumer consumer) {
        this.configuration = configuration;
        this.grammars = grammars;
        this.consumer = consumer;
    }

    public Inspection inspection() {
        return new Inspection(List.copyOf(interchanges), List.copyOf(fileFaults));
    }

    @Override
    public void interchange(InterchangeHeader header) {
        groups = new ArrayList<>();
        technical = new ArrayList<>();
        answers.clear();
        detailed = 0;
        partner = configuration.partnerOf(header.senderQualifier(), header.senderId(), header.receiverQualifier(),
            header.receiverId());
    }

    @Override
    public void group(GroupHeader header) {
        sets = new ArrayList<>();
        answers.clear();
    }

    @Override
    public GrammarAnswer grammar(GroupHeader group, String setId) {
        return answers.computeIfAbsent(setId, id -> agreed(group, id));
    }

    private GrammarAnswer agreed(GroupHeader group, String setId) {
        if (partner.isEmpty()) {
            return new GrammarAnswer.SetNotAgreed();
        }
        Optional<Agreement> agreement = partner.get().agreement(Direction.INBOUND, setId, group.release());
        Optional<GrammarAnswer> answer = agreement.flatMap(a -> grammars.grammar(a.bundle()))
            .map(g -> new GrammarAnswer.Agreed(g, partner.get().acknowledgment().acceptWithErrors()));
        return answer.orElseGet(() -> notAgreed(group.release()));
    }

    private GrammarAnswer notAgreed(String release) {
        boolean agreed = partner.get().knowsRelease(Direction.INBOUND, release);
        return agreed ? new GrammarAnswer.SetNotAgreed() : new GrammarAnswer.ReleaseNotAgreed();
    }

    @Override
    public void set(GroupHeader group, TransactionSet set) {
        String id = setIds.computeIfAbsent(set.id(), i -> i);
        List<Fault> faults = new ArrayList<>(0);
        if (partner.isPresent()) {
            faults.addAll(set.faults());
            String usage = group.interchange().usage();
            if (!usage.equals(partner.get().usage())) {
                faults.add(new Fault(FaultCode.TEST_ON_LIVE, "ISA", null, "ISA15", "15", "I14", usage,
                    "the interchange is marked " + usage
                    + ", the connection of " + partner.get().name() + " is for " + partner.get().usage()));
            }
            faults.addAll(consumer.set(partner.get(), group, set));
        }
        sets.add(new InspectedSet(id, set.controlNumber(), set.offset(), set.length(), set.segments(), set.ordinal(),
            kept(faults), set.accepted()));
    }

    /** All faults of ordinary input; of an interchange that is wrong throughout only what the verdicts on the sets need. */
    private List<Fault> kept(List<Fault> faults) {
        detailed += faults.size();
        if (detailed <= DETAILED_FAULTS || faults.isEmpty()) {
            return List.copyOf(faults);
        }
        List<Fault> few = new ArrayList<>(faults.stream().filter(f -> !isDetail(f)).toList());
        if (few.size() < faults.size()) {
            few.add(NOT_DETAILED);
        }
        return List.copyOf(few);
    }

    private static boolean isDetail(Fault fault) {
        return fault.code().isOf("AK304") || fault.code().isOf("AK403");
    }

    @Override
    public void groupEnd(GroupResult result) {
        groups.add(new InspectedGroup(result.header(), result, List.copyOf(sets)));
        sets = null;
    }

    @Override
    public void technicalAcknowledgment(InterchangeHeader header, Node ta1) {
        technical.add(ta1);
    }

    @Override
    public void interchangeEnd(InterchangeResult result) {
        List<Fault> faults = new ArrayList<>();
        if (partner.isEmpty()) {
            faults.add(unknown(result.header()));
        }
        faults.addAll(result.faults());
        interchanges.add(new InspectedInterchange(result.header(), partner, List.copyOf(faults), List.copyOf(groups),
            List.copyOf(technical), result.length(), result.sha256()));
    }

    private Fault unknown(InterchangeHeader isa) {
        String sender = isa.senderQualifier() + "/" + isa.senderId();
        String receiver = isa.receiverQualifier() + "/" + isa.receiverId();
        boolean senderKnown = configuration.partners().stream().anyMatch(p -> p.enabled() && p.identifiers() != null
            && p.identifiers().partner().qualifier().equals(isa.senderQualifier())
            && p.identifiers().partner().id().equals(isa.senderId()));
        if (senderKnown) {
            return Isa.fault(FaultCode.INTERCHANGE_RECEIVER_UNKNOWN, "ISA08", isa.receiverId(), "the receiver " + receiver
                + " is not agreed with the sender " + sender + "; compare the ids in config/partners");
        }
        return Isa.fault(FaultCode.INTERCHANGE_SENDER_UNKNOWN, "ISA06", isa.senderId(), "no enabled partner has the id " + sender
            + "; enter it in config/partners if it should");
    }

    @Override
    public void fault(Fault fault) {
        fileFaults.add(fault);
    }
}
