// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.sftp;

import io.acornhub.partner.Secrets;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SFTP server: file transfer for known users, each in his own root; no shell, no commands, no forwarding. */
public final class SftpServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SftpServer.class);
    private static final int HANDLES = 32;
    private static final int TRIES = 6;
    /** What the hub says of a fault is told to the client; what Java says of it is not. */
    private static final SftpErrorStatusDataHandler WORDS = new SftpErrorStatusDataHandler() {
        @Override
        public String resolveErrorMessage(SftpSubsystemEnvironment subsystem, int id, Throwable fault, int status, int command,
                                          Object... arguments) {
            return fault instanceof SftpException said ? said.getMessage()
                : SftpErrorStatusDataHandler.super.resolveErrorMessage(subsystem, id, fault, status, command, arguments);
        }
    };
    private final SshServer server;
    private final Map<String, SftpUser> users;
    private final Duration unfinished;
    private final Clock clock;
    private final KeyPair key;

    /**
     * @param data what the host key's path lies in
     * @param largest bytes of a file where the settings do not say
     * @throws IOException where the host key cannot be read or made
     */
    public SftpServer(SftpServerSettings settings, List<SftpUser> users, Secrets secrets, Path data, long largest, Clock clock)
        throws IOException {
        this.users = users.stream().collect(Collectors.toUnmodifiableMap(SftpUser::name, user -> user));
        this.unfinished = settings.unfinished();
        this.clock = clock;
        this.key = HostKeyFile.keyPair(data.resolve(settings.hostKey()));
        SftpUsers logins = new SftpUsers(this.users, secrets, clock);
        server = SshServer.setUpDefaultServer();
        server.setHost(settings.address().isBlank() ? null : settings.address());
        server.setPort(settings.port());
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        server.setPublickeyAuthenticator(logins);
        server.setPasswordAuthenticator(logins);
        server.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setSubsystemFactories(List.of(files(new SftpJail(logins, settings.largest() == 0 ? largest : settings.largest(),
            settings.quota()))));
        VirtualFileSystemFactory roots = new VirtualFileSystemFactory();
        this.users.forEach((name, user) -> roots.setUserHomeDir(name, user.root()));
        server.setFileSystemFactory(roots);
        bound(settings);
    }

    private static SftpSubsystemFactory files(SftpJail jail) {
        SftpSubsystemFactory files = new SftpSubsystemFactory.Builder().withFileSystemAccessor(jail)
            .withSftpErrorStatusDataHandler(WORDS).build();
        files.addSftpEventListener(jail);
        return files;
    }

    private void bound(SftpServerSettings settings) {
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "ACORN-HUB");
        CoreModuleProperties.AUTH_TIMEOUT.set(server, settings.login());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, settings.idle());
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, TRIES);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, settings.sessions());
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, HANDLES);
        // extensions would read, copy and tell more than the jail gives
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "");
        SftpModuleProperties.ACL_SUPPORTED_MASK.set(server, "");
    }

    /** Begins to listen. */
    public void start() throws IOException {
        for (SftpUser user : users.values()) {
            for (Path folder : Stream.of("inbox", "outbox").map(user.root()::resolve).toList()) {
                if (folder.equals(user.inbox()) || folder.equals(user.outbox())) {
                    Files.createDirectories(folder);
                }
            }
        }
        server.start();
        LOG.info("started   SFTP server on port {}, {} users, host key {} ({})", port(), users.size(), KeyUtils.getFingerPrint(
            key.getPublic()), hostKey());
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Its public key, as a line of known_hosts. */
    public String hostKey() {
        return PublicKeyEntry.toString(key.getPublic());
    }

    /** Deletes what was not uploaded to its end and is older than the settings say. */
    public void sweep() throws IOException {
        Instant before = clock.instant().minus(unfinished);
        for (SftpUser user : users.values()) {
            if (user.inbox() == null || !Files.isDirectory(user.inbox())) {
                continue;
            }
            try (Stream<Path> files = Files.list(user.inbox())) {
                for (Path file : files.filter(SftpServer::isUnfinished).toList()) {
                    if (Files.isRegularFile(file) && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                        LOG.warn("receive   {} was never uploaded to its end by {} and is deleted", file.getFileName(), user.connection());
                    }
                }
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(SftpJail.UNFINISHED) || name.matches("(?i).*\\.(part|tmp|filepart)");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
