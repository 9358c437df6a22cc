// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.HubApplication;
import io.acornhub.PostgresServer;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a document costs on its whole way, in and out, when the hub has about 1,000, 10,000 and 100,000 documents stored: milliseconds
 * by message and their ratio to the first, medians of rounds. After the last size it says which of the statements that ran read a
 * large table from end to end, by the database's own plans, and which took longer than they did at first.
 * <p>
 * Arguments: {@code --postgres} for an embedded PostgreSQL instead of H2; orders a round (40), rounds (5), orders of the
 * warm-up (250).
 */
public final class GrowthBenchmark {
    private static final int[] SIZES = {1000, 10_000, 100_000};
    private static final int COPIED = 20;
    private static final PrintStream OUT = System.out;
    private final boolean postgres;
    private final int orders;
    private final int rounds;
    private final int warmUp;
    private final StatementLog log = new StatementLog();
    private int series = Copies.SERIES;

    private GrowthBenchmark(boolean postgres, int orders, int rounds, int warmUp) {
        this.postgres = postgres;
        this.orders = orders;
        this.rounds = rounds;
        this.warmUp = warmUp;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = new ArrayList<>(Arrays.asList(arguments));
        boolean postgres = given.remove("--postgres");
        int[] numbers = {40, 5, 250};
        for (int i = 0; i < Math.min(numbers.length, given.size()); i++) {
            numbers[i] = Integer.parseInt(given.get(i));
        }
        GrowthBenchmark benchmark = new GrowthBenchmark(postgres, numbers[0], numbers[1], numbers[2]);
        OUT.println(Machine.describe());
        benchmark.warmUp();
        benchmark.measure();
        System.exit(0);
    }

    /** A hub of its own that is thrown away, so that what is measured first is not slower for being first. */
    private void warmUp() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "growth");
        try (ConfigurableApplicationContext hub = start(data)) {
            Story story = story(data, hub);
            OUT.println("warm-up, ms a document: " + story.play(9, warmUp));
        }
    }

    private void measure() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "growth");
        try (ConfigurableApplicationContext hub = start(data)) {
            Story story = story(data, hub);
            story.play(series, COPIED);
            int each = (int) story.stored();
            Copies copies = new Copies(hub.getBean(JdbcTemplate.class).getDataSource(), COPIED);
            OUT.printf(Locale.ROOT, "%s; copies of %d documents, %s%n", postgres ? "PostgreSQL" : "H2", each, copies.summary());
            Map<String, Double> first = null;
            Map<String, StatementLog.Statement> atFirst = null;
            for (int size : SIZES) {
                copies.until(Math.max(1, (size - (int) story.stored()) / each + copies.made()));
                long stored = story.stored();
                log.forget();
                Map<String, Double> took = rounds(story);
                Map<String, StatementLog.Statement> statements = log.statements();
                first = first == null ? took : first;
                atFirst = atFirst == null ? statements : atFirst;
                print(stored, took, first);
                if (size == SIZES[SIZES.length - 1]) {
                    explain(hub.getBean(JdbcTemplate.class), statements, atFirst);
                }
            }
        }
    }

    private ConfigurableApplicationContext start(Path data) {
        List<String> arguments = new ArrayList<>(List.of("--acorn.data=" + data.toAbsolutePath(), "--server.port=0",
            "--logging.level.io.acornhub=error", "--spring.jmx.enabled=false", "--acorn.flow.settle=PT0.05S", "--acorn.flow.poll=PT0.02S"));
        if (postgres) {
            PostgresServer.Database database = PostgresServer.freshDatabase();
            arguments.addAll(List.of("--spring.datasource.url=" + database.url() + "?reWriteBatchedInserts=true",
                "--spring.datasource.username=" + database.user(), "--spring.datasource.password=" + database.password()));
        }
        return new SpringApplicationBuilder(HubApplication.class).initializers(context ->
            context.getBeanFactory().addBeanPostProcessor(log)).run(arguments.toArray(String[]::new));
    }

    private static Story story(Path data, ConfigurableApplicationContext hub) {
        return new Story(data, hub.getBean(JdbcTemplate.class), hub.getBean(TransactionTemplate.class));
    }

    /** The median of each message. */
    private Map<String, Double> rounds(Story story) throws Exception {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Double> step : story.play(++series, orders).entrySet()) {
                all.computeIfAbsent(step.getKey(), key -> new double[rounds])[round] = step.getValue();
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((step, values) -> {
            Arrays.sort(values);
            medians.put(step, values[values.length / 2]);
        });
        // one order's 850, 855, 856, 810 and three 997s
        medians.put("all", (medians.values().stream().mapToDouble(v -> v).sum() + 2 * medians.get("997")) / 7);
        return medians;
    }

    private static void print(long stored, Map<String, Double> took, Map<String, Double> first) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%,9d documents stored, ms a document (ratio to the first):",
            stored));
        took.forEach((step, millis) -> line.append(String.format(Locale.ROOT, "  %s %.1f (%.2f)", step, millis, millis / first.get(step))));
        OUT.println(line);
        OUT.flush();
    }

    private static void explain(JdbcTemplate jdbc, Map<String, StatementLog.Statement> statements,
                                Map<String, StatementLog.Statement> atFirst) throws Exception {
        Plans plans = new Plans(jdbc.getDataSource());
        List<String> scanning = plans.scanning(statements);
        OUT.printf("%d statements ran; %d read one of the large tables %s from end to end%n", statements.size(), scanning.size(),
            plans.large());
        scanning.forEach(statement -> OUT.println("  scans " + statement));
        statements.forEach((sql, now) -> {
            StatementLog.Statement before = atFirst.get(sql);
            if (before != null && now.millis() > 0.5 && now.millis() > 2 * before.millis()) {
                OUT.printf(Locale.ROOT, "  grew from %.2f to %.2f ms (%d times) %s%n", before.millis(), now.millis(), now.executions(),
                    sql);
            }
        });
    }
}
