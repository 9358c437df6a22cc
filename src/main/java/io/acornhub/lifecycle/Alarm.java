// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.time.Instant;

/**
 * Something somebody should look at.
 *
 * @param key unique for good: the same key is never raised twice
 * @param origin what clears it when that is settled, for example {@code deadline:<id>}
 */
public record Alarm(String key, Kind kind, Level level, String partner, String subject, String documentId, String origin, String words,
                    Instant raisedAt, Instant clearedAt) {

    /** What it is about. */
    public enum Kind {
        /** Something of ours, or an answer of the partner, is due soon or overdue. */
        DEADLINE,
        /** The partner acknowledges what was never sent. */
        ACKNOWLEDGMENT_ORPHAN,
        /** The partner says the opposite of what it said before. */
        ACKNOWLEDGMENT_CONTRADICTS,
        /** The partner rejects what we sent. */
        ACKNOWLEDGMENT_REJECTS,
        /** Nobody can tell whether what we posted arrived. */
        OUTCOME_UNKNOWN,
        /** The ERP could not post what the hub delivered. */
        NOT_POSTED,
        /** The client secret of a connection to Amazon runs out. */
        SECRET_EXPIRES,
        /** A certificate of a connection runs out, or cannot be used. */
        CERTIFICATE_EXPIRES,
        /** A connection cannot be fetched from or handed to for a while. */
        CONNECTION,
        /** An order came by a second door, and the copies say different things. */
        ORDER_COPY_DIFFERS,
        /** Amazon has an order that did not come in. */
        ORDER_MISSING,
        /** A partner refused what was sent to it, or did not say that it has it. */
        TRANSMISSION_FAILED,
        /** What a partner sent could not be taken, or the receipt for it could not be given. */
        MESSAGE_REFUSED,
        /** Somebody who is in no partner file sends. */
        SENDER_UNKNOWN
    }

    /** Half of the time is gone; four fifths are; too late or refused. */
    public enum Level {
        NOTICE, WARNING, ALARM
    }

    /** A new one, not cleared. */
    public static Alarm of(String key, Kind kind, Level level, String partner, String subject, String documentId, String origin,
                           String words, Instant at) {
        return new Alarm(key, kind, level, partner, subject, documentId, origin, words, at, null);
    }

    public static String ofDocument(String documentId) {
        return "document:" + documentId;
    }
}
