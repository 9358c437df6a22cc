// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.security.SecureRandom;

/**
 * Ids of interchanges and documents: 26 characters of Crockford's base 32, 48 bits of milliseconds and 80 random bits, so
 * that they sort by time and two hub processes never meet.
 */
public final class HubId {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private HubId() {
    }

    public static String next() {
        char[] id = new char[26];
        long time = System.currentTimeMillis();
        for (int i = 9; i >= 0; i--) {
            id[i] = ALPHABET[(int) (time & 31)];
            time >>>= 5;
        }
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        for (int i = 0; i < 16; i++) {
            id[10 + i] = ALPHABET[random[i] & 31];
        }
        return new String(id);
    }
}
