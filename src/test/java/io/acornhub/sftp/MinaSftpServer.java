// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.AbstractSftpEventListenerAdapter;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Apache MINA's SFTP server inside the test's process. */
public final class MinaSftpServer implements SftpTestServer {
    /** The password that the account may log in with instead of its key. */
    public static final String PASSWORD = "correct-horse-77";
    private final Path folder;
    private final Path root;
    private final SshServer server;
    private final String hostKey;
    private final AtomicBoolean readOnly;
    private final List<PublicKey> keys;

    private MinaSftpServer(Path folder, Path root, SshServer server, String hostKey, AtomicBoolean readOnly,
                           List<PublicKey> keys) {
        this.folder = folder;
        this.root = root;
        this.server = server;
        this.hostKey = hostKey;
        this.readOnly = readOnly;
        this.keys = keys;
    }

    public static MinaSftpServer start(Path folder) {
        return start(folder, SshKeys.pair("EC"));
    }

    public static MinaSftpServer start(Path folder, KeyPair host) {
        return start(folder, host, 0);
    }

    /** @param port the one that it had before, or 0 for any */
    public static MinaSftpServer start(Path folder, KeyPair host, int port) {
        try {
            Path root = Files.createDirectories(folder.resolve("root"));
            KeyPair client = SshKeys.pair("EC");
            SshKeys.openSsh(folder.resolve("client_key"), client, null);
            List<PublicKey> keys = new CopyOnWriteArrayList<>(List.of(client.getPublic()));
            SshServer server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0.1");
            server.setPort(port);
            server.setKeyPairProvider(KeyPairProvider.wrap(host));
            server.setPublickeyAuthenticator((user, key, session) -> user.equals("edi")
                && keys.stream().anyMatch(known -> KeyUtils.compareKeys(key, known)));
            server.setPasswordAuthenticator((user, password, session) -> user.equals("edi") && password.equals(PASSWORD));
            AtomicBoolean readOnly = new AtomicBoolean();
            SftpSubsystemFactory files = new SftpSubsystemFactory.Builder().build();
            files.addSftpEventListener(refusing(readOnly));
            server.setSubsystemFactories(List.of(files));
            server.setFileSystemFactory(new VirtualFileSystemFactory(root));
            server.start();
            return new MinaSftpServer(folder, root, server, SshKeys.line(host), readOnly, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SftpEventListener refusing(AtomicBoolean readOnly) {
        return new AbstractSftpEventListenerAdapter() {
            @Override
            public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
                if (readOnly.get()) {
                    throw new AccessDeniedException(path.toString());
                }
            }
        };
    }

    /** The account may log in with this key too. */
    public void authorize(PublicKey key) {
        keys.add(key);
    }

    /** While it is, nothing can be deleted. */
    public void readOnly(boolean now) {
        readOnly.set(now);
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String user() {
        return "edi";
    }

    @Override
    public String hostKey() {
        return hostKey;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public Path clientKey() {
        return folder.resolve("client_key");
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
