// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import com.jcraft.jsch.Identity;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Secrets;
import java.nio.charset.StandardCharsets;

/** How the hub logs in to one SFTP server. Secrets are read each time, so that they can be replaced while the hub runs. */
final class SftpLogin {
    private final RemoteSettings settings;
    private final Secrets secrets;

    SftpLogin(RemoteSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** A session that is not connected yet; its connecting ends with a {@link ChannelFault} where the host key is another. */
    Session session() throws JSchException {
        try {
            JSch jsch = new JSch();
            jsch.setHostKeyRepository(new PinnedHostKeys(settings, hostKey()));
            if (settings.key() != null) {
                byte[] passphrase = settings.keyPassphrase() == null ? null : bytes(secrets.read(settings.keyPassphrase()));
                jsch.addIdentity(settings.connection(), bytes(secrets.read(settings.key()) + "\n"), null, passphrase);
                if (jsch.getIdentityRepository().getIdentities().stream().anyMatch(Identity::isEncrypted)) {
                    throw new IllegalArgumentException("its private key (" + settings.key() + ") is locked by a passphrase, and setting"
                        + " keyPassphrase is missing or empty; say there where the passphrase is kept");
                }
            }
            Session session = jsch.getSession(settings.user(), settings.host(), settings.port());
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", settings.password() == null ? "publickey" : settings.key() == null
                ? "password,keyboard-interactive" : "publickey,password,keyboard-interactive");
            if (settings.password() != null) {
                session.setPassword(secrets.read(settings.password()));
            }
            session.setTimeout(Math.toIntExact(settings.timeout().toMillis()));
            session.setServerAliveCountMax(1);
            session.setDaemonThread(true);
            return session;
        } catch (Secrets.MissingSecret | IllegalArgumentException e) {
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_REFUSED, settings.connection(), null, "The hub cannot log in to "
                + settings.server() + ": " + e.getMessage()), e);
        } catch (JSchException e) {
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_REFUSED, settings.connection() + " key", null, "The private key of "
                + settings.connection() + " (" + settings.key() + ") cannot be read; is it an OpenSSH or PEM key, and keyPassphrase"
                + " right? " + e.getMessage()), e);
        }
    }

    private String hostKey() {
        String set = settings.hostKey();
        return set.startsWith("file:") || set.startsWith("env:") ? secrets.read(set) : set;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What went wrong with the server, in words. */
    static ChannelFault fault(RemoteSettings settings, String doing, Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ChannelFault known) {
                return known;
            }
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        boolean login = why.startsWith("Auth fail") || why.startsWith("Auth cancel") || why.contains("USERAUTH fail");
        return new ChannelFault(Fault.onPath(login ? FaultCode.TARGET_REFUSED : FaultCode.TARGET_UNREACHABLE, settings.connection(),
            settings.server(), "Server " + settings.server() + ", " + doing + ": " + (login ? "the login was refused; check user, key and"
            + " password with the server's operator (" + why + ")" : why)), cause);
    }
}
