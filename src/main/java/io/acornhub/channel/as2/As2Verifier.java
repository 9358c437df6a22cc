// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.IOException;

/** Says offline, years later too, whether what was kept of an exchange fits together. Needs no private key and no network. */
public final class As2Verifier {

    /** Every check; never throws for what the evidence holds, only when it cannot be read from disk. */
    public As2Verification verify(As2Evidence evidence) throws IOException {
        throw new UnsupportedOperationException();
    }
}
