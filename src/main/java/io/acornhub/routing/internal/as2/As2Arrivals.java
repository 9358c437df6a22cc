// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.channel.as2.As2Modifier;
import io.acornhub.channel.as2.As2Packed;
import io.acornhub.channel.as2.As2ReceiptRequest;
import io.acornhub.interchange.As2Strays;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose a post is and what it is: a message or a receipt. What is nobody's is noted once and is no document. */
@Component
public class As2Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(As2Arrivals.class);
    /** No receipt is larger. */
    private static final int LARGEST_RECEIPT = 256 * 1024;
    private static final int LONGEST_ID = 500;
    private final As2 as2;
    private final As2Partners partners;
    private final As2Taking taking;
    private final As2ReceiptTaking receipts;
    private final As2Strays strays;
    private final Alarms alarms;
    private final TransactionTemplate transaction;
    private final Clock clock;

    As2Arrivals(As2 as2, As2Partners partners, As2Taking taking, As2ReceiptTaking receipts, As2Strays strays, Alarms alarms,
                TransactionTemplate transaction, Clock clock) {
        this.as2 = as2;
        this.partners = partners;
        this.taking = taking;
        this.receipts = receipts;
        this.strays = strays;
        this.alarms = alarms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param address of the sender, to be shown only
     * @throws IOException when it does not come whole or cannot be stored: it was not taken
     */
    As2Answer take(As2Headers headers, InputStream body, String address) throws IOException {
        if (headers.from() == null || headers.to() == null) {
            return As2Answer.words(400, "AS2-From or AS2-To is missing; this is no AS2 message.");
        }
        Optional<As2Partner> known = partners.of(headers.to(), headers.from());
        if (known.isEmpty()) {
            return unknown(headers, address);
        }
        As2Partner partner = known.get();
        if (length(headers) > partner.settings().largest()) {
            return tooLarge(partner);
        }
        String packed = headers.find("Content-Encoding").orElse("identity").strip();
        if (!packed.isEmpty() && !packed.equalsIgnoreCase("identity")) {
            return As2Answer.words(415, "Content-Encoding " + packed + " is not taken; AS2 compresses inside the message.");
        }
        InputStream paced = new PacedStream(body == null ? InputStream.nullInputStream() : body, partner.settings().largest());
        try {
            return read(partner, headers, paced, address);
        } catch (OversizedPost e) {
            return tooLarge(partner);
        }
    }

    private As2Answer read(As2Partner partner, As2Headers headers, InputStream body, String address) throws IOException {
        InputStream all = body;
        if (headers.contentType().equals("multipart/report") || headers.contentType().equals("multipart/signed")) {
            byte[] begin = body.readNBytes(LARGEST_RECEIPT);
            As2Content content = As2Content.of(begin);
            if (begin.length < LARGEST_RECEIPT && As2.isReceipt(headers, content)) {
                return receipts.take(partner, headers, content, address);
            }
            all = new SequenceInputStream(new ByteArrayInputStream(begin), body);
        }
        String messageId = headers.messageId();
        if (messageId == null || messageId.length() > LONGEST_ID) {
            return As2Answer.words(400, messageId == null ? "Message-ID is missing." : "Message-ID is longer than " + LONGEST_ID + ".");
        }
        return taking.take(partner, headers, all);
    }

    private static As2Answer tooLarge(As2Partner partner) {
        LOG.warn("as2       a message of {} has more than {} bytes, the channel's setting largest, and was answered 413", partner.partner(),
            partner.settings().largest());
        return As2Answer.words(413, "A message may have " + partner.settings().largest() + " bytes here; nothing of it was kept.");
    }

    private static long length(As2Headers headers) {
        try {
            return Long.parseLong(headers.find("Content-Length").orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Its body is not read. A receipt goes back only in the answer, never to an address that it names. */
    private As2Answer unknown(As2Headers headers, String address) throws IOException {
        Instant now = clock.instant();
        String words = "AS2-From " + headers.from() + " and AS2-To " + headers.to() + " are no AS2 channel's partnerId and ownId here";
        transaction.executeWithoutResult(status -> {
            boolean first = strays.seen(As2Strays.Kind.UNKNOWN_PAIR, headers.to(), headers.from(), "", address, words, now);
            if (first) {
                String day = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
                alarms.raise(Alarm.of("as2-unknown:" + day, Alarm.Kind.SENDER_UNKNOWN, Alarm.Level.WARNING, null, shortened(headers.from()),
                    null, "as2-unknown:" + day, "Somebody at " + address + " sends by AS2 and is not known: " + words
                        + ". If it is a partner, correct ownId and partnerId in its file; further ones of this day are listed at "
                        + "/api/as2/strays.", now));
            }
        });
        Optional<As2ReceiptRequest> request = As2ReceiptRequest.of(headers);
        if (request.isEmpty() || request.get().asynchronous() || headers.messageId() == null) {
            return As2Answer.words(403, "Unknown trading partner: " + words + ".");
        }
        try (As2Packed receipt = as2.refusal(headers, As2Modifier.UNKNOWN_TRADING_PARTNER,
            "The message was not taken: its sender and receiver are not known here together.", As2.newMessageId(headers.to()))) {
            return new As2Answer(200, receipt.headers(), receipt.body().bytes(), null);
        }
    }

    private static String shortened(String name) {
        return name.length() > 120 ? name.substring(0, 120) : name;
    }
}
