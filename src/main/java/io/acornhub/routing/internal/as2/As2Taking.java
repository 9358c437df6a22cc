// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.archive.Archive;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.channel.as2.As2Limits;
import io.acornhub.channel.as2.As2Opened;
import io.acornhub.channel.as2.As2Profile;
import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Message.Receipt;
import io.acornhub.interchange.As2Message.State;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.routing.internal.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes a message. The original, the signed part, the payload and the receipt are in the archive before one transaction writes the
 * message and its interchange; only after it is the sender answered. The message id is unique for a pair of identifiers, so of two
 * that come at once one waits for the other's transaction and finds it done.
 */
@Component
class As2Taking {
    private static final int LONGEST_KEY = 60;
    private final As2 as2;
    private final As2Store store;
    private final As2Messages messages;
    private final As2Repeats repeats;
    private final As2Receipts receipts;
    private final Intake intake;
    private final Certificates certificates;
    private final As2Counts counts;
    private final Clock clock;

    As2Taking(As2 as2, As2Store store, As2Messages messages, As2Repeats repeats, As2Receipts receipts, Intake intake,
              Certificates certificates, As2Counts counts, Clock clock) {
        this.as2 = as2;
        this.store = store;
        this.messages = messages;
        this.repeats = repeats;
        this.receipts = receipts;
        this.intake = intake;
        this.certificates = certificates;
        this.counts = counts;
        this.clock = clock;
    }

    /** What came, with all that is needed to answer it. */
    record Arrived(As2Partner from, As2Opened opened, As2Profile profile, String messageId, Instant at) {
    }

    As2Answer take(As2Partner partner, As2Headers headers, InputStream body) throws IOException {
        Instant now = clock.instant();
        As2Profile profile = partner.profile(certificates, now);
        try (As2Opened opened = as2.open(headers, body, profile, As2Limits.of(partner.settings()), store.work())) {
            Arrived arrived = new Arrived(partner, opened, profile, headers.messageId(), now);
            try {
                return decide(arrived);
            } catch (DuplicateKeyException e) {
                // its twin was committed between the look and the insert: now it is found
                return decide(arrived);
            }
        }
    }

    private As2Answer decide(Arrived arrived) throws IOException {
        Optional<As2Message> known = messages.find(true, arrived.from().settings().ownId(), arrived.from().settings().partnerId(),
            arrived.messageId());
        if (known.isPresent() && known.get().state() == State.TAKEN) {
            return repeats.answer(arrived, known.get());
        }
        if (arrived.opened().accepted()) {
            return taken(arrived, known.orElse(null));
        }
        return repeats.refuse(arrived, known.orElse(null));
    }

    private As2Answer taken(Arrived arrived, As2Message refusedBefore) throws IOException {
        As2Partner from = arrived.from();
        Archive.Entry payload = store.content(arrived.opened().payload());
        As2Receipts.Made receipt = receipts.make(arrived);
        String id = refusedBefore == null ? HubId.next() : refusedBefore.id();
        As2Message row = row(arrived, id, receipt, store.wire(arrived.opened().headers(), arrived.opened().body()), payload.sha256());
        Intake.Taken taken = intake.take(from.origin(), key(arrived.messageId()), name(arrived), payload, interchange -> write(row,
            interchange, refusedBefore));
        if (!taken.isNew()) {
            return repeats.answer(arrived, messages.find(true, row.ownId(), row.partnerId(), row.messageId()).orElseThrow());
        }
        counts.done("as2-received", from.partner(), arrived.at());
        return receipt.answer().with(taken.message());
    }

    private void write(As2Message row, Interchange interchange, As2Message refusedBefore) {
        As2Message whole = As2Rows.of(row, interchange.id());
        if (refusedBefore == null) {
            messages.insert(whole);
        } else {
            if (messages.lock(refusedBefore.id()).state() != State.REFUSED) {
                throw new DuplicateKeyException(row.inWords() + " was taken meanwhile");
            }
            messages.replace(whole);
        }
        messages.step(row.id(), row.receivedAt(), "taken", row.words(), row.messageSha256());
    }

    private As2Message row(Arrived a, String id, As2Receipts.Made receipt, String wire, String payload) throws IOException {
        As2Opened opened = a.opened();
        String how = (opened.protection().signed() == null ? "not signed" : "signed " + opened.protection().signed().setting())
            + (opened.protection().encrypted() == null ? ", not encrypted" : ", encrypted " + opened.protection().encrypted().setting())
            + (opened.protection().compressed() ? ", compressed" : "");
        return new As2Message(id, true, a.from().partner(), a.from().channel().name(), a.from().settings().ownId(),
            a.from().settings().partnerId(), a.messageId(), State.TAKEN, receipt.receipt(), null, wire,
            opened.signedEntity() == null ? null : store.content(opened.signedEntity()).sha256(), payload,
            opened.mic() == null ? null : opened.mic().toString(), receipt.sha256(), receipt.disposition(), receipt.certificate(),
            store.certificate(opened.signer()), receipt.url(), 0, receipt.receipt() == Receipt.DUE ? a.at() : null, a.at(), a.at(),
            "taken: " + how + "; " + receipt.words());
    }

    /** The name the sender gives the document, else one made of the message id. */
    private static String name(Arrived arrived) {
        return arrived.opened().fileName() != null ? arrived.opened().fileName()
            : "as2-" + arrived.messageId().replaceAll("[^A-Za-z0-9.@_-]", "");
    }

    /** The message id, or its hash where that is too long for a key. */
    private static String key(String messageId) {
        if (messageId.length() <= LONGEST_KEY) {
            return messageId;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8)))
                .substring(0, LONGEST_KEY);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
