// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.util.Optional;

/**
 * A message integrity check: a digest over what RFC 4130 (7.3.1) and RFC 5402 (4) say.
 *
 * @param value base64
 */
public record As2Mic(String value, As2Digest algorithm) {

    /** As {@code Received-Content-MIC} writes it, also fit to be stored: {@code value, sha-256}. */
    @Override
    public String toString() {
        return value + ", " + algorithm.micalg();
    }

    /** From {@code value, algorithm} with any spelling of the algorithm; empty for what is not that. */
    public static Optional<As2Mic> of(String text) {
        if (text == null) {
            return Optional.empty();
        }
        int comma = text.lastIndexOf(',');
        return comma < 1 ? Optional.empty()
            : As2Digest.of(text.substring(comma + 1).strip()).map(d -> new As2Mic(text.substring(0, comma).replaceAll("\\s", ""), d));
    }
}
