// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import io.acornhub.HubHome;
import io.acornhub.peers.RawAnswer;
import io.acornhub.routing.internal.transfer.SftpServerHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uploads of one byte more than is taken, sent whole: they are refused, leave nothing, and the hub goes on. How many bytes that are
 * says the system property {@code acorn.test.upload}, for example 2147483649.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeUploadTest {
    private static final long SIZE = Long.getLong("acorn.test.upload", 50_000_001);
    private static final String DOOR = "/exchange/http/amazon-us-web";
    private static final String TOKEN = "Bearer token";
    private SpineHub hub;
    private Path inbox;
    private int number;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        HubHome home = HubHome.copy(folder.resolve("home")).replace("config/partners/amazon-us.yaml", "\nchannels:\n", """

            channels:
              - {name: web, type: http, settings: {auth: bearer, secret: "file:token"}}
              - {name: push, type: sftp-server, settings: {user: amazon, password: "file:token", inbox: push/inbox}}
            """);
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("token"), "token");
        inbox = data.resolve("push/inbox");
        hub = new SpineHub(home, data, List.of("acorn.flow.largest=" + (SIZE - 1), "acorn.sftp-server.enabled=true",
            "acorn.sftp-server.address=127.0.0.1", "acorn.sftp-server.port=0", "acorn.sftp-server.quota=0")).start();
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    /** Bytes that are made while they are read. */
    private static InputStream bytes() {
        return new InputStream() {
            private long left = SIZE;

            @Override
            public int read() {
                return left-- > 0 ? 'X' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return length == 0 ? 0 : -1;
                }
                int some = (int) Math.min(length, left);
                Arrays.fill(into, offset, offset + some, (byte) 'X');
                left -= some;
                return some;
            }
        };
    }

    private static long files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private HttpRequest.Builder post() {
        return HttpRequest.newBuilder(URI.create(hub.url() + DOOR)).header("Authorization", TOKEN);
    }

    private void anOrderIsTaken() throws Exception {
        OrderFiles.OrderFile file = OrderFiles.one(900_000L + ++number, WrittenOrder.of(9, number, false));
        assertThat(HttpPoster.CLIENT.send(post().POST(HttpRequest.BodyPublishers.ofString(file.text())).build(),
            HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(202);
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
    }

    @Test
    void aPostWithoutALengthIsRefusedWhereItPassesTheLimit() throws Exception {
        long before = files(hub.data().resolve("archive"));

        HttpResponse<String> answer = HttpPoster.CLIENT.send(post().POST(HttpRequest.BodyPublishers.ofInputStream(LargeUploadTest::bytes))
            .build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("more than " + (SIZE - 1) + " bytes, and nothing of it was kept");
        assertThat(files(hub.data().resolve("archive"))).isEqualTo(before);
        anOrderIsTaken();
    }

    @Test
    void aPostThatSaysItIsTooLargeIsRefusedBeforeAnythingOfItIsSent() throws Exception {
        long before = files(hub.data().resolve("archive"));
        try (Socket socket = RawAnswer.connect(hub.url())) {
            HttpPoster.write(socket.getOutputStream(), "POST " + DOOR + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + TOKEN
                + "\r\nContent-Length: " + SIZE + "\r\n\r\n");
            RawAnswer answer = RawAnswer.read(socket);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("more than " + (SIZE - 1) + " bytes");
        }
        assertThat(files(hub.data().resolve("archive"))).isEqualTo(before);
        anOrderIsTaken();
    }

    @Test
    void anUploadBySftpIsRefusedWhereItPassesTheLimit() throws Exception {
        long before = files(hub.data().resolve("archive"));
        Session session = new JSch().getSession("amazon", "127.0.0.1", hub.bean(SftpServerHost.class).server().port());
        session.setConfig("StrictHostKeyChecking", "no");
        session.setConfig("PreferredAuthentications", "password");
        session.setPassword("token");
        session.connect(10_000);
        try {
            ChannelSftp upload = (ChannelSftp) session.openChannel("sftp");
            upload.connect(10_000);
            try (InputStream bytes = bytes()) {
                assertThatThrownBy(() -> upload.put(bytes, "/inbox/large.edi")).isInstanceOfSatisfying(SftpException.class, e -> {
                    assertThat(e.id).isEqualTo(ChannelSftp.SSH_FX_FAILURE);
                    assertThat(e.getMessage()).contains("larger than this server takes");
                });
                assertThat(bytes.read()).as("all was sent").isEqualTo(-1);
            }
            upload.disconnect();
            SpineHub.patiently("nothing in the inbox").until(() -> files(inbox) == 0);
            assertThat(files(hub.data().resolve("archive"))).isEqualTo(before);
            ChannelSftp next = (ChannelSftp) session.openChannel("sftp");
            next.connect(10_000);
            OrderFiles.OrderFile file = OrderFiles.one(900_000L + ++number, WrittenOrder.of(9, number, false));
            next.put(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.US_ASCII)), "/inbox/order.edi");
            SpineHub.patiently("it is taken").until(() -> files(inbox) == 0);
        } finally {
            session.disconnect();
        }
        anOrderIsTaken();
    }
}
