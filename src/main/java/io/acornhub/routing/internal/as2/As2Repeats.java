// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.as2.As2Disposition;
import io.acornhub.channel.as2.As2Failure;
import io.acornhub.channel.as2.As2Modifier;
import io.acornhub.channel.as2.As2Opened;
import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Message.Receipt;
import io.acornhub.interchange.As2Message.State;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.HubId;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.routing.internal.as2.As2Receipts.Made;
import io.acornhub.routing.internal.as2.As2Taking.Arrived;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is answered to a message that came before, and to one that cannot be taken. The same again gets the same receipt, byte for
 * byte, and no second document. A refused one may come again under its id, since its sender was told that nothing was taken.
 */
@Component
class As2Repeats {
    private static final Logger LOG = LoggerFactory.getLogger(As2Repeats.class);
    private final As2Store store;
    private final As2Messages messages;
    private final As2Receipts receipts;
    private final Alarms alarms;
    private final As2Counts counts;
    private final TransactionTemplate transaction;

    As2Repeats(As2Store store, As2Messages messages, As2Receipts receipts, Alarms alarms, As2Counts counts,
               TransactionTemplate transaction) {
        this.store = store;
        this.messages = messages;
        this.receipts = receipts;
        this.alarms = alarms;
        this.counts = counts;
        this.transaction = transaction;
    }

    /** To a message whose id was taken before. */
    As2Answer answer(Arrived arrived, As2Message known) throws IOException {
        if (!arrived.opened().accepted()) {
            As2Failure failure = arrived.opened().failure().orElseThrow();
            return other(arrived, known, receipts.make(arrived), "came again and could not be read: " + failure.words());
        }
        if (!store.content(arrived.opened().payload()).sha256().equals(known.contentSha256())) {
            return other(arrived, known, receipts.make(arrived, As2Disposition.of(As2Modifier.UNEXPECTED_PROCESSING_ERROR),
                "A message with this Message-ID and other content was taken before; this one was not. Send it under a new Message-ID."),
                "came again with other content, which was not taken; ask " + known.partner() + " to send it under a new message id");
        }
        counts.done("as2-repeated", known.partner(), arrived.at());
        LOG.info("as2       {} came again, as it was: no second document", known.inWords());
        return same(arrived, known);
    }

    private As2Answer same(Arrived arrived, As2Message known) throws IOException {
        boolean asked = arrived.opened().request().isPresent();
        boolean later = asked && arrived.opened().request().get().asynchronous();
        Made made = asked && known.mdnSha256() == null || later ? receipts.make(arrived) : null;
        transaction.executeWithoutResult(status -> {
            As2Message now = messages.lock(known.id());
            messages.step(known.id(), arrived.at(), "repeated", "came again, the same; " + (asked ? "answered with the same receipt"
                : "no receipt asked for"), null);
            if (later && (now.receipt() == Receipt.POSTED || now.receipt() == Receipt.GIVEN_UP && made.receipt() == Receipt.DUE)) {
                messages.receipt(known.id(), Receipt.DUE, 0, arrived.at());
            }
        });
        if (!asked || later) {
            return As2Answer.ok();
        }
        if (known.mdnSha256() == null) {
            return made.answer();
        }
        try (As2Store.Wire receipt = store.open(known.mdnSha256())) {
            return new As2Answer(200, receipt.headers(), receipt.body().readAllBytes(), null);
        }
    }

    private As2Answer other(Arrived arrived, As2Message known, Made receipt, String words) throws IOException {
        String wire = store.wire(arrived.opened().headers(), arrived.opened().body());
        transaction.executeWithoutResult(status -> {
            messages.lock(known.id());
            messages.step(known.id(), arrived.at(), "refused", words, wire);
            alarm(known, "other:" + known.id() + ":" + day(arrived.at()), words, arrived.at());
        });
        counts.failed("as2-received", known.partner(), "PARTNER");
        LOG.warn("as2       {} {}", known.inWords(), words);
        return receipt.answer();
    }

    /** Refuses a message: original, receipt and row are kept; nothing of it becomes a document. */
    As2Answer refuse(Arrived arrived, As2Message refusedBefore) throws IOException {
        As2Opened opened = arrived.opened();
        As2Failure failure = opened.failure().orElseThrow();
        Made receipt = receipts.make(arrived);
        As2Message row = new As2Message(refusedBefore == null ? HubId.next() : refusedBefore.id(), true, arrived.from().partner(),
            arrived.from().channel().name(), arrived.from().settings().ownId(), arrived.from().settings().partnerId(), arrived.messageId(),
            State.REFUSED, receipt.receipt(), null, store.wire(opened.headers(), opened.body()),
            opened.signedEntity() == null ? null : store.content(opened.signedEntity()).sha256(), null,
            opened.mic() == null ? null : opened.mic().toString(), receipt.sha256(), receipt.disposition(), receipt.certificate(),
            store.certificate(opened.signer()), receipt.url(), 0, receipt.receipt() == Receipt.DUE ? arrived.at() : null, arrived.at(),
            arrived.at(), "refused, " + failure.modifier().words() + ": " + failure.words() + "; " + receipt.words());
        transaction.executeWithoutResult(status -> {
            if (refusedBefore == null) {
                messages.insert(row);
            } else if (messages.lock(refusedBefore.id()).state() == State.REFUSED) {
                messages.replace(row);
            }
            messages.step(row.id(), arrived.at(), "refused", row.words(), row.messageSha256());
            alarm(row, "refused:" + row.partner() + ":" + failure.modifier() + ":" + day(arrived.at()), row.words(), arrived.at());
        });
        counts.failed("as2-received", row.partner(), "PARTNER");
        LOG.warn("as2       {} {}", row.inWords(), row.words());
        return receipt.answer();
    }

    /** One of a kind a partner and day: a sender that tries all night is one thing to look at. */
    private void alarm(As2Message about, String key, String words, Instant at) {
        alarms.raise(Alarm.of("as2:" + key, Alarm.Kind.MESSAGE_REFUSED, Alarm.Level.ALARM, about.partner(), about.messageId(), null,
            As2Outcomes.origin(about), "AS2 " + about.inWords() + " " + words, at));
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
