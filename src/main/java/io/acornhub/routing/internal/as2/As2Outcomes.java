// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Message.State;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.routing.Queues;
import io.acornhub.routing.internal.Outboxes;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.Transmissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What becomes of a message that we sent: to its interchange, its documents and their lights, tasks and alarms. Each outcome is one
 * transaction that locks the interchange, then the message, then the documents, and looks at the state again under the locks: a
 * receipt may come while its post is still being answered.
 */
@Component
class As2Outcomes {
    static final String STAGE = Queues.OUTBOUND_SEND;
    private static final String HUB = "hub";
    private final StageTools tools;
    private final As2Messages messages;
    private final Transmissions transmissions;
    private final GroupAcknowledgments groups;
    private final Tasks tasks;
    private final Alarms alarms;
    private final Outboxes outboxes;
    private final Clock clock;

    As2Outcomes(StageTools tools, As2Messages messages, Transmissions transmissions, GroupAcknowledgments groups, Tasks tasks,
                Alarms alarms, Outboxes outboxes, Clock clock) {
        this.tools = tools;
        this.messages = messages;
        this.transmissions = transmissions;
        this.groups = groups;
        this.tasks = tasks;
        this.alarms = alarms;
        this.outboxes = outboxes;
        this.clock = clock;
    }

    /**
     * The receipt that decides, as it is kept; {@code sha256}, {@code disposition} and {@code certificate} null where there is none.
     *
     * @param words for the audit trail and the person who reads it
     */
    record Verdict(String sha256, String disposition, String certificate, String words) {
        static Verdict of(String words) {
            return new Verdict(null, null, null, words);
        }
    }

    /** The partner has it. What was thought of it before, failed or expired, is over. False where that was known already. */
    boolean delivered(String messageId, Verdict verdict) {
        return change(messageId, s -> s != State.DELIVERED, (message, interchange) -> {
            decide(message, State.DELIVERED, "delivered", verdict);
            boolean left = interchange.status() == Interchange.Status.SENT;
            transmissions.sent(interchange, verdict.words(), Light.Colour.GREEN);
            if (left) {
                tools.interchanges().event(interchange.id(), STAGE, "receipt", verdict.words());
                light(interchange, Light.Colour.GREEN, "receipt", verdict.words(), null);
            }
            messages.ofInterchange(interchange.id()).stream().filter(m -> m.state() == State.FAILED || m.state() == State.EXPIRED
                || m.id().equals(message.id())).forEach(m -> settle(m, interchange, verdict.words()));
            groups.receipt(interchange.id(), verdict.words());
        });
    }

    /** The partner's server has it and its receipt comes later. */
    void awaiting(String messageId, Instant until, String words) {
        change(messageId, s -> s == State.POSTING, (message, interchange) -> {
            messages.state(message.id(), State.AWAITING_MDN, 0, until, words);
            messages.step(message.id(), clock.instant(), "posted", words, null);
            transmissions.sent(interchange, words, Light.Colour.AMBER);
        });
    }

    /**
     * The partner refuses it, or what it says proves nothing. It is not sent again by itself: one that counts as sent already is
     * resent by a person, else its interchange is parked and is replayed by one.
     */
    void failed(String messageId, Verdict verdict) {
        change(messageId, s -> s == State.POSTING || s == State.AWAITING_MDN, (message, interchange) -> {
            decide(message, State.FAILED, "failed", verdict);
            red(message, interchange, "refused", verdict.words());
            if (interchange.status() != Interchange.Status.SENT) {
                tools.parked().park(interchange.id(), outboxes.queueOf(interchange), "CHANNEL", verdict.words());
                tools.interchanges().event(interchange.id(), STAGE, "parked", verdict.words());
            }
            tools.failed(STAGE, message.partner(), "CHANNEL");
        });
    }

    /** It was sent as often as it may be, and no receipt came. */
    void expired(String messageId, String words) {
        change(messageId, s -> s == State.AWAITING_MDN, (message, interchange) -> {
            decide(message, State.EXPIRED, "expired", Verdict.of(words));
            red(message, interchange, "expired", words);
        });
    }

    private void decide(As2Message message, State state, String what, Verdict verdict) {
        Instant now = clock.instant();
        messages.decided(message.id(), state, verdict.sha256(), verdict.disposition(), verdict.certificate(), now, verdict.words());
        messages.step(message.id(), now, what, verdict.words(), verdict.sha256());
        tools.log(STAGE, message.interchangeId(), message.inWords() + ": " + what + ", " + verdict.words());
    }

    private void red(As2Message message, Interchange interchange, String what, String words) {
        Instant now = clock.instant();
        String title = "Interchange " + interchange.fileName() + " to " + message.partner() + ", AS2 message " + message.messageId() + ": "
            + words;
        tools.interchanges().event(interchange.id(), STAGE, what, words);
        List<Document> documents = light(interchange, Light.Colour.RED, what, words, Fault.of(FaultCode.TARGET_REFUSED, words));
        String what2 = interchange.status() == Interchange.Status.SENT ? "resend it with the same numbers" : "replay interchange "
            + interchange.id();
        documents.forEach(d -> tasks.open(d.id(), message.partner(), Tasks.Kind.RESEND, title + ". Settle the cause with "
            + message.partner() + ", then " + what2 + ".", now));
        alarms.raise(Alarm.of("as2:" + message.id() + ":" + what + ":" + message.attempts(), Alarm.Kind.TRANSMISSION_FAILED,
            Alarm.Level.ALARM, message.partner(), message.messageId(), documents.isEmpty() ? null : documents.get(0).id(), origin(message),
            title + ". What to do: " + what2 + " when the cause is settled.", now));
    }

    private void settle(As2Message message, Interchange interchange, String words) {
        Instant now = clock.instant();
        alarms.clear(origin(message), now);
        tools.documents().leftIn(interchange.id()).forEach(d -> tasks.of(d.id()).stream()
            .filter(t -> t.closedAt() == null && t.kind() == Tasks.Kind.RESEND && t.words().contains(message.messageId())).findFirst()
            .ifPresent(t -> tasks.close(d.id(), HUB, words, now)));
        tools.parked().open(interchange.id()).forEach(p -> tools.parked().taken(p.id(), HUB));
    }

    /** All documents of the interchange that do not have that light. */
    private List<Document> light(Interchange interchange, Light.Colour colour, String what, String words, Fault fault) {
        List<Document> left = tools.documents().lock(tools.documents().leftIn(interchange.id()).stream().map(Document::id).toList());
        tools.documents().apply(left.stream().filter(d -> d.lights().get(Light.DELIVERED) != colour).map(d -> {
            DocumentChange change = new DocumentChange(d).light(Light.DELIVERED, colour).event(STAGE, what, words);
            return fault == null ? change : change.faults(List.of(fault));
        }).toList());
        return left;
    }

    /** What an alarm about a message is cleared by. */
    static String origin(As2Message message) {
        return "as2:" + message.id();
    }

    private interface Change {
        void of(As2Message message, Interchange interchange);
    }

    private boolean change(String messageId, Predicate<State> still, Change work) {
        return Boolean.TRUE.equals(tools.transaction().execute(status -> {
            Interchange interchange = tools.interchanges().lock(messages.find(messageId).orElseThrow().interchangeId());
            As2Message message = messages.lock(messageId);
            if (!still.test(message.state())) {
                return false;
            }
            work.of(message, interchange);
            return true;
        }));
    }
}
