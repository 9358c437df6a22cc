// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.util.List;

/** Where a peer does otherwise than the standards say, as config/channels/as2-interoperability.md explains. */
final class KnownDifferences {
    private static final List<String> GCM = List.of("AES128-GCM", "AES256-GCM");

    private KnownDifferences() {
    }

    static boolean expected(String column, As2Terms terms) {
        boolean before = "before-signing".equals(terms.compress());
        return switch (column) {
            // Its receiver takes the integrity check of what it has unpacked, not of what was signed (RFC 5402, 4.1), and reads no
            // AuthEnvelopedData.
            case As2MatrixTest.PHAX_OUT -> GCM.contains(terms.encrypt()) || before && terms.signs() && terms.asksForMdn();
            // Its sender takes the integrity check of a message that is not signed after compressing it (RFC 5402, 4.2 and 4.3).
            case As2MatrixTest.PHAX_IN -> before && !terms.signs() && terms.asksForMdn();
            // It leaves the headers out of the integrity check of a message that is only compressed (RFC 5402, 4.3).
            case As2MatrixTest.OPEN_OUT, As2MatrixTest.OPEN_IN -> before && !terms.signs() && !terms.encrypts() && terms.asksForMdn()
                && terms.mdnSigned();
            default -> false;
        };
    }
}
