// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** X12 names no encoding: what is valid UTF-8 is read as such, all else as ISO 8859-1. */
final class Encoding {
    private Encoding() {
    }

    static Charset of(byte[] bytes, int from, int to) {
        int high = 0;
        for (int i = from; i < to; i++) {
            high |= bytes[i];
        }
        // pure ASCII, where Java copies ISO 8859-1 fastest
        if (high >= 0) {
            return StandardCharsets.ISO_8859_1;
        }
        return isUtf8(bytes, from, to) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int b = bytes[i++];
            if (b >= 0) {
                continue;
            }
            int more = b >= (byte) 0xC2 && b <= (byte) 0xDF ? 1 : (b & 0xF0) == 0xE0 ? 2 : b >= (byte) 0xF0 && b <= (byte) 0xF4
                ? 3 : 0;
            if (more == 0 || i + more > to) {
                return false;
            }
            for (; more > 0; more--) {
                if ((bytes[i++] & 0xC0) != 0x80) {
                    return false;
                }
            }
        }
        return true;
    }
}
