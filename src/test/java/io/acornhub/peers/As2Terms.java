// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.util.Locale;

/**
 * How one AS2 message is protected and receipted, in the words of a channel's settings.
 *
 * @param sign none, SHA-1, SHA-256, SHA-384, SHA-512
 * @param encrypt none, 3DES, AES128-CBC, AES192-CBC, AES256-CBC, AES128-GCM, AES256-GCM
 * @param compress none, before-signing, after-signing
 * @param mdn none, sync, async
 * @param mdnSigned whether a signed receipt is asked for
 */
public record As2Terms(String sign, String encrypt, String compress, String mdn, boolean mdnSigned) {
    public static final String NONE = "none";
    /** What most partners agree on. */
    public static final As2Terms USUAL = new As2Terms("SHA-256", "AES256-CBC", NONE, "sync", true);

    public boolean signs() {
        return !NONE.equals(sign);
    }

    public boolean encrypts() {
        return !NONE.equals(encrypt);
    }

    public boolean compresses() {
        return !NONE.equals(compress);
    }

    public boolean asksForMdn() {
        return !NONE.equals(mdn);
    }

    public boolean async() {
        return "async".equals(mdn);
    }

    public As2Terms withMdn(String other, boolean signed) {
        return new As2Terms(sign, encrypt, compress, other, signed);
    }

    /** A word for file names and AS2 identifiers. */
    public String word() {
        return String.join("_", sign, encrypt, compress, mdn, mdnSigned ? "signed" : "plain").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
