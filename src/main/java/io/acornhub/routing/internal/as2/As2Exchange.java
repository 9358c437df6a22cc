// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.as2.As2;
import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Message.Receipt;
import io.acornhub.interchange.As2Message.State;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts a message of ours and commits what the answer means. No answer, or one that is neither success nor receipt, leaves the
 * outcome open: the same bytes go again under the same message id.
 */
@Component
class As2Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(As2Exchange.class);
    private final As2Posts posts;
    private final As2Judge judge;
    private final As2Outcomes outcomes;
    private final As2Messages messages;
    private final As2Counts counts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    As2Exchange(As2Posts posts, As2Judge judge, As2Outcomes outcomes, As2Messages messages, As2Counts counts,
                TransactionTemplate transaction, Clock clock) {
        this.posts = posts;
        this.judge = judge;
        this.outcomes = outcomes;
        this.messages = messages;
        this.counts = counts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws ChannelFault where the outcome is open */
    void post(As2Partner partner, As2Message message) {
        if (partner.settings().url() == null) {
            throw unreachable(partner, message, "the channel has no setting url, so nothing can be posted", null);
        }
        As2Posts.Reply reply;
        try {
            reply = posts.post(partner, partner.settings().url(), message.messageSha256());
        } catch (IOException e) {
            throw unreachable(partner, message, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        }
        try {
            answered(partner, message, reply);
        } catch (IOException e) {
            throw unreachable(partner, message, "its answer could not be kept: " + e.getMessage(), e);
        }
    }

    private void answered(As2Partner partner, As2Message message, As2Posts.Reply reply) throws IOException {
        boolean receipt = reply.good() && As2.isReceipt(reply.headers(), reply.body());
        if (receipt && message.receipt() != Receipt.NONE) {
            As2Judge.Judged judged = judge.judge(partner, message, reply.headers(), reply.body());
            counts.done("as2-sent", partner.partner(), message.receivedAt());
            if (judged.confirms()) {
                outcomes.delivered(message.id(), judged.verdict());
                counts.done("as2-confirmed", partner.partner(), message.receivedAt());
            } else {
                outcomes.failed(message.id(), judged.verdict());
            }
        } else if (!reply.good()) {
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_REFUSED, partner.connection(), message.messageId(), partner.partner()
                + " did not take AS2 message " + message.messageId() + ": " + reply.inWords() + ". It is sent again under the same message "
                + "id."));
        } else if (message.receipt() == Receipt.NONE) {
            counts.done("as2-sent", partner.partner(), message.receivedAt());
            outcomes.delivered(message.id(), As2Outcomes.Verdict.of("HTTP " + reply.status() + ", no receipt asked for"));
        } else if (message.receipt() == Receipt.ASYNC) {
            counts.done("as2-sent", partner.partner(), message.receivedAt());
            outcomes.awaiting(message.id(), clock.instant().plus(partner.settings().mdnWithin()), "HTTP " + reply.status()
                + ", its receipt is to come by another post");
        } else {
            throw unreachable(partner, message, reply.inWords() + " without the receipt that was asked for", null);
        }
    }

    /** The receipt is late: the same again, or it is given up. */
    void late(As2Partner partner, As2Message message) {
        Instant now = clock.instant();
        if (message.attempts() >= partner.settings().resends()) {
            outcomes.expired(message.id(), "no receipt came within " + partner.settings().mdnWithin() + ", though it was sent again "
                + message.attempts() + " times");
            counts.failed("as2-sent", partner.partner(), "CHANNEL");
            return;
        }
        boolean mine = Boolean.TRUE.equals(transaction.execute(status -> {
            As2Message locked = messages.lock(message.id());
            if (locked.state() != State.AWAITING_MDN || locked.attempts() != message.attempts()) {
                return false;
            }
            messages.state(message.id(), State.AWAITING_MDN, message.attempts() + 1, now.plus(partner.settings().mdnWithin()),
                "no receipt came in time; sent again, " + (message.attempts() + 1) + " of " + partner.settings().resends());
            messages.step(message.id(), now, "sent again", "no receipt came in time", message.messageSha256());
            return true;
        }));
        if (!mine) {
            return;
        }
        try {
            As2Posts.Reply reply = posts.post(partner, partner.settings().url(), message.messageSha256());
            if (reply.good() && As2.isReceipt(reply.headers(), reply.body())) {
                answered(partner, message, reply);
            } else if (!reply.good()) {
                note(message, reply.inWords());
            }
        } catch (IOException | ChannelFault e) {
            note(message, String.valueOf(e.getMessage()));
        }
    }

    private void note(As2Message message, String words) {
        LOG.warn("as2       {} could not be sent again: {}", message.inWords(), words);
        transaction.executeWithoutResult(status -> {
            messages.lock(message.id());
            messages.step(message.id(), clock.instant(), "not answered", words, null);
        });
    }

    private static ChannelFault unreachable(As2Partner partner, As2Message message, String why, Throwable cause) {
        Fault fault = Fault.onPath(FaultCode.TARGET_UNREACHABLE, partner.connection(), message.messageId(), "AS2 message "
            + message.messageId() + " got no answer of " + partner.partner() + " at " + partner.settings().url() + ": " + why
            + ". It is sent again under the same message id.");
        return cause == null ? new ChannelFault(fault) : new ChannelFault(fault, cause);
    }
}
