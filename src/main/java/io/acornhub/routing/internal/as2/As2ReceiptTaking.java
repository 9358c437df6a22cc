// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Message.State;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.As2Strays;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a receipt that a partner posts. It is found by the message id it names; what fits nothing is noted once. What a message has
 * come to is never undone by a later receipt: a second one is noted, one that says the opposite raises an alarm.
 */
@Component
class As2ReceiptTaking {
    private final As2Messages messages;
    private final As2Judge judge;
    private final As2Outcomes outcomes;
    private final As2Strays strays;
    private final Alarms alarms;
    private final As2Counts counts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    As2ReceiptTaking(As2Messages messages, As2Judge judge, As2Outcomes outcomes, As2Strays strays, Alarms alarms, As2Counts counts,
                     TransactionTemplate transaction, Clock clock) {
        this.messages = messages;
        this.judge = judge;
        this.outcomes = outcomes;
        this.strays = strays;
        this.alarms = alarms;
        this.counts = counts;
        this.transaction = transaction;
        this.clock = clock;
    }

    As2Answer take(As2Partner partner, As2Headers headers, As2Content body, String address) throws IOException {
        String about = As2.receiptFor(headers, body);
        Optional<As2Message> found = about == null ? Optional.empty() : sent(partner, about.strip());
        if (found.isEmpty()) {
            orphan(partner, about == null ? "" : about, address);
            return As2Answer.ok();
        }
        As2Message message = found.get();
        As2Judge.Judged judged = judge.judge(partner, message, headers, body);
        if (judged.confirms() && outcomes.delivered(message.id(), judged.verdict())) {
            counts.done("as2-confirmed", message.partner(), message.receivedAt());
        } else if (judged.confirms()) {
            note(message, "receipt again", judged.verdict());
        } else if (message.state() == State.POSTING || message.state() == State.AWAITING_MDN) {
            outcomes.failed(message.id(), judged.verdict());
        } else {
            note(message, message.state() == State.DELIVERED ? "receipt contradicts" : "receipt again", judged.verdict());
        }
        return As2Answer.ok();
    }

    private Optional<As2Message> sent(As2Partner partner, String about) {
        String bare = about.replaceAll("^<|>$", "");
        return messages.find(false, partner.settings().ownId(), partner.settings().partnerId(), "<" + bare + ">");
    }

    private void note(As2Message message, String what, As2Outcomes.Verdict verdict) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            messages.lock(message.id());
            messages.step(message.id(), now, what, verdict.words(), verdict.sha256());
            if (message.state() == State.DELIVERED && "receipt contradicts".equals(what)) {
                alarms.raise(Alarm.of("as2:contradicts:" + message.id(), Alarm.Kind.ACKNOWLEDGMENT_CONTRADICTS, Alarm.Level.ALARM,
                    message.partner(), message.messageId(), null, As2Outcomes.origin(message), "A receipt says the opposite of an "
                        + "earlier one for AS2 " + message.inWords() + ", which stays delivered: " + verdict.words() + ". Ask "
                        + message.partner() + " which of them counts.", now));
            }
        });
    }

    private void orphan(As2Partner partner, String about, String address) {
        Instant now = clock.instant();
        String words = "a receipt came for " + (about.isEmpty() ? "no message that it names" : about) + ", which was not sent";
        transaction.executeWithoutResult(status -> {
            if (strays.seen(As2Strays.Kind.ORPHAN_MDN, partner.settings().ownId(), partner.settings().partnerId(), about, address, words,
                now)) {
                String day = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
                alarms.raise(Alarm.of("as2-orphan:" + partner.connection() + ":" + day, Alarm.Kind.ACKNOWLEDGMENT_ORPHAN,
                    Alarm.Level.WARNING, partner.partner(), about.isEmpty() ? partner.connection() : about, null,
                    "as2-orphan:" + partner.connection(), "From " + partner.partner() + " " + words + ". Further ones of this day are "
                        + "listed at /api/as2/strays.", now));
            }
        });
    }
}
