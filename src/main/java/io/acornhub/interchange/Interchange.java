// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.time.Instant;

/** A file exchanged with a partner or an ERP system (a row of table {@code interchange}). */
public record Interchange(String id, String direction, Side side, String counterpart, String channel, String ingressKey,
                          String fileName, String sha256, long sizeBytes, int ordinal, String header, String sender,
                          String receiver, String controlNumber, String usageIndicator, Status status, String answers,
                          Instant receivedAt, Instant identifiedAt, Instant sentAt, int eventSeq, String eventHash) {

    /** With whom the bytes were exchanged. */
    public enum Side {
        PARTNER, ERP
    }

    /** RECEIVED is archived and not looked at yet; READY is stored and STAGED lies beside the channel, not sent; others are final. */
    public enum Status {
        RECEIVED, ACCEPTED, PARTIAL, REJECTED, DUPLICATE, UNREADABLE, READY, STAGED, SENT
    }
}
