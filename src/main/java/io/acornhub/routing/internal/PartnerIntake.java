// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.edi.AcknowledgmentReader;
import io.acornhub.edi.AcknowledgmentWriter;
import io.acornhub.edi.FunctionalAnswer;
import io.acornhub.edi.FunctionalGroups;
import io.acornhub.edi.GrammarProvider;
import io.acornhub.edi.InspectedGroup;
import io.acornhub.edi.InspectedInterchange;
import io.acornhub.edi.InspectedSet;
import io.acornhub.edi.Inspection;
import io.acornhub.edi.InterchangeHeader;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Event;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultFamily;
import io.acornhub.interchange.FaultLog;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.interchange.Light;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes what an inspection found: interchange rows, documents, faults, and our acknowledgments. In the caller's transaction. */
@Component
public class PartnerIntake {
    private static final int CHUNK = 500;
    private final StageTools tools;
    private final FaultLog faults;
    private final Outgoing outgoing;
    private final AcknowledgmentWriter acknowledgments;
    private final TechnicalAnswers technical;

    public PartnerIntake(StageTools tools, FaultLog faults, Outgoing outgoing, GrammarProvider grammars, TechnicalAnswers technical) {
        this.tools = tools;
        this.faults = faults;
        this.outgoing = outgoing;
        this.acknowledgments = new AcknowledgmentWriter(grammars);
        this.technical = technical;
    }

    void take(Interchange file, Inspection inspection) {
        Interchanges interchanges = tools.interchanges();
        faults.append(file.id(), inspection.faults());
        if (inspection.interchanges().isEmpty()) {
            interchanges.identified(file.id(), null, null, null, null, null, Interchange.Status.UNREADABLE, Instant.now());
            String text = inspection.faults().isEmpty() ? "no interchange found" : inspection.faults().get(0).inWords();
            interchanges.event(file.id(), Queues.INBOUND_IDENTIFY, "unreadable", text);
            tools.log(Queues.INBOUND_IDENTIFY, file.id(), "file " + file.fileName() + " is unreadable: " + text);
            return;
        }
        for (InspectedInterchange inspected : inspection.interchanges()) {
            String id = inspected.header().ordinal() == 1 ? file.id() : further(file, inspected.header().ordinal());
            takeOne(id, file, inspected);
        }
    }

    /** A row for the second and each further interchange of a file. */
    private String further(Interchange file, int ordinal) {
        String id = HubId.next();
        tools.interchanges().insert(new Interchange(id, file.direction(), file.side(), file.counterpart(), file.channel(),
            Interchanges.ingressKey(file, ordinal), file.fileName(), file.sha256(), file.sizeBytes(), ordinal, null, null, null, null, null,
            Interchange.Status.RECEIVED, null, file.receivedAt(), null, null, 0, null));
        return id;
    }

    private void takeOne(String id, Interchange file, InspectedInterchange found) {
        InterchangeHeader header = found.header();
        InspectedInterchange inspected = found.rejected() ? found : compared(id, found);
        faults.append(id, inspected.faults());
        int accepted = 0;
        int all = 0;
        for (InspectedGroup group : inspected.groups()) {
            faults.append(id, group.result().faults());
            accepted += (int) group.sets().stream().filter(s -> inspected.accepts(group, s)).count();
            all += group.sets().size();
        }
        Interchange.Status status = status(inspected, accepted, all);
        tools.interchanges().identified(id, header.raw(), header.senderQualifier() + "/" + header.senderId(),
            header.receiverQualifier() + "/" + header.receiverId(), header.controlNumber(), header.usage(), status, Instant.now());
        String text = "interchange " + header.controlNumber() + " from " + header.senderId() + ": " + accepted + " of " + all
            + " sets accepted" + (inspected.faults().isEmpty() ? "" : "; " + inspected.faults().get(0).inWords());
        tools.interchanges().event(id, Queues.INBOUND_IDENTIFY, status.name().toLowerCase(Locale.ROOT), text);
        tools.log(Queues.INBOUND_IDENTIFY, id, text);
        if (inspected.partner().isPresent() && !isRepeat(inspected)) {
            documents(id, file, inspected);
            inspected.technical().forEach(ta1 -> technical.apply(inspected.partner().get(),
                AcknowledgmentReader.technical(ta1), id));
        }
        answer(id, inspected);
    }

    /** The interchange, with a fault if its number came before. */
    private InspectedInterchange compared(String id, InspectedInterchange inspected) {
        InterchangeHeader h = inspected.header();
        String key = String.join("|", "X12", h.senderQualifier(), h.senderId(), h.receiverQualifier(), h.receiverId(), h.controlNumber());
        Optional<Interchanges.FirstSeen> first = tools.interchanges().remember(key, id, inspected.sha256(), Instant.now());
        if (first.isEmpty()) {
            return inspected;
        }
        boolean same = first.get().contentSha256().equals(inspected.sha256());
        return inspected.with(new Fault(same ? FaultCode.INTERCHANGE_DUPLICATE : FaultCode.INTERCHANGE_NUMBER_REUSED, "ISA", null, "ISA13",
            null, null, h.controlNumber(), same
                ? "Interchange " + h.controlNumber() + " came before with the same content (" + first.get().interchangeId()
                    + "): a resend, not taken twice."
                : "Interchange number " + h.controlNumber() + " came before with other content (" + first.get().interchangeId()
                    + "). Nothing of this one is taken; ask the partner which one counts."));
    }

    private static boolean isRepeat(InspectedInterchange inspected) {
        return inspected.faults().stream().anyMatch(f -> f.code() == FaultCode.INTERCHANGE_DUPLICATE);
    }

    private static Interchange.Status status(InspectedInterchange inspected, int accepted, int all) {
        if (isRepeat(inspected)) {
            return Interchange.Status.DUPLICATE;
        }
        if (inspected.rejected() || accepted == 0 && all > 0) {
            return Interchange.Status.REJECTED;
        }
        return accepted == all ? Interchange.Status.ACCEPTED : Interchange.Status.PARTIAL;
    }

    private void documents(String id, Interchange file, InspectedInterchange inspected) {
        Partner partner = inspected.partner().orElseThrow();
        List<Document> documents = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        int ordinal = 0;
        for (InspectedGroup group : inspected.groups()) {
            for (InspectedSet set : group.sets()) {
                boolean accepted = inspected.accepts(group, set);
                String documentId = HubId.next();
                List<Fault> found = set.faults().stream().filter(f -> f.code().family() == FaultFamily.PARTNER).toList();
                Event event = Event.next(documentId, 0, null, Instant.now(), Queues.INBOUND_IDENTIFY, verdict(accepted, set),
                    set.id() + " " + set.controlNumber() + " of group " + group.header().controlNumber() + ", file " + file.fileName()
                        + (found.isEmpty() ? "" : ": " + found.get(0).inWords()));
                documents.add(document(documentId, id, ++ordinal, partner, group, set, accepted, event));
                events.add(event);
                if (!found.isEmpty()) {
                    faults.append(documentId, found);
                }
                if (documents.size() == CHUNK) {
                    insert(documents, events);
                }
            }
        }
        insert(documents, events);
    }

    private static String verdict(boolean accepted, InspectedSet set) {
        return !accepted ? "rejected" : set.acceptedWithErrors() ? "accepted with errors" : "accepted";
    }

    private void insert(List<Document> documents, List<Event> events) {
        if (!documents.isEmpty()) {
            tools.documents().insert(documents, events);
            tools.count(Queues.INBOUND_IDENTIFY, documents);
        }
        documents.clear();
        events.clear();
    }

    private static Document document(String id, String interchange, int ordinal, Partner partner, InspectedGroup group, InspectedSet set,
                                     boolean accepted, Event event) {
        Instant now = Instant.now();
        return new Document(id, interchange, ordinal, "INBOUND", partner.name(), null, set.id(), group.header().release(),
            group.header().controlNumber(), set.controlNumber(), group.header().raw(), set.offset(), (long) set.length(), null,
            null, null, null,
            accepted ? DocumentState.RECEIVED : DocumentState.REJECTED, Queues.INBOUND_IDENTIFY, null, null, Map.of(Light.VALIDATED,
                accepted ? Light.Colour.AMBER : Light.Colour.RED), null, now, now, event.seq(), event.hash());
    }

    private void answer(String id, InspectedInterchange inspected) {
        if (inspected.partner().isEmpty()) {
            return;
        }
        Partner partner = inspected.partner().get();
        if (inspected.technicalAcknowledgmentDue()) {
            long number = outgoing.interchangeNumber(partner);
            acknowledgments.technical(inspected, number, Instant.now())
                .ifPresent(bytes -> store(partner, channel(partner), "TA1", number, bytes, id));
        }
        for (FunctionalAnswer answer : acknowledgments.functional(inspected, () -> outgoing.interchangeNumber(partner),
            () -> outgoing.groupNumber(partner), Instant.now())) {
            store(partner, answer.agreement().channel(), answer.agreement().document(), answer.controlNumber(), answer.bytes(), id);
        }
    }

    /** The channel for what no agreement names: that of our functional acknowledgments, else the first that takes interchanges. */
    private static String channel(Partner partner) {
        return partner.agreements().stream().filter(a -> FunctionalGroups.isAcknowledgment(a.document())
            && a.direction() == Direction.OUTBOUND).map(Agreement::channel).findFirst().orElseGet(() -> partner.channels().stream()
                .filter(c -> c.enabled() && !c.isSpapi()).findFirst().orElseThrow().name());
    }

    private void store(Partner partner, String channel, String what, long number, byte[] bytes, String answers) {
        Interchange stored = outgoing.store(partner, channel, what, number, bytes, answers);
        tools.log(Queues.INBOUND_IDENTIFY, answers, "answered with " + what + " in " + stored.fileName());
    }
}
