// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.ServerTrust;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * How the hub logs in to one FTP server. With TLS the server is judged by {@link ServerTrust}, with the channel's certificates as they
 * are at that moment; control and data connections are both protected.
 */
final class FtpLogin {
    private final RemoteSettings settings;
    private final Secrets secrets;
    private final Certificates certificates;
    private final Clock clock;

    FtpLogin(RemoteSettings settings, Secrets secrets, Certificates certificates, Clock clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.certificates = certificates;
        this.clock = clock;
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
        client.setTrustManager(new ServerTrust(this::servers));
        client.setEndpointCheckingEnabled(true);
        return client;
    }

    private List<X509Certificate> servers() {
        Channel channel = new Channel(settings.connection(), "ftp", true, Map.of(), settings.certificates());
        return certificates.servers(channel, clock.instant());
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
