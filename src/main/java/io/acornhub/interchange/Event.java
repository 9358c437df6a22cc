// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * One step of a timeline. {@code hash} covers the fields and the hash before it, so that a changed, removed or inserted row
 * shows (all but the removal of the newest rows, which the end kept with the subject shows).
 */
public record Event(String subject, int seq, Instant at, String stage, String what, String detail, String hash) {

    /** The next event after one with that sequence number and hash (0 and null for the first). */
    public static Event next(String subject, int lastSeq, String lastHash, Instant at, String stage, String what, String text) {
        String detail = StoredText.of(text);
        Instant kept = at.truncatedTo(ChronoUnit.MILLIS);
        String bounded = detail != null && detail.length() > 2000 ? detail.substring(0, 2000) : detail;
        String hash = hash(subject, lastSeq + 1, lastHash, kept, stage, what, bounded);
        return new Event(subject, lastSeq + 1, kept, stage, what, bounded, hash);
    }

    /** Whether this row is the untouched successor of a row with that hash. */
    public boolean follows(String lastHash) {
        return hash.equals(hash(subject, seq, lastHash, at, stage, what, detail));
    }

    private static String hash(String subject, int seq, String lastHash, Instant at, String stage, String what, String detail) {
        try {
            String text = String.join("\u001f", subject, Integer.toString(seq), String.valueOf(lastHash), at.toString(), stage, what,
                String.valueOf(detail));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
