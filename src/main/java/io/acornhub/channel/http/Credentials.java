// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The header {@code Authorization}: made and checked. Comparing takes as long for a wrong secret as for a right one. */
public final class Credentials {
    private Credentials() {
    }

    /** {@code Basic} with name and password, in UTF-8. */
    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code Bearer} with a token. */
    public static String bearer(String token) {
        return "Bearer " + token;
    }

    /**
     * @param given the header, null where there is none
     * @param accepted headers that are right; of all but {@code Bearer} and {@code Basic}'s name every character counts
     */
    public static boolean match(String given, List<String> accepted) {
        byte[] hash = hash(plain(given == null ? "" : given));
        boolean found = false;
        for (String right : accepted) {
            found |= MessageDigest.isEqual(hash, hash(plain(right)));
        }
        return found;
    }

    /** The scheme in small letters, since it may be written either way. */
    private static String plain(String header) {
        String[] parts = header.strip().split(" +", 2);
        return parts.length < 2 ? header : parts[0].toLowerCase(java.util.Locale.ROOT) + " " + parts[1];
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
