// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.time.Instant;
import java.util.Set;

/**
 * One of the certificates of a channel. Two of one owner may be valid at a time, so that both sides can change theirs on a day
 * that was agreed.
 *
 * @param owner whose: the hub's own, with its key, or the partner's
 * @param file of an own one PKCS#12 or PEM with certificate and key, of a partner's PEM or DER; relative paths lie in the data folder
 * @param password where the password of an own file is kept, {@code env:NAME} or {@code file:PATH}; null for none
 * @param uses what it is for
 * @param from when the hub begins to use it; null for as soon as the certificate itself is valid
 * @param to when the hub ceases to use it; null for as long as the certificate itself is valid
 */
public record ChannelCertificate(Owner owner, String file, String password, Set<Use> uses, Instant from, Instant to) {

    /** Whose certificate it is. */
    public enum Owner {
        OWN, PARTNER
    }

    /** SIGN signs and verifies signatures, ENCRYPT encrypts and decrypts, TLS is shown or expected when connecting. */
    public enum Use {
        SIGN, ENCRYPT, TLS
    }
}
