// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.partnerport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * A connector of its own, with threads, connections and time limits of its own, so that whoever holds connections open there keeps no
 * operator out.
 */
final class PartnerPort {
    private static final int LONGEST_HEAD = 16 * 1024;
    private final PartnerPortProperties settings;
    private final Connector connector;

    /** @throws IllegalArgumentException naming the setting that is wrong */
    PartnerPort(PartnerPortProperties settings, SslBundles bundles) {
        this.settings = settings;
        Http11NioProtocol protocol = new Http11NioProtocol();
        connector = new Connector(protocol);
        connector.setPort(settings.port());
        connector.setXpoweredBy(false);
        limits(protocol);
        if (settings.sslBundle() != null && !settings.sslBundle().isBlank()) {
            connector.setScheme("https");
            connector.setSecure(true);
            protocol.setSSLEnabled(true);
            protocol.addSslHostConfig(host(bundles.getBundle(settings.sslBundle())));
            bundles.addBundleUpdateHandler(settings.sslBundle(), fresh -> protocol.addSslHostConfig(host(fresh), true));
        } else if (settings.clientAuth() != PartnerPortProperties.ClientAuth.NONE) {
            throw new IllegalArgumentException("acorn.partner-port.client-auth needs acorn.partner-port.ssl-bundle");
        }
    }

    private void limits(AbstractHttp11Protocol<?> protocol) {
        protocol.setConnectionTimeout((int) settings.connectionTimeout().toMillis());
        protocol.setConnectionUploadTimeout((int) settings.connectionTimeout().toMillis());
        protocol.setDisableUploadTimeout(false);
        protocol.setKeepAliveTimeout((int) settings.keepAlive().toMillis());
        protocol.setMaxConnections(settings.connections());
        protocol.setMaxThreads(settings.threads());
        protocol.setMaxHttpHeaderSize(LONGEST_HEAD);
        if (settings.address() != null && !settings.address().isBlank()) {
            try {
                protocol.setAddress(InetAddress.getByName(settings.address()));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("acorn.partner-port.address is '" + settings.address() + "', which is not known", e);
            }
        }
    }

    private SSLHostConfig host(SslBundle bundle) {
        SslStoreBundle stores = bundle.getStores();
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        host.setCertificateVerification(switch (settings.clientAuth()) {
            case NONE -> "none";
            case WANT -> "optional";
            case NEED -> "required";
        });
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(stores.getKeyStore());
        certificate.setCertificateKeystorePassword(stores.getKeyStorePassword() == null ? "" : stores.getKeyStorePassword());
        if (bundle.getKey().getAlias() != null) {
            certificate.setCertificateKeyAlias(bundle.getKey().getAlias());
        }
        if (bundle.getKey().getPassword() != null) {
            certificate.setCertificateKeyPassword(bundle.getKey().getPassword());
        }
        host.addCertificate(certificate);
        if (stores.getTrustStore() != null) {
            host.setTrustStore(stores.getTrustStore());
        } else if (settings.clientAuth() != PartnerPortProperties.ClientAuth.NONE) {
            throw new IllegalArgumentException("acorn.partner-port.client-auth: the SSL bundle " + settings.sslBundle()
                + " has no trust store, so no client could be known");
        }
        return host;
    }

    Connector connector() {
        return connector;
    }

    /** The port that is listened at, also where any free one was asked for. */
    int localPort() {
        return connector.getLocalPort();
    }
}
