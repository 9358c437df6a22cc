// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key of the hub with its certificate.
 *
 * @param chain the certificate of the key first, then those of its issuers as far as the file holds them
 */
public record OwnKey(PrivateKey key, List<X509Certificate> chain) {

    /** The certificate that belongs to the key. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "key of " + certificate().getSubjectX500Principal().getName();
    }
}
