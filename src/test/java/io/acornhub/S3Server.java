// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import io.acornhub.archive.S3Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real S3 server as a process of its own, s3proxy on a folder. It can be taken down and brought back at the same address with
 * what it held. The build puts its jar where it is looked for; without it the test is skipped.
 */
public final class S3Server implements AutoCloseable {
    public static final String ACCESS = "acorn-test";
    public static final String SECRET = "only-for-tests-0123456789";
    private static final Path JAR = Path.of("target", "peers", "s3proxy.jar");
    private final Path folder;
    private final int port;
    private Process process;

    /** Starts on a free port. */
    public S3Server(Path folder) {
        Assumptions.assumeTrue(Files.exists(JAR), "skipped: there is no " + JAR + ", which mvn process-test-classes makes");
        this.folder = folder;
        this.port = freePort();
        start();
    }

    /** Starts it again, at the address it had. */
    public S3Server start() {
        try {
            Files.createDirectories(folder.resolve("buckets"));
            Path settings = Files.write(folder.resolve("s3proxy.properties"), List.of("s3proxy.endpoint=http://127.0.0.1:" + port,
                "s3proxy.authorization=aws-v2-or-v4", "s3proxy.identity=" + ACCESS, "s3proxy.credential=" + SECRET,
                "s3proxy.v4-max-non-chunked-request-size=134217728", "jclouds.provider=filesystem-nio2", "jclouds.identity=x",
                "jclouds.credential=x", "jclouds.filesystem.basedir=" + folder.resolve("buckets").toAbsolutePath()));
            process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Xmx256m", "-DLOG_LEVEL=warn", "-jar", JAR.toAbsolutePath().toString(), "--properties", settings.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("s3proxy.log").toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-s3"));
        Awaitility.await("S3 server").pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(60)).until(this::answers);
        return this;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the S3 server ended by itself, see " + folder.resolve("s3proxy.log"));
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    public S3Location location(String bucket) {
        return location(bucket, endpoint());
    }

    /** The same through something in between. */
    public S3Location location(String bucket, String endpoint) {
        return new S3Location(bucket, "us-east-1", endpoint, true, () -> new S3Location.Keys(ACCESS, SECRET));
    }

    /** A client of the test's own, to be the other side. */
    public S3Client client() {
        return S3Client.builder().requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false)).endpointOverride(URI.create(endpoint()))
            .region(Region.US_EAST_1).forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET))).build();
    }

    public S3Server makeBucket(String name) {
        try (S3Client client = client()) {
            client.createBucket(r -> r.bucket(name));
        }
        return this;
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
