// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * How the hub logs in to one FTP server. With TLS the server's certificate must be one that the channel names for TLS, or be trusted
 * by the Java runtime and name the host; control and data connections are both protected.
 */
final class FtpLogin {
    private final RemoteSettings settings;
    private final Secrets secrets;
    private final Path data;

    /** @param data what relative paths of certificates lie in */
    FtpLogin(RemoteSettings settings, Secrets secrets, Path data) {
        this.settings = settings;
        this.secrets = secrets;
        this.data = data;
    }

    /** A client that is not connected yet. */
    FTPClient client() {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        FTPClient client = settings.secure().equals("none") ? new FTPClient() : secured();
        client.setConnectTimeout(timeout);
        client.setDefaultTimeout(timeout);
        client.setDataTimeout(settings.timeout());
        client.setControlEncoding("UTF-8");
        client.setAutodetectUTF8(true);
        // temporary names begin with a dot
        client.setListHiddenFiles(true);
        return client;
    }

    private FTPSClient secured() {
        FTPSClient client = new FTPSClient("TLS", settings.secure().equals("implicit"));
        List<ChannelCertificate> pinned = settings.certificates().stream()
            .filter(certificate -> certificate.uses().contains(ChannelCertificate.Use.TLS)
                && certificate.owner() == ChannelCertificate.Owner.PARTNER).toList();
        try {
            client.setTrustManager(trusting(pinned));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("a certificate for TLS cannot be read: " + e.getMessage(), e);
        }
        client.setEndpointCheckingEnabled(pinned.isEmpty());
        return client;
    }

    private TrustManager trusting(List<ChannelCertificate> pinned) throws GeneralSecurityException, IOException {
        KeyStore store = null;
        if (!pinned.isEmpty()) {
            store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (ChannelCertificate named : pinned) {
                try (InputStream in = Files.newInputStream(data.resolve(named.file()))) {
                    for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                        store.setCertificateEntry(Integer.toString(store.size()), certificate);
                    }
                }
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers()[0];
    }

    /** Connects and logs in. */
    void open(FTPClient client) throws IOException {
        client.connect(settings.host(), settings.port());
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw new IOException("the server refused the connection: " + client.getReplyString().strip());
        }
        client.setSoTimeout(Math.toIntExact(settings.timeout().toMillis()));
        try {
            if (!client.login(settings.user(), settings.password() == null ? "" : secrets.read(settings.password()))) {
                String said = client.getReplyString().strip();
                client.disconnect();
                throw new IOException("Auth fail: " + said);
            }
        } catch (Secrets.MissingSecret e) {
            client.disconnect();
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_REFUSED, settings.connection(), null, "The hub cannot log in to "
                + settings.server() + ": " + e.getMessage()), e);
        }
        if (client instanceof FTPSClient secured) {
            secured.execPBSZ(0);
            secured.execPROT("P");
        }
        client.setFileType(FTP.BINARY_FILE_TYPE);
        if (settings.passive()) {
            client.enterLocalPassiveMode();
        }
    }
}
