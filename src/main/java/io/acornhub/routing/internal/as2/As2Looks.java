// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Message.Receipt;
import io.acornhub.interchange.As2Message.State;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.FaultException;
import io.acornhub.interchange.Leases;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.routing.HubSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is due of an AS2 channel: receipts of ours that are to be posted, receipts of the partner that are late. Both are rows with a
 * time, so that a restart loses none. One hub process at a time looks.
 */
@Component("as2Looks")
public class As2Looks {
    private static final Logger LOG = LoggerFactory.getLogger(As2Looks.class);
    private static final int MOST = 50;
    private static final int LONGEST_DOUBLING = 16;
    private final As2Messages messages;
    private final As2Partners partners;
    private final As2Posts posts;
    private final As2Exchange exchange;
    private final Alarms alarms;
    private final Leases leases;
    private final HubSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    As2Looks(As2Messages messages, As2Partners partners, As2Posts posts, As2Exchange exchange, Alarms alarms, Leases leases,
             HubSettings settings, TransactionTemplate transaction, Clock clock) {
        this.messages = messages;
        this.partners = partners;
        this.posts = posts;
        this.exchange = exchange;
        this.alarms = alarms;
        this.leases = leases;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One look; what was missed while no hub ran is found by the first. */
    public void look(@Header("AcornConnection") String connection) {
        if (!leases.holds("as2-" + connection)) {
            return;
        }
        As2Partner partner = partners.of(connection);
        for (As2Message due : messages.due(partner.partner(), partner.channel().name(), clock.instant(), MOST)) {
            try {
                if (due.inbound() && due.receipt() == Receipt.DUE) {
                    receipt(partner, due);
                } else if (!due.inbound() && due.state() == State.AWAITING_MDN) {
                    exchange.late(partner, due);
                }
            } catch (DataAccessException | TransactionException | FaultException e) {
                LOG.warn("as2       {} cannot be looked at now: {}", due.inWords(), e.getMessage());
            }
        }
    }

    /** Posts a receipt. That it is tried is committed before, with the time of the next attempt, and that it came through after. */
    private void receipt(As2Partner partner, As2Message due) {
        Instant now = clock.instant();
        HubSettings.Retry policy = settings.retry();
        int attempt = due.attempts() + 1;
        if (attempt > policy.attempts()) {
            giveUp(due, "it could not be posted to " + due.mdnUrl() + " in " + due.attempts() + " attempts");
            return;
        }
        Duration wait = policy.first().multipliedBy(1L << Math.min(due.attempts(), LONGEST_DOUBLING));
        transaction.executeWithoutResult(status -> messages.receipt(due.id(), Receipt.DUE, attempt, now.plus(
            wait.compareTo(policy.longest()) > 0 ? policy.longest() : wait)));
        String words;
        try {
            // asked again, since the partner's file may have been changed since
            if (!partner.mayPostTo(due.mdnUrl())) {
                giveUp(due, due.mdnUrl() + " is not among mdnHosts " + partner.settings().mdnHosts() + " of the channel");
                return;
            }
            As2Posts.Reply reply = posts.post(partner, URI.create(due.mdnUrl()), due.mdnSha256());
            words = reply.inWords();
            if (reply.good()) {
                transaction.executeWithoutResult(status -> {
                    messages.receipt(due.id(), Receipt.POSTED, attempt, null);
                    messages.step(due.id(), clock.instant(), "receipt posted", "HTTP " + reply.status() + " of " + due.mdnUrl(),
                        due.mdnSha256());
                });
                return;
            }
        } catch (IOException | ChannelFault e) {
            words = String.valueOf(e.getMessage());
        }
        String said = words;
        LOG.warn("as2       receipt for {} could not be posted, attempt {} of {}: {}", due.inWords(), attempt, policy.attempts(), said);
        transaction.executeWithoutResult(status -> messages.step(due.id(), clock.instant(), "receipt not posted", said, null));
    }

    private void giveUp(As2Message due, String why) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            messages.receipt(due.id(), Receipt.GIVEN_UP, due.attempts(), null);
            messages.step(due.id(), now, "receipt given up", why, null);
            alarms.raise(Alarm.of("as2:receipt:" + due.id() + ":" + due.attempts(), Alarm.Kind.MESSAGE_REFUSED, Alarm.Level.ALARM,
                due.partner(), due.messageId(), null, As2Outcomes.origin(due), "The receipt for AS2 " + due.inWords()
                    + " was given up: " + why + ". The message itself was " + due.state().name().toLowerCase(java.util.Locale.ROOT)
                    + "; " + due.partner() + " may send it again and gets the same receipt.", now));
        });
    }
}
