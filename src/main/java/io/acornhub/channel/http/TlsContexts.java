// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.OwnKey;
import io.acornhub.channel.ServerTrust;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.partner.ErpSystem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** How we connect by TLS: the certificates that are trusted where a channel names any, and the key shown where it has one. */
public final class TlsContexts {
    private static final String TRUST = "trust";
    private final Certificates certificates;

    public TlsContexts(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * By the channel's certificates of use TLS: its own is shown where the server asks for one, and {@link ServerTrust} judges the server.
     * The client must have Java look at the host's name.
     *
     * @return null where the channel has none: then what Java trusts counts
     * @throws io.acornhub.interchange.ChannelFault where one is named and none can be used now
     */
    public SSLContext of(Channel channel, Instant moment) {
        List<X509Certificate> servers = certificates.servers(channel, moment);
        boolean shown = certificates.configured(channel, Owner.OWN, Use.TLS);
        if (servers.isEmpty() && !shown) {
            return null;
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown ? keys(certificates.own(channel, Use.TLS, moment).get(0)) : null,
                new TrustManager[] {new ServerTrust(() -> servers)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS with the certificates of channel " + channel.name() + ": " + e.getMessage(), e);
        }
    }

    /** The same for an ERP system by its setting {@code trust}, {@code file:PATH} of a PEM certificate. */
    public SSLContext of(ErpSystem system, Instant moment) {
        String trust = system.settings().getOrDefault(TRUST, "");
        List<ChannelCertificate> named = trust.isBlank() ? List.of() : List.of(new ChannelCertificate(Owner.PARTNER,
            trust.replaceFirst("^file:", ""), null, Set.of(Use.TLS), null, null));
        return of(new Channel(system.name(), "http", true, system.settings(), named), moment);
    }

    /** What is shown to a server that asks for a certificate, for a person. */
    public String shown(Channel channel, Instant moment) {
        if (!certificates.configured(channel, Owner.OWN, Use.TLS)) {
            return "none, since the channel has no own certificate for TLS";
        }
        X509Certificate shown = certificates.own(channel, Use.TLS, moment).get(0).certificate();
        return shown.getSubjectX500Principal() + ", SHA-256 " + Certificates.fingerprint(shown);
    }

    private static KeyManager[] keys(OwnKey own) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }
}
