// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import io.acornhub.interchange.ChannelFault;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which servers a channel believes by TLS, the same for every kind of channel. Where it names certificates of the partner: a server
 * that shows one of them, whatever its name and issuer, and one whose certificate a named authority has issued for that host; no
 * other. Where it names none: what Java's authorities say, and the host's name.
 *
 * <p>The host's name is looked at as the connection's parameters say, so a client must leave that to Java (HTTPS identification).
 */
public final class ServerTrust extends X509ExtendedTrustManager {
    private final Supplier<List<X509Certificate>> named;

    /** @param named asked at each handshake, so that certificates can be replaced meanwhile; empty for Java's authorities */
    public ServerTrust(Supplier<List<X509Certificate>> named) {
        this.named = named;
    }

    private interface Check {
        void of(X509ExtendedTrustManager issuers) throws CertificateException;
    }

    private void check(X509Certificate[] chain, Check byIssuer) throws CertificateException {
        List<X509Certificate> known = known();
        if (known.isEmpty()) {
            tell(chain, "is not accepted", byIssuer, null);
            return;
        }
        if (chain.length > 0 && known.contains(chain[0])) {
            return;
        }
        List<X509Certificate> issuers = known.stream().filter(certificate -> certificate.getBasicConstraints() >= 0).toList();
        if (issuers.isEmpty()) {
            throw new CertificateException("the server shows a certificate that is not the channel's: " + words(chain));
        }
        tell(chain, "is not the channel's and not accepted by an authority of the channel", byIssuer, issuers);
    }

    private List<X509Certificate> known() throws CertificateException {
        try {
            return named.get();
        } catch (ChannelFault e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }

    private static void tell(X509Certificate[] chain, String what, Check byIssuer, List<X509Certificate> issuers)
        throws CertificateException {
        try {
            byIssuer.of(believing(issuers));
        } catch (CertificateException e) {
            // without it as cause: who looks for the root of a failure is to find these words
            throw new CertificateException("the server's certificate " + what + ": " + words(chain) + "; " + e.getMessage());
        }
    }

    private static String words(X509Certificate[] chain) {
        return chain.length == 0 ? "none" : chain[0].getSubjectX500Principal() + ", SHA-256 " + Certificates.fingerprint(chain[0]);
    }

    private static X509ExtendedTrustManager believing(List<X509Certificate> issuers) throws CertificateException {
        try {
            KeyStore store = null;
            if (issuers != null) {
                store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                for (X509Certificate issuer : issuers) {
                    store.setCertificateEntry(Certificates.fingerprint(issuer), issuer);
                }
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return (X509ExtendedTrustManager) Arrays.stream(factory.getTrustManagers())
                .filter((TrustManager manager) -> manager instanceof X509ExtendedTrustManager).findFirst().orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("no authorities can be set up: " + e.getMessage(), e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        check(chain, issuers -> issuers.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        check(chain, issuers -> issuers.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, issuers -> issuers.checkServerTrusted(chain, authType));
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
