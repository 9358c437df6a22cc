// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a post as the Standard Webhooks specification has it: HMAC-SHA256 over id, time in seconds and body, joined by
 * dots, as {@code v1,<base64>} in the header {@value #SIGNATURE}. The body may be fed piece by piece.
 */
public final class Signature {
    /** Names the post; the same again is the same post. */
    public static final String ID = "webhook-id";
    /** When it was signed, in seconds since 1970. */
    public static final String TIMESTAMP = "webhook-timestamp";
    /** One or more signatures, separated by blanks. */
    public static final String SIGNATURE = "webhook-signature";
    private static final String VERSION = "v1,";
    private static final String ENCODED = "whsec_";
    private final List<Mac> macs = new ArrayList<>();

    /**
     * @param secrets each makes a signature of its own; {@code whsec_…} is read as Base64, others as they stand
     * @throws IllegalArgumentException where a secret begins with {@code whsec_} and is no Base64
     */
    public Signature(List<String> secrets, String id, Instant at) {
        try {
            for (String secret : secrets) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
                mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
                macs.add(mac);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] key(String secret) {
        return secret.startsWith(ENCODED) ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
            : secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The next bytes of the body. */
    public void update(byte[] bytes, int offset, int length) {
        macs.forEach(mac -> mac.update(bytes, offset, length));
    }

    /** What the header {@value #SIGNATURE} says; ends the use of this object. */
    public String header() {
        return String.join(" ", macs.stream().map(mac -> VERSION + Base64.getEncoder().encodeToString(mac.doFinal())).toList());
    }

    /** Whether one of the signatures in a header is one of ours, compared in constant time; ends the use of this object. */
    public boolean isIn(String header) {
        boolean found = false;
        for (Mac mac : macs) {
            byte[] expected = (VERSION + Base64.getEncoder().encodeToString(mac.doFinal())).getBytes(StandardCharsets.US_ASCII);
            for (String given : header.strip().split(" +")) {
                found |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}
