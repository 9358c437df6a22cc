// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import com.helger.as2lib.crypto.IMICMatchingHandler;
import com.helger.as2lib.message.IMessage;

/** Remembers what the library found when it compared MICs. */
final class MicLook implements IMICMatchingHandler {
    private volatile Boolean matched;

    @Override
    public void onMICMatch(IMessage message, String mic) {
        matched = true;
    }

    @Override
    public void onMICMismatch(IMessage message, String original, String received) {
        matched = false;
    }

    /** Null while none were compared. */
    Boolean matched() {
        return matched;
    }
}
