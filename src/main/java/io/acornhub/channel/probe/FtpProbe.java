// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import io.acornhub.channel.ServerTrust;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FTP: TLS, the login, the folders. */
final class FtpProbe implements ConnectionProbe {
    private static final Logger LOG = LoggerFactory.getLogger(FtpProbe.class);

    @Override
    public List<ProbeResult> probe(ProbeTarget target) {
        String secure = target.setting("secure").isEmpty() ? "explicit" : target.setting("secure");
        int port = target.number("port", secure.equals("implicit") ? 990 : 21);
        List<ProbeResult> results = new ArrayList<>(new Reach(target.patience()).tcp(target.setting("host"), port));
        if (results.stream().anyMatch(ProbeResult::isFailed)) {
            return results;
        }
        FTPClient client = secure.equals("none") ? new FTPClient() : secured(target, secure.equals("implicit"));
        client.setConnectTimeout((int) target.patience().toMillis());
        client.setDefaultTimeout((int) target.patience().toMillis());
        try {
            client.connect(target.setting("host"), port);
            client.setSoTimeout((int) target.patience().toMillis());
            results.add(secure.equals("none") ? ProbeResult.warn("TLS", "secure is none: password and documents go in the clear",
                "ask the partner for TLS or SFTP") : ProbeResult.ok("TLS", secure));
            if (!client.login(target.setting("user"), target.value("password"))) {
                results.add(ProbeResult.failed("login", target.setting("user") + " is not let in: " + client.getReplyString().strip(),
                    "ask the partner for user and password"));
                return results;
            }
            results.add(ProbeResult.ok("login", target.setting("user") + " is let in"));
            folders(target, client, results);
            client.logout();
        } catch (Secrets.MissingSecret e) {
            results.add(ProbeResult.failed("password", e.getMessage(), "put it there"));
        } catch (IOException e) {
            results.add(ProbeResult.failed("session", String.valueOf(e.getMessage()), "see config/channels/ftp.md for the settings"));
        } finally {
            close(client);
        }
        return results;
    }

    /** As the hub itself logs in: no password goes to a server that is not believed. */
    private static FTPClient secured(ProbeTarget target, boolean implicit) {
        FTPSClient client = new FTPSClient(implicit);
        client.setTrustManager(new ServerTrust(() -> target.certificates().servers(target.channel(), target.now())));
        client.setEndpointCheckingEnabled(true);
        return client;
    }

    private static void folders(ProbeTarget target, FTPClient client, List<ProbeResult> results) throws IOException {
        if (client instanceof FTPSClient encrypted) {
            encrypted.execPBSZ(0);
            encrypted.execPROT("P");
        }
        if (!"false".equals(target.setting("passive"))) {
            client.enterLocalPassiveMode();
        }
        String home = client.printWorkingDirectory();
        for (String key : List.of("download", "upload")) {
            String folder = target.setting(key);
            if (!folder.isEmpty()) {
                results.add(folder(client, key, folder));
                client.changeWorkingDirectory(home == null ? "/" : home);
            }
        }
    }

    /** It is gone into before it is listed: some servers list what is not there as empty. */
    private static ProbeResult folder(FTPClient client, String key, String folder) throws IOException {
        String[] names = client.changeWorkingDirectory(folder) ? client.listNames() : null;
        boolean listed = names != null && (FTPReply.isPositiveCompletion(client.getReplyCode()) || names.length == 0);
        return listed ? ProbeResult.ok(key, folder + " can be listed, " + names.length + " names")
            : ProbeResult.failed(key, folder + " cannot be listed: " + client.getReplyString().strip(),
                "check the name (it is relative to where the login begins) and ask the partner for the rights");
    }

    private static void close(FTPClient client) {
        try {
            client.disconnect();
        } catch (IOException e) {
            LOG.debug("a connection that was tried does not close well", e);
        }
    }
}
