// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.HubHome;
import io.acornhub.HubProcess;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders on their whole way, from the 850 to the 820, through a hub on embedded defaults that is killed ({@code kill -9}) again and
 * again while it works, and the count afterwards. As a command, for longer runs, after {@code mvn test-compile} and
 * {@code mvn dependency:build-classpath}:
 *
 * <pre>java -cp target/test-classes:target/classes:$(cat cp.txt) io.acornhub.reliability.KillRun --orders 5000 --kills 400 \
 *     --minutes 60 --seed 7 --whole-way 100 --folder target/kill-run</pre>
 *
 * {@code --whole-way} says how many of a hundred orders go on after their answer. It prints each kill and the count; the exit code
 * is 0 if everything is there exactly once.
 */
public final class KillRun {
    /** In percent of the kills: when all orders are in, so that the later kills meet shipments, invoices and payments. */
    private static final int FED_AFTER = 60;
    /** About as many files come to Amazon, SAP and the warehouse for one order. */
    private static final int FILES_AN_ORDER = 16;
    private final int orders;
    private final int kills;
    private final int wholeWay;
    private final Duration longest;
    private final long seed;
    private final Path folder;
    private final PrintStream out;
    private final Random random;
    private int killed;

    /** @param wholeWay how many of a hundred orders go on after they are answered */
    public KillRun(int orders, int kills, int wholeWay, Duration longest, long seed, Path folder, PrintStream out) {
        this.orders = orders;
        this.kills = kills;
        this.wholeWay = wholeWay;
        this.longest = longest;
        this.seed = seed;
        this.folder = folder;
        this.out = out;
        this.random = new Random(seed);
    }

    /** Runs it all; the folder must be empty. */
    public Accounting run() throws Exception {
        Instant begin = Instant.now();
        Path home = HubHome.copy(folder.resolve("home"))
            .replace("config/erp/erp-db.yaml", "createTables: \"true\"", "createTables: \"true\"\n  leaseMinutes: \"1\"").folder();
        Path data = Files.createDirectories(folder.resolve("data"));
        out.printf("kill run: %d orders, %d kills, seed %d, in %s%n", orders, kills, seed, folder);
        try (OrderFlow flow = new OrderFlow(home, data, folder.resolve("seen"), seed, orders, true, wholeWay);
             HubProcess hub = new HubProcess("hub", home, folder, quick(data))) {
            FakeTableErp erp = new FakeTableErp(flow);
            int perLife = Math.max(1, flow.files().size() * 100 / (kills * FED_AFTER + 1) + 1);
            while (killed < kills && Duration.between(begin, Instant.now()).compareTo(longest) < 0) {
                life(flow, hub, perLife);
                workInTables(erp, data);
            }
            finish(flow, hub, erp);
            try (HikariDataSource pool = database(data)) {
                Accounting accounting = Accounting.of(flow, new JdbcTemplate(pool), new JdbcTemplate(pool), LeftInBroker.of(data));
                out.printf("%s%n%d kills, %d s%n", accounting.table(), killed, Duration.between(begin, Instant.now()).toSeconds());
                return accounting;
            }
        }
    }

    /** Settings under which a test need not wait long for what takes its time in production. */
    static List<String> quick(Path data) {
        return List.of("acorn.data=" + data, "acorn.flow.settle=PT0.2S", "acorn.flow.poll=PT0.1S", "acorn.retry.first=PT1S",
            "acorn.sweep.every=PT5S", "acorn.sweep.ingress-after=PT10S");
    }

    /** One life of the hub: some orders lie there before it starts, some come while it runs, then it is killed. */
    private void life(OrderFlow flow, HubProcess hub, int share) {
        int fed = flow.feed(random.nextInt(share + 1));
        hub.start();
        int before = flow.progress();
        String when;
        if (random.nextInt(10) == 0) {
            long millis = 500 + random.nextInt(7000);
            hub.endsWithin(Duration.ofMillis(millis));
            when = millis + " ms after its start";
        } else {
            hub.awaitReady();
            fed += flow.feed(share - fed + random.nextInt(2));
            int wanted = wanted(before);
            long more = random.nextInt(4) == 0 ? random.nextInt(1500) : random.nextInt(60);
            untilProgress(flow, before + wanted);
            hub.endsWithin(Duration.ofMillis(more));
            when = "after " + (flow.progress() - before) + " files appeared (wanted " + wanted + ") and " + more + " ms";
        }
        if (!hub.isAlive()) {
            throw new IllegalStateException("the hub ended by itself; see " + hub.log());
        }
        hub.kill9();
        hub.note("kill " + ++killed);
        out.printf("kill %2d %s; %s%n", killed, when, flow.standing());
    }

    /** How many files more the hub may write in this life: on average what is left, shared by the kills that are left. */
    private int wanted(int progress) {
        int left = Math.max(0, orders * FILES_AN_ORDER - progress);
        return 1 + random.nextInt(FILES_AN_ORDER + 2 * left / (kills - killed + 1));
    }

    /** Waits for that many files to have appeared, but not when the hub has nothing left to do. */
    private void untilProgress(OrderFlow flow, int progress) {
        Duration longestLull = Duration.ofMillis(2500 + random.nextInt(1500));
        Standstill still = new Standstill(flow::progress);
        Awaitility.await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(60))
            .until(() -> flow.progress() >= progress || still.lasts(longestLull));
    }

    /** The hub's own database, which holds the interface tables too; only one process can open it. */
    static HikariDataSource database(Path data) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + data.resolve("db/hub") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0");
        pool.setUsername("acorn");
        pool.setPassword("");
        return pool;
    }

    /** While the hub is down, the ERP behind the tables works. */
    private static int workInTables(FakeTableErp erp, Path data) {
        try (HikariDataSource pool = database(data)) {
            return erp.work(pool);
        }
    }

    /**
     * Lets the hub finish. It is stopped whenever nothing moves, for the ERP behind the tables to work; a row that a killed hub had
     * claimed and stored is finished when its lease of a minute ends and it is claimed again.
     */
    private void finish(OrderFlow flow, HubProcess hub, FakeTableErp erp) {
        flow.feed(Integer.MAX_VALUE);
        Instant giveUp = Instant.now().plusSeconds(180 + orders);
        boolean done = false;
        while (!done && Instant.now().isBefore(giveUp)) {
            hub.start().awaitReady();
            Standstill still = new Standstill(flow::progress);
            Awaitility.await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(180 + orders))
                .until(() -> still.lasts(Duration.ofSeconds(4)));
            quiet(hub);
            hub.stop();
            done = workInTables(erp, flow.data()) == 0 && erp.complete() && flow.seenAll() && claimed(flow.data()) == 0;
        }
        if (!done) {
            out.printf("not everything arrived: %s%n", flow.standing());
        }
    }

    private static long claimed(Path data) {
        try (HikariDataSource pool = database(data)) {
            Long open = new JdbcTemplate(pool).queryForObject("select count(*) from iface_doc where direction = 'O' and status <> 'DONE'",
                Long.class);
            return open == null ? 0 : open;
        }
    }

    /** Until the hub has written no line of log for three seconds. */
    static void quiet(HubProcess hub) {
        Standstill still = new Standstill(() -> hub.ownLog().length());
        Awaitility.await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(60))
            .until(() -> still.lasts(Duration.ofSeconds(3)));
    }

    public static void main(String[] args) throws Exception {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);
        int orders = 300;
        int kills = 25;
        int minutes = 60;
        int wholeWay = 100;
        long seed = System.currentTimeMillis() % 100_000;
        Path folder = null;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--orders" -> orders = Integer.parseInt(args[i + 1]);
                case "--kills" -> kills = Integer.parseInt(args[i + 1]);
                case "--minutes" -> minutes = Integer.parseInt(args[i + 1]);
                case "--whole-way" -> wholeWay = Integer.parseInt(args[i + 1]);
                case "--seed" -> seed = Long.parseLong(args[i + 1]);
                case "--folder" -> folder = Path.of(args[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        Path where = folder == null ? Files.createTempDirectory("kill-run") : folder.toAbsolutePath();
        Accounting accounting = new KillRun(orders, kills, wholeWay, Duration.ofMinutes(minutes), seed, where, System.out).run();
        accounting.wrong().forEach(System.err::println);
        System.exit(accounting.wrong().isEmpty() ? 0 : 1);
    }
}
