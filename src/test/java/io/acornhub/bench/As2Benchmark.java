// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.PostgresServer;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Wire;
import io.acornhub.peers.RawAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many AS2 messages a second are received and receipted: orders of 10 KB, signed with SHA-256, encrypted, each answered with a
 * signed receipt, posted by several senders at once. The hub (archive and rows durable before each answer, then the whole way of the
 * order) and OpenAS2 are processes of their own with the same options and get the same bytes, turn about. Prints rates and ratios;
 * asserts nothing.
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.acornhub.bench.As2Benchmark
 * -Dexec.args="--messages 500 --senders 8"}; also {@code --receive-only true} (what came stays in the hub's first queue),
 * {@code --rounds}, {@code --encrypt AES128-CBC}, {@code --hub-option} for the hub's Java, {@code --hub-setting name=value},
 * {@code --postgres true} for a database of PostgreSQL instead of the embedded one.
 */
public final class As2Benchmark {
    private static final int LINES = 92;
    private final As2Partnership keys = new As2Partnership();
    private final Map<String, String> options;
    private final Path folder;
    private final As2Wire wire;
    private int series;

    private As2Benchmark(Map<String, String> options) throws IOException {
        this.options = options;
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "as2-bench").toAbsolutePath();
        wire = new As2Wire(folder.resolve("sender"), keys, Map.of("url", "http://localhost/", "encrypt",
            options.getOrDefault("--encrypt", "AES256-CBC")));
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);
        new As2Benchmark(options).run();
        System.exit(0);
    }

    private int option(String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    }

    private List<String> hubSettings() {
        List<String> settings = new ArrayList<>();
        if (options.containsKey("--hub-setting")) {
            settings.add(options.get("--hub-setting"));
        }
        if (Boolean.parseBoolean(options.get("--postgres"))) {
            settings.addAll(PostgresServer.freshDatabase().settings());
        }
        return settings;
    }

    private void run() throws Exception {
        int messages = option("--messages", 500);
        System.out.println(Machine.describe());
        try (As2Targets targets = new As2Targets(folder, keys, Boolean.parseBoolean(options.get("--receive-only")),
                 options.get("--hub-option"), hubSettings()).start()) {
            Map<String, List<Double>> rates = new LinkedHashMap<>();
            List<Map.Entry<String, String>> order = new ArrayList<>(targets.urls().entrySet());
            rounds(order, Math.max(100, messages / 3), null, targets);
            for (int round = 1; round <= option("--rounds", 3); round++) {
                Collections.reverse(order);
                rounds(order, messages, rates, targets);
            }
            double hub = median(rates.get(As2Targets.HUB));
            rates.forEach((name, all) -> System.out.printf(Locale.ROOT, "%-10s %7.1f messages/s (median of %s)   hub : %s = %.2f%n", name,
                median(all), all.stream().map(r -> String.format(Locale.ROOT, "%.1f", r)).toList(), name, hub / median(all)));
        }
    }

    private void rounds(List<Map.Entry<String, String>> order, int count, Map<String, List<Double>> rates, As2Targets targets)
        throws Exception {
        List<As2Wire.Message> all = prepare(count);
        for (Map.Entry<String, String> target : order) {
            Duration before = targets.cpu(target.getKey());
            double rate = rate(URI.create(target.getValue()), all);
            double cpu = targets.cpu(target.getKey()).minus(before).toMillis() / (double) all.size();
            if (rates != null) {
                rates.computeIfAbsent(target.getKey(), name -> new ArrayList<>()).add(rate);
            }
            System.out.printf(Locale.ROOT, "%s %-10s %7.1f messages/s, %.1f ms of processor time each%n", rates == null ? "warm-up"
                : "round  ", target.getKey(), rate, cpu);
            targets.settle(target.getKey());
        }
    }

    private List<As2Wire.Message> prepare(int count) throws IOException {
        series++;
        List<As2Wire.Message> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] order = Orders.interchange(series, i, 1, LINES).getBytes(StandardCharsets.US_ASCII);
            all.add(wire.pack("po-" + series + "-" + i + ".edi", order));
        }
        return all;
    }

    private double rate(URI url, List<As2Wire.Message> all) throws Exception {
        int senders = option("--senders", 8);
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        AtomicInteger next = new AtomicInteger();
        try {
            long begun = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                running.add(threads.submit(() -> {
                    for (int n = next.getAndIncrement(); n < all.size(); n = next.getAndIncrement()) {
                        post(url, all.get(n));
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return all.size() / ((System.nanoTime() - begun) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    /** On a connection of its own, since OpenAS2 closes each one without saying so. */
    private static void post(URI url, As2Wire.Message message) throws IOException {
        RawAnswer answer = RawAnswer.of(url.toString(), message.request(url.getPath()));
        String receipt = new String(answer.body(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean taken = receipt.contains("; processed") && !receipt.contains("processed/") && receipt.contains("pkcs7");
        if (answer.status() != 200 || !taken) {
            throw new IOException("answer " + answer.status() + " of " + url + ": " + receipt);
        }
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElse(0.0);
    }
}
