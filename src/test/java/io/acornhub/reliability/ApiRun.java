// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.HubHome;
import io.acornhub.HubProcess;
import io.acornhub.PostgresServer;
import io.acornhub.simulator.Simulator;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.Timing;
import io.acornhub.simulator.UsagePlans;
import io.acornhub.simulator.VendorGroup;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders over the Selling Partner API while it misbehaves (500, 503, storms of 429, answers lost after the work was done, empty pages,
 * tokens that expire between two pages) and the hub is killed, and the count afterwards. As a command:
 *
 * <pre>java -cp target/test-classes:target/classes:$(cat cp.txt) io.acornhub.reliability.ApiRun --orders 10000 --kills 3 --factor 10
 *     --seed 7 --minutes 90 --folder target/api-run</pre>
 *
 * {@code --factor} multiplies Amazon's rates, {@code --faults false} leaves the faults out: then no call may be refused for its number.
 * {@code --postgres true} keeps what the hub knows in a PostgreSQL. The exit code is 0 if everything is there exactly once.
 */
public final class ApiRun {
    private static final String FAULTS = """
        {"seed": %d, "faults": [
          {"fault": "error500", "share": 0.025}, {"fault": "error503", "share": 0.025},
          {"fault": "throttle", "share": 0.001, "storm": 8}, {"fault": "bareThrottle", "share": 0.0005, "storm": 3},
          {"fault": "error500After", "share": 0.005}, {"fault": "closeAfter", "share": 0.01},
          {"fault": "timeoutAfter", "share": 0.002, "hold": "PT4S"},
          {"fault": "emptyPage", "operation": "getPurchaseOrders", "share": 0.05},
          {"fault": "emptyList", "operation": "getPurchaseOrders", "share": 0.02},
          {"fault": "tokenExpiredWhilePaging", "share": 0.05}, {"fault": "invalidInputWhilePaging", "share": 0.05},
          {"fault": "upperCase", "share": 0.05}, {"fault": "noZone", "share": 0.05}]}""";
    /** A run of more orders gets its Java as a user's hub does, not one that starts quickly and compiles badly. */
    private static final int LONG = 2000;
    private final int orders;
    private final int kills;
    private final int factor;
    private final boolean faults;
    private final Duration longest;
    private final long seed;
    private final Path folder;
    private final PrintStream out;
    private PostgresServer.Database postgres;

    ApiRun(int orders, int kills, int factor, boolean faults, Duration longest, long seed, Path folder, PrintStream out) {
        this.orders = orders;
        this.kills = kills;
        this.factor = factor;
        this.faults = faults;
        this.longest = longest;
        this.seed = seed;
        this.folder = folder;
        this.out = out;
    }

    /** With a database of PostgreSQL instead of the embedded one. */
    ApiRun postgres() {
        postgres = PostgresServer.freshDatabase();
        return this;
    }

    /** Runs it all; the folder must be empty. */
    ApiAccounting run() throws Exception {
        Instant begin = Instant.now();
        Path home = HubHome.copy(folder.resolve("home")).folder();
        Path data = Files.createDirectories(folder.resolve("data"));
        out.printf("api run: %d orders, %d kills, rates times %d, faults %s, seed %d, %s, in %s%n", orders, kills, factor, faults, seed,
            postgres == null ? "H2" : "PostgreSQL", folder);
        VendorGroup group = VendorGroup.of("us", "NA", "ATVPDKIKX0DER", "USD", "ACME5");
        try (Simulator amazon = Simulator.start(SimulatorSettings.defaults().withVendorGroups(group).withTiming(timing()).withSeed(seed)
                 .withUsagePlans(new UsagePlans(true, BigDecimal.valueOf(factor), Map.of())));
             ApiFlow flow = new ApiFlow(home, data, folder.resolve("seen"), seed, orders, amazon);
             HubProcess hub = new HubProcess("hub", home, folder, settings(data, amazon, group))) {
            if (orders > LONG) {
                hub.java(List.of("-Xmx1g"));
            }
            if (faults) {
                flow.amazon().faults(FAULTS.formatted(seed));
            }
            work(flow, hub, begin);
            // what is still asked after is asked without faults, so that the end is the same for every run
            flow.amazon().faults("{\"faults\": []}");
            settle(flow, hub, begin);
            try (HikariDataSource pool = postgres == null ? KillRun.database(data) : postgres.pool()) {
                ApiAccounting accounting = ApiAccounting.of(flow, new JdbcTemplate(pool), LeftInBroker.of(data));
                out.printf("%s%n%d kills, %d s%n%s%n", accounting.table(), kills, Duration.between(begin, Instant.now()).toSeconds(),
                    flow.amazon().get("/_sim/calls"));
                return accounting;
            }
        }
    }

    /** Until Amazon has every document; the hub is killed at moments spread over the work. */
    private void work(ApiFlow flow, HubProcess hub, Instant begin) {
        Random random = new Random(seed);
        long all = orders + 2 * flow.goingOn();
        List<Long> killAt = new ArrayList<>();
        for (int i = 1; i <= kills; i++) {
            killAt.add(all * i / (kills + 1) + random.nextInt(1 + (int) (all / (4L * (kills + 1)))));
        }
        hub.start().awaitReady();
        boolean more = flow.placeSome();
        while (!flow.allTaken()) {
            if (Duration.between(begin, Instant.now()).compareTo(longest) > 0) {
                out.printf("not everything arrived: %s%n", flow.standing());
                return;
            }
            more = more && flow.placeSome();
            int before = flow.taken();
            hub.endsWithin(Duration.ofMillis(500 + random.nextInt(500)));
            if (!hub.isAlive()) {
                throw new IllegalStateException("the hub ended by itself; see " + hub.log());
            }
            if (!killAt.isEmpty() && before >= killAt.get(0)) {
                killAt.remove(0);
                hub.kill9();
                hub.note("kill");
                out.printf("killed; %s%n", flow.standing());
                hub.start().awaitReady();
            }
        }
        out.printf("Amazon has all after %d s; %s%n", Duration.between(begin, Instant.now()).toSeconds(), flow.standing());
    }

    /** Until SAP was told of everything what became of it, which the hub does when it knows. */
    private void settle(ApiFlow flow, HubProcess hub, Instant begin) {
        Instant giveUp = Instant.now().plusSeconds(120 + orders / 5);
        Instant latest = begin.plus(longest);
        while (!flow.sapKnowsAll() && Instant.now().isBefore(giveUp.isBefore(latest) ? giveUp : latest)) {
            hub.endsWithin(Duration.ofSeconds(1));
        }
        hub.stop();
    }

    /** What takes Amazon minutes takes seconds, goods arrive at once. */
    private static Timing timing() {
        return new Timing(Duration.ofMinutes(5), Duration.ofDays(180), Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(1),
            Duration.ZERO, Duration.ofSeconds(5), Duration.ofDays(30));
    }

    private List<String> settings(Path data, Simulator amazon, VendorGroup group) {
        List<String> settings = new ArrayList<>(KillRun.quick(data));
        if (postgres != null) {
            settings.addAll(postgres.settings());
        }
        String base = amazon.baseUri().toString();
        settings.addAll(List.of("ACORN_AMAZON_US_API=true", "ACORN_AMAZON_US_ENDPOINT=" + base, "ACORN_AMAZON_US_TOKEN_ENDPOINT=" + base
            + "/auth/o2/token", "ACORN_AMAZON_US_CLIENT_ID=" + group.clientId(), "ACORN_AMAZON_US_CLIENT_SECRET=" + group.clientSecret(),
            "ACORN_AMAZON_US_REFRESH_TOKEN=" + group.refreshToken(), "ACORN_AMAZON_US_FINANCES=true", "ACORN_AMAZON_US_TIMEOUT=PT3S",
            "acorn.selling-partner.looks=PT2S,PT10S,PT20S", "acorn.selling-partner.assumed-after=PT20S",
            "acorn.selling-partner.posting-grace=PT5S", "acorn.selling-partner.unknown-after=PT2S",
            "acorn.selling-partner.unknown-invoice-after=PT5S", "acorn.selling-partner.prove-every=PT5S",
            "acorn.selling-partner.prove-seldom=PT20S", "acorn.selling-partner.status-every=PT10S",
            "acorn.selling-partner.settlement-every=PT10S"));
        return settings;
    }

    public static void main(String[] args) throws Exception {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);
        int orders = 1000;
        int kills = 3;
        int factor = 10;
        int minutes = 90;
        boolean faults = true;
        boolean postgres = false;
        long seed = System.currentTimeMillis() % 100_000;
        Path folder = null;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--orders" -> orders = Integer.parseInt(args[i + 1]);
                case "--kills" -> kills = Integer.parseInt(args[i + 1]);
                case "--factor" -> factor = Integer.parseInt(args[i + 1]);
                case "--minutes" -> minutes = Integer.parseInt(args[i + 1]);
                case "--faults" -> faults = Boolean.parseBoolean(args[i + 1]);
                case "--postgres" -> postgres = Boolean.parseBoolean(args[i + 1]);
                case "--seed" -> seed = Long.parseLong(args[i + 1]);
                case "--folder" -> folder = Path.of(args[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        Path where = folder == null ? Files.createTempDirectory("api-run") : folder.toAbsolutePath();
        ApiRun run = new ApiRun(orders, kills, factor, faults, Duration.ofMinutes(minutes), seed, where, System.out);
        ApiAccounting accounting = (postgres ? run.postgres() : run).run();
        accounting.wrong().forEach(System.err::println);
        System.exit(accounting.wrong().isEmpty() ? 0 : 1);
    }
}
