// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * An OpenAS2 server as a process of its own, on the loopback address, with its own old libraries. First {@link #owns},
 * {@link #knows} and {@link #sendsTo}, then {@link #start}.
 */
public final class OpenAs2 implements AutoCloseable {
    /** Written by the build, see pom.xml. */
    private static final Path CLASS_PATH = Path.of("target/peers/openas2.cp");
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final String STARTED = "OpenAS2 Server v2.10.1 started.";
    private static final String LOG = "console.log";
    private final Path folder;
    private final OpenAs2Home home;
    private final int port = freePort();
    private final int mdnPort = freePort();
    private List<String> jvm = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private Process process;

    /**
     * @param folder where its files lie; made
     * @param as2Id who it is
     * @param own its key for everything
     */
    public OpenAs2(Path folder, String as2Id, Identity own) {
        this.folder = folder;
        home = new OpenAs2Home(folder, own);
        home.partner(as2Id, null);
    }

    /** Says the test "skipped" where Maven has not brought OpenAS2. */
    public static void assume() {
        Assumptions.assumeTrue(Files.exists(CLASS_PATH), "target/peers/openas2.cp is made by the build");
    }

    /** Another AS2 identifier of its own. */
    public OpenAs2 owns(String as2Id) {
        home.partner(as2Id, null);
        return this;
    }

    /** A partner with the certificate for all it signs and reads. */
    public OpenAs2 knows(String as2Id, X509Certificate certificate) {
        home.partner(as2Id, certificate);
        return this;
    }

    /** How messages go from one of its own identifiers to a partner; needed for what comes from that partner too. */
    public OpenAs2 sendsTo(String from, String to, String url, As2Terms terms) {
        return sendsTo(from, to, url, terms, 0);
    }

    /** @param resends how often it sends again, a second or so apart, with new message ids */
    public OpenAs2 sendsTo(String from, String to, String url, As2Terms terms, int resends) {
        home.partnership(from, to, url, terms, mdnUrl(), resends);
        home.partnership(to, from, url(), terms, mdnUrl(), resends);
        return this;
    }

    /** The processor time its life has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Options of its Java process, instead of a small heap and little optimisation. */
    public OpenAs2 jvm(String... options) {
        jvm = List.of(options);
        return this;
    }

    public OpenAs2 start() {
        home.write(port, mdnPort, true);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(jvm);
        command.addAll(List.of("-Dorg.apache.commons.logging.Log=org.openas2.logging.Log", "-cp", classPath(),
            "org.openas2.app.OpenAS2Server", home.config().toString()));
        try {
            Files.deleteIfExists(folder.resolve(LOG));
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("OpenAS2").pollInterval(Duration.ofMillis(50)).atMost(LONGEST_START).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("OpenAS2 ended by itself:\n" + log());
            }
            return log().contains(STARTED);
        });
        return this;
    }

    private static String classPath() {
        return Arrays.stream(read(CLASS_PATH).trim().split(File.pathSeparator))
            .filter(jar -> !jar.contains("/ant") && !jar.contains("plexus")).collect(Collectors.joining(File.pathSeparator));
    }

    /** Where messages for it are posted to. */
    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Where asynchronous MDNs for it are posted to. */
    public String mdnUrl() {
        return "http://127.0.0.1:" + mdnPort + "/";
    }

    /** Gives it a file to send; it looks every second and takes what has not grown since. */
    public void send(String from, String to, String name, byte[] content) {
        try {
            String full = from + "~" + to + "~" + name;
            Path part = home.folder("temp").resolve(full);
            Files.write(part, content);
            Files.move(part, home.folder("outbox").resolve(full), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it knows of a file it was given; empty while it does not know its end. Without an MDN asked for there never is one. */
    public Optional<As2Sent> sent(String from, String to, String name) {
        String full = from + "~" + to + "~" + name;
        Path mdn = home.folder("mdn").resolve(full);
        if (Files.exists(home.folder("error").resolve(full))) {
            return Optional.of(new As2Sent(null, null, null, "in its error folder"));
        }
        if (!Files.exists(home.folder("sent").resolve(full)) || !Files.exists(mdn)) {
            return Optional.empty();
        }
        String text = read(mdn);
        String disposition = attribute(text, "DISPOSITION");
        return Optional.of(new As2Sent(attribute(text, "ORIGINAL_MESSAGE_ID"), disposition, attribute(text, "MIC") != null, null));
    }

    private static String attribute(String mdn, String name) {
        return mdn.lines().filter(line -> line.startsWith(name + ": ")).map(line -> line.substring(name.length() + 2))
            .filter(value -> !"null".equals(value)).findFirst().orElse(null);
    }

    /** Text of the MDN file, empty while there is none. */
    public Optional<String> mdn(String from, String to, String name) {
        Path mdn = home.folder("mdn").resolve(from + "~" + to + "~" + name);
        return Files.exists(mdn) ? Optional.of(read(mdn)) : Optional.empty();
    }

    /** The message with that id, if it has come. */
    public Optional<As2Received> received(String messageId) {
        String end = "~" + messageId.substring(1, messageId.length() - 1);
        return receivedFiles(file -> file.endsWith(end)).stream().findFirst().map(OpenAs2::message);
    }

    /** All it has received, decrypted and verified, oldest first; one entry each time, also when it is a repeat. */
    public List<As2Received> received() {
        return receivedFiles().stream().map(OpenAs2::message).toList();
    }

    /** The same as files, for {@link #message}. */
    public List<Path> receivedFiles() {
        return receivedFiles(file -> true);
    }

    private List<Path> receivedFiles(Predicate<String> named) {
        try (Stream<Path> files = Files.list(home.folder("received"))) {
            List<Path> all = files.filter(file -> named.test(file.getFileName().toString())).toList();
            return all.stream().sorted(Comparator.comparing(OpenAs2::time)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message as it lies in its folder. */
    public static As2Received message(Path file) {
        try {
            String[] parts = file.getFileName().toString().split("~", 4);
            return new As2Received(parts[0], parts[1], "<" + parts[3] + ">", Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own log. */
    public String log() {
        Path log = folder.resolve(LOG);
        return Files.exists(log) ? read(log) : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it; {@link #start} may follow, with the same folders and ports. */
    public void stop() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
