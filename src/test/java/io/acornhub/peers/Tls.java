// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS of the other side, as it shows itself and whom it believes. */
public final class Tls {
    private Tls() {
    }

    /**
     * @param own what is shown; null shows none
     * @param trusted what may be shown to it; none believes nobody
     */
    public static SSLContext context(Identity own, Identity... trusted) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            if (own != null) {
                keys.setKeyEntry("own", own.key(), new char[0], own.chain());
            }
            KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(keys, new char[0]);
            TrustManagerFactory known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            known.init(trust(trusted));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), trusted.length == 0 ? null : known.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A store of certificates that are believed. */
    public static KeyStore trust(Identity... trusted) {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            for (Identity one : trusted) {
                trust.setCertificateEntry(one.name(), one.certificate());
            }
            return trust;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
