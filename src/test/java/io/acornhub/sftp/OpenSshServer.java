// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** OpenSSH's sshd as a process of its own, serving SFTP only, ended by its process id. */
public final class OpenSshServer implements SftpTestServer {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    private final Path folder;
    private final Path root;
    private final int port;
    private final String hostKey;
    private Process process;

    private OpenSshServer(Path folder, Path root, int port, String hostKey) {
        this.folder = folder;
        this.root = root;
        this.port = port;
        this.hostKey = hostKey;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(Path.of("/usr/lib/openssh/sftp-server"));
    }

    /** @param port 0 for any */
    public static OpenSshServer start(Path folder, int port) {
        try {
            Path root = Files.createDirectories(folder.resolve("root"));
            KeyPair host = SshKeys.pair("EC");
            SshKeys.openSsh(folder.resolve("host_key"), host, null);
            KeyPair client = SshKeys.pair("EC");
            SshKeys.openSsh(folder.resolve("client_key"), client, null);
            Files.writeString(folder.resolve("authorized_keys"), SshKeys.line(client) + "\n");
            OpenSshServer server = new OpenSshServer(folder, root, port == 0 ? free() : port, SshKeys.line(host));
            Files.writeString(folder.resolve("sshd_config"), String.join("\n", "Port " + server.port, "ListenAddress 127.0.0.1",
                "HostKey " + folder.resolve("host_key"), "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                "PidFile " + folder.resolve("sshd.pid"), "StrictModes no", "UsePAM no", "PasswordAuthentication no",
                "KbdInteractiveAuthentication no", "PermitRootLogin prohibit-password", "MaxStartups 100", "AllowTcpForwarding no",
                "Subsystem sftp /usr/lib/openssh/sftp-server -d " + root, ""));
            server.begin();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again on the same port with the same keys. */
    public void begin() {
        try {
            if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
                Files.createDirectories(Path.of("/run/sshd"));
            }
            process = new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("sshd.log").toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("sshd listens; see " + folder.resolve("sshd.log")).atMost(Duration.ofSeconds(20)).until(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.getInputStream().read() >= 0;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String user() {
        return System.getProperty("user.name");
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

    /** Ends the server and what serves its sessions. */
    @Override
    public void close() {
        try (Stream<ProcessHandle> below = process.descendants()) {
            List<ProcessHandle> sessions = below.toList();
            process.destroy();
            sessions.forEach(ProcessHandle::destroyForcibly);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
