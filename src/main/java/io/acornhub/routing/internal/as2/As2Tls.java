// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.OwnKey;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.stereotype.Component;

/**
 * HTTPS to a partner: with certificates of the partner for TLS, only a server that shows one of them is talked to, whatever its name
 * and issuer; without any, Java's authorities and the server's name decide. An own certificate for TLS is shown where it is asked for.
 */
@Component
class As2Tls {
    private final Certificates certificates;
    private final Clock clock;

    As2Tls(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * @param fingerprint the same as long as the certificates are the same
     * @param context made when asked for; null where Java's own is to be used
     */
    record Keys(String fingerprint, Supplier<SSLContext> context) {
    }

    Keys keys(As2Partner partner) {
        Instant now = clock.instant();
        boolean pinned = certificates.configured(partner.channel(), Owner.PARTNER, Use.TLS);
        boolean shown = certificates.configured(partner.channel(), Owner.OWN, Use.TLS);
        if (!pinned && !shown) {
            return new Keys("", null);
        }
        List<X509Certificate> servers = pinned ? certificates.partner(partner.channel(), Use.TLS, now) : List.of();
        OwnKey own = shown ? certificates.own(partner.channel(), Use.TLS, now).get(0) : null;
        StringBuilder fingerprint = new StringBuilder(own == null ? "" : Certificates.fingerprint(own.certificate()));
        servers.forEach(s -> fingerprint.append(' ').append(Certificates.fingerprint(s)));
        return new Keys(fingerprint.toString(), () -> context(own, servers));
    }

    private static SSLContext context(OwnKey own, List<X509Certificate> servers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own == null ? null : shown(own), servers.isEmpty() ? null : new TrustManager[] {new Pinned(servers)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS cannot be set up with the channel's certificates: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] shown(OwnKey own) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, new char[0]);
        return factory.getKeyManagers();
    }

    /** Trusts the certificates it was given and no other. An extended one, so that Java leaves the server's name to it. */
    private static final class Pinned extends X509ExtendedTrustManager {
        private final List<X509Certificate> servers;

        Pinned(List<X509Certificate> servers) {
            this.servers = servers;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !servers.contains(chain[0])) {
                throw new CertificateException("the server shows a certificate that is not the channel's: "
                    + (chain.length == 0 ? "none" : chain[0].getSubjectX500Principal() + ", SHA-256 "
                    + Certificates.fingerprint(chain[0])));
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
