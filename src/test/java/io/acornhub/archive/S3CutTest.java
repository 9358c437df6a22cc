// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to the bucket is cut after each of many numbers of bytes; the archive is whole afterwards, or says so. */
class S3CutTest {
    private static final int[] CUTS = {0, 1, 300, 700, 5_000, 400_000, 899_000, 900_500};

    @TempDir
    Path folder;

    @Test
    void wherever() throws Exception {
        try (S3Server server = new S3Server(folder.resolve("s3")).makeBucket("cut"); Line line = new Line(server.port())) {
            S3Location location = server.location("cut", "http://127.0.0.1:" + line.door.getLocalPort());
            Path local = folder.resolve("local");
            try (S3Bucket bucket = new S3Bucket(location)) {
                Archive archive = Archive.onS3(bucket, "", local, 0);
                for (int cut : CUTS) {
                    byte[] bytes = new byte[900_000];
                    new Random(cut).nextBytes(bytes);
                    Archive.Entry entry = storing(archive, bytes, line, cut);
                    line.toClient.set(cut);
                    try (InputStream in = archive.open(entry.sha256())) {
                        assertThat(in.readAllBytes()).isEqualTo(bytes);
                    } catch (IOException e) {
                        assertThat(e).as("cut after " + cut).isInstanceOf(BucketFault.class);
                    }
                    line.whole();
                    try (InputStream in = archive.open(entry.sha256())) {
                        assertThat(in.readAllBytes()).isEqualTo(bytes);
                    }
                }
            }
            assertThat(line.cuts).hasValueGreaterThanOrEqualTo(2 * CUTS.length - 2);
            try (Stream<Path> files = Files.walk(local)) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    /** The client repeats a request by itself; a line that is always cut is a fault. */
    private Archive.Entry storing(Archive archive, byte[] bytes, Line line, int cut) throws IOException {
        line.toServer.set(cut);
        line.again = true;
        assertThatThrownBy(() -> archive.store(new ByteArrayInputStream(bytes))).as("cut after " + cut).isInstanceOf(BucketFault.class);
        line.again = false;
        line.toServer.set(cut);
        Archive.Entry entry = archive.store(new ByteArrayInputStream(bytes));
        line.whole();
        return entry;
    }

    /** Passes bytes on and cuts the connection that passes a limit; once, or each time. */
    private static final class Line implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicLong toServer = new AtomicLong(Long.MAX_VALUE);
        private final AtomicLong toClient = new AtomicLong(Long.MAX_VALUE);
        private final AtomicLong cuts = new AtomicLong();
        private final int target;
        private volatile boolean again;

        Line(int target) throws IOException {
            this.target = target;
            start(() -> {
                while (true) {
                    Socket client = door.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    start(() -> pass(client, server, toServer));
                    start(() -> pass(server, client, toClient));
                }
            });
        }

        void whole() {
            again = false;
            toServer.set(Long.MAX_VALUE);
            toClient.set(Long.MAX_VALUE);
        }

        private void pass(Socket from, Socket to, AtomicLong limit) throws IOException {
            try (from; to) {
                byte[] buffer = new byte[1024];
                long passed = 0;
                for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
                    passed += read;
                    if (passed > limit.get()) {
                        cuts.incrementAndGet();
                        if (!again) {
                            limit.set(Long.MAX_VALUE);
                        }
                        return;
                    }
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void start(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    // one side has gone, which the other finds out
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
