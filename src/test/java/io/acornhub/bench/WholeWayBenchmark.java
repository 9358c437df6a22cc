// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.HubApplication;
import io.acornhub.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many orders a second go the whole way, from the file in the inbox to the IDoc in SAP's folder and the rows in the
 * interface tables, against the bare cost of the same durable writes: a loop of one KahaDB transaction and one database commit
 * a document, one thread, on the same disk and in the same run. Prints ratios; asserts nothing.
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.acornhub.bench.WholeWayBenchmark
 * -Dexec.args="3000 100"}: number of orders, orders a file, and optionally embedded or postgresql alone.
 */
public final class WholeWayBenchmark {
    private static final int LINES = 10;
    private final int orders;
    private final int perFile;

    private WholeWayBenchmark(int orders, int perFile) {
        this.orders = orders;
        this.perFile = perFile;
    }

    public static void main(String[] args) throws Exception {
        int orders = args.length > 0 ? Integer.parseInt(args[0]) : 3000;
        int perFile = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        WholeWayBenchmark benchmark = new WholeWayBenchmark(orders, perFile);
        System.out.printf(Locale.ROOT, "%d orders of %d lines, %d a file, %d processors, Java %s%n", orders, LINES, perFile,
            Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        String which = args.length > 2 ? args[2] : "both";
        if (!which.equals("postgresql")) {
            benchmark.compare("embedded defaults (H2, KahaDB)", List.of());
        }
        if (which.equals("embedded")) {
            System.exit(0);
        }
        PostgresServer.Database database = PostgresServer.freshDatabase();
        benchmark.compare("PostgreSQL, KahaDB", List.of("--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(), "--spring.datasource.password=" + database.password()));
        System.exit(0);
    }

    private void compare(String title, List<String> settings) throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "bench");
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(List.of("--acorn.data=" + data.toAbsolutePath(), "--server.port=0", "--logging.level.io.acornhub=warn",
            "--spring.jmx.enabled=false", "--acorn.flow.settle=PT0.1S"));
        SpringApplication application = new SpringApplicationBuilder(HubApplication.class).build();
        try (ConfigurableApplicationContext hub = application.run(arguments.toArray(String[]::new))) {
            JdbcTemplate jdbc = hub.getBean(JdbcTemplate.class);
            double bare = new BareDurableCost(data.resolve("bare"), jdbc).documentsPerSecond(Math.min(orders, 1500));
            wholeWay(data, jdbc, 1, Math.min(orders, 1000));
            double whole = wholeWay(data, jdbc, 2, orders);
            System.out.printf(Locale.ROOT, "%-32s bare durable cost %6.0f/s   whole way %6.0f/s   ratio %.2f%n", title, bare,
                whole, whole / bare);
        }
    }

    /** Feeds orders and measures from the first file's drop until the last order is delivered to both systems. */
    private double wholeWay(Path data, JdbcTemplate jdbc, int series, int count) throws IOException {
        Path waiting = Files.createDirectories(data.resolve("waiting" + series));
        int files = 0;
        for (int from = 0; from < count; from += perFile) {
            Files.writeString(waiting.resolve("bench-" + series + "-" + files++ + ".edi"),
                Orders.interchange(series, from, Math.min(perFile, count - from), LINES));
        }
        Integer before = jdbc.queryForObject("select count(*) from document where state = 'DELIVERED'", Integer.class);
        int target = (before == null ? 0 : before) + count;
        long begun = System.nanoTime();
        try (var all = Files.list(waiting)) {
            for (Path file : all.sorted().toList()) {
                Files.move(file, data.resolve("partners/amazon-us/inbox").resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Awaitility.await().atMost(Duration.ofMinutes(15)).pollInterval(Duration.ofMillis(100)).until(() -> {
            Integer done = jdbc.queryForObject("select count(*) from document where state = 'DELIVERED'", Integer.class);
            return done != null && done >= target;
        });
        return count / ((System.nanoTime() - begun) / 1e9);
    }
}
