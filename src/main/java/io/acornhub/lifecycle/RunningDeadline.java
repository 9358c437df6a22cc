// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that is due (a row of table {@code deadline}).
 *
 * @param kind the transaction set we owe, such as 855; or {@code 997:855} for the partner's answer to ours
 * @param subject PO number, shipment, or document and group
 * @param mark percent of the time found gone at the last look: 0, 50, 80 or 100
 * @param endedAt when it was met or cancelled; a MISSED one with it was met late
 */
public record RunningDeadline(String id, String partner, String kind, String subject, String documentId, Instant startsAt, Instant dueAt,
                              State state, int mark, Instant endedAt) {
    /** When people are told: half, four fifths, all of the time. */
    static final int[] MARKS = {50, 80, 100};

    /** MISSED stays so when the event comes after all. */
    public enum State {
        RUNNING, MET, MISSED, CANCELLED
    }

    /** What begins the kind of a partner's answer. */
    public static final String ANSWER = "997:";

    /** Whether the event is still awaited. */
    public boolean open() {
        return endedAt == null;
    }

    /** Whether it is the partner's answer that is awaited, not something of ours. */
    public boolean ofPartner() {
        return kind.startsWith(ANSWER);
    }

    /** The moment at which so many percent of the time are gone; one learnt too late has all marks at its due time. */
    Instant at(int percent) {
        Duration all = Duration.between(startsAt, dueAt);
        return percent == 100 || all.isNegative() ? dueAt : startsAt.plus(all.multipliedBy(percent).dividedBy(100));
    }

    /** The highest mark reached at a time, 0 before the first. */
    int reached(Instant now) {
        int reached = 0;
        for (int percent : MARKS) {
            reached = now.isBefore(at(percent)) ? reached : percent;
        }
        return reached;
    }

    /** When the first mark above one is reached; null above the last. */
    Instant after(int passed) {
        for (int percent : MARKS) {
            if (percent > passed) {
                return at(percent);
            }
        }
        return null;
    }

    /** What is due, in words. */
    public String inWords() {
        if (ofPartner()) {
            return "the acknowledgment of our " + kind.substring(ANSWER.length()) + " " + subject + " from " + partner;
        }
        return switch (kind) {
            case "855" -> "the order acknowledgment (855) of order " + subject + " to " + partner;
            case "856" -> "the ship notice (856) of shipment " + subject + " to " + partner;
            case "810" -> "the invoice (810) of shipment " + subject + " to " + partner;
            default -> "the " + kind + " of " + subject + " to " + partner;
        };
    }
}
