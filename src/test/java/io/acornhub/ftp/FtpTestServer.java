// SPDX-License-Identifier: Apache-2.0
package io.acornhub.ftp;

import io.acornhub.peers.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** Apache's FTP server inside the test's process, with one account; where it has a certificate it takes no password without TLS. */
public final class FtpTestServer implements AutoCloseable {
    public static final String USER = "edi";
    public static final String PASSWORD = "correct-horse-78";
    private final Path root;
    private final FtpServer server;
    private final int port;
    private final List<String> transfers;

    private FtpTestServer(Path root, FtpServer server, int port, List<String> transfers) {
        this.root = root;
        this.server = server;
        this.port = port;
        this.transfers = transfers;
    }

    /**
     * @param folder for what the account sees, and for the key
     * @param identity what it shows by TLS; null for a server without TLS
     * @param implicit TLS from the first byte
     */
    public static FtpTestServer start(Path folder, Identity identity, boolean implicit) {
        try {
            Path root = Files.createDirectories(folder.resolve("root"));
            List<String> transfers = new CopyOnWriteArrayList<>();
            ListenerFactory listener = new ListenerFactory();
            listener.setServerAddress("127.0.0.1");
            listener.setPort(0);
            if (identity != null) {
                SslConfigurationFactory tls = new SslConfigurationFactory();
                tls.setKeystoreFile(identity.writeP12(folder.resolve("server.p12"), PASSWORD).toFile());
                tls.setKeystoreType("PKCS12");
                tls.setKeystorePassword(PASSWORD);
                listener.setSslConfiguration(tls.createSslConfiguration());
                listener.setImplicitSsl(implicit);
            }
            FtpServerFactory factory = new FtpServerFactory();
            factory.addListener("default", listener.createListener());
            factory.setUserManager(users(root));
            factory.setFtplets(new HashMap<>(Map.of("watch", new Watch(transfers, identity != null))));
            FtpServer server = factory.createServer();
            server.start();
            return new FtpTestServer(root, server, factory.getListener("default").getPort(), transfers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FtpException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UserManager users(Path root) throws FtpException {
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        UserManager users = new PropertiesUserManagerFactory().createUserManager();
        users.save(user);
        return users;
    }

    /** Sees whether passwords and files come protected. */
    private static final class Watch extends DefaultFtplet {
        private final List<String> transfers;
        private final boolean needsTls;

        Watch(List<String> transfers, boolean needsTls) {
            this.transfers = transfers;
            this.needsTls = needsTls;
        }

        @Override
        public FtpletResult beforeCommand(FtpSession session, FtpRequest request) throws FtpException, IOException {
            boolean secret = List.of("USER", "PASS").contains(request.getCommand().toUpperCase(Locale.ROOT));
            return secret && needsTls && !session.isSecure() ? FtpletResult.DISCONNECT : super.beforeCommand(session, request);
        }

        @Override
        public FtpletResult onUploadStart(FtpSession session, FtpRequest request) {
            transfers.add("upload " + words(session));
            return FtpletResult.DEFAULT;
        }

        @Override
        public FtpletResult onDownloadStart(FtpSession session, FtpRequest request) {
            transfers.add("download " + words(session));
            return FtpletResult.DEFAULT;
        }

        private static String words(FtpSession session) {
            return session.isSecure() && session.getDataConnection().isSecure() ? "protected" : "in the clear";
        }
    }

    public int port() {
        return port;
    }

    public Path root() {
        return root;
    }

    /** What was transferred, as {@code upload protected} or {@code download in the clear}. */
    public List<String> transfers() {
        return transfers;
    }

    @Override
    public void close() {
        server.stop();
    }
}
