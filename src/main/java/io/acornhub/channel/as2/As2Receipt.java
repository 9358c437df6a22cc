// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.security.cert.X509Certificate;

/**
 * What a receipt says and what it is worth.
 *
 * @param receiptId header Message-ID of the receipt, or null
 * @param messageId {@code Original-Message-ID}: the message it is for; null when it does not say
 * @param disposition null when the receipt cannot be read
 * @param text what it says to people; at most 10,000 characters, may be empty
 * @param mic the integrity check it reports, null without one
 * @param micVerdict what that is worth
 * @param signature what its signature is worth
 * @param signer the configured certificate it was signed with, null unless {@code signature} is VERIFIED
 * @param words why it is worth nothing: for the operator; null when {@link #confirms()} is true
 */
public record As2Receipt(String receiptId, String messageId, As2Disposition disposition, String text, As2Mic mic, MicVerdict micVerdict,
                         SignatureVerdict signature, X509Certificate signer, String words) {

    /** The reported integrity check against that of the message sent. */
    public enum MicVerdict {
        /** It is that of the message sent. */
        MATCHES,
        /** It is another: the partner has something else than what was sent. */
        DIFFERS,
        /** The receipt reports none. */
        ABSENT,
        /** It was not known what was sent. */
        NOT_COMPARED
    }

    /** What the signature is worth. */
    public enum SignatureVerdict {
        /** Made by a configured certificate of the partner over these bytes. */
        VERIFIED,
        /** The receipt is not signed. */
        UNSIGNED,
        /** Signed, but not by a configured certificate, or not over these bytes. */
        FAILED
    }

    /**
     * True when the partner certainly has the message: accepted, the integrity check is right, and the signature is good or none was
     * asked for.
     */
    public boolean confirms() {
        return words == null;
    }
}
