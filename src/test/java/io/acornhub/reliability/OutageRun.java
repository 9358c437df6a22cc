// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.HubHome;
import io.acornhub.HubProcess;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Received;
import io.acornhub.peers.As2Wire;
import io.acornhub.peers.LyingPartner;
import io.acornhub.routing.HubSettings.Retry;
import io.acornhub.sftp.MinaSftpServer;
import io.acornhub.sftp.SshKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

/**
 * A partner that is away, with the policy of retries as it is delivered: order acknowledgments leave by AS2, functional
 * acknowledgments by SFTP, and both servers are down for an hour while orders go on coming and the hub is killed once. As a command:
 *
 * <pre>java -cp target/test-classes:target/classes:$(cat cp.txt) io.acornhub.reliability.OutageRun --minutes 60
 *     --folder target/outage</pre>
 *
 * It prints when each attempt was made and the count; the exit code is 0 if everything is there exactly once.
 */
public final class OutageRun {
    /** A hub's whose settings say nothing of it; a shorter run is given another. */
    static final Retry DELIVERED = Binder.get(new MockEnvironment()).bindOrCreate("acorn.retry", Retry.class);
    private static final int ORDERS = 7;
    private static final int SERIES = 14;
    private static final String FILE = "config/partners/amazon-us.yaml";
    private static final Pattern ORDER = Pattern.compile("BAK\\*[^~]*");
    private static final Pattern ABOUT = Pattern.compile("AK1\\*PO\\*(\\d+)");
    private final Duration outage;
    private final Retry policy;
    private final Path folder;
    private final PrintStream out;
    private final As2Partnership keys = new As2Partnership();
    private final KeyPair hostKey = SshKeys.pair("EC");
    private final Map<String, WrittenOrder> placed = new TreeMap<>();
    private final List<String> groups = new ArrayList<>();
    private Path data;
    private LyingPartner partner;
    private MinaSftpServer server;
    private FakeSap sap;
    private FolderWatch inbox;

    OutageRun(Duration outage, Retry policy, Path folder, PrintStream out) {
        this.outage = outage;
        this.policy = policy;
        this.folder = folder;
        this.out = out;
    }

    /** Runs it all; the folder must be empty. */
    Tally run() throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        partner = new LyingPartner(folder);
        partner.with(new As2Wire(folder.resolve("wire"), keys, Map.of("url", "http://127.0.0.1:1/")));
        server = MinaSftpServer.start(folder.resolve("server"), hostKey);
        Files.createDirectories(server.root().resolve("in"));
        HubHome home = home();
        sap = new FakeSap(data, folder.resolve("seen"), home.folder(), placed, new TreeSet<>());
        inbox = new FolderWatch(data.resolve("partners/amazon-us/outbox"), data.resolve("partners/amazon-us/inbox"),
            folder.resolve("sent"));
        try (HubProcess hub = new HubProcess("hub", home.folder(), folder, settings())) {
            hub.start().awaitReady();
            place();
            await(hub, Duration.ofMinutes(2));
            away(hub);
            out.printf("both servers are back; %s%n", standing());
            // the last attempt before was made up to the longest delay and its jitter ago; what the kill took out of the queues between
            // two attempts goes on by the sweep, a third later than the longest delay
            await(hub, policy.longest().multipliedBy(4).dividedBy(3).plusMinutes(3));
            out.printf("everything arrived; %s%n", standing());
            hub.endsWithin(Duration.ofSeconds(10));
            hub.stop();
            return count();
        } finally {
            partner.close();
            server.close();
        }
    }

    private HubHome home() throws IOException {
        HubHome home = HubHome.copy(folder.resolve("home"));
        keys.write(home, data, partner.url(), Map.of());
        Map<String, String> login = SftpHome.login(server, server.port());
        login.put("upload", "in");
        return home.replace(FILE, "\nchannels:\n", "\nchannels:\n" + SftpHome.channel("files", login)
                + SftpHome.channel("inbox", "folder", Map.of("inbox", "partners/amazon-us/inbox")))
            .replace(FILE, "997-functional-acknowledgment, channel: as2,\n", "997-functional-acknowledgment, channel: files,\n");
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of("acorn.data=" + data));
        if (!policy.equals(DELIVERED)) {
            settings.addAll(List.of("acorn.retry.attempts=" + policy.attempts(), "acorn.retry.first=" + policy.first(),
                "acorn.retry.longest=" + policy.longest(), "acorn.retry.alarm-after=" + policy.alarmAfter(),
                // as the delivered ones: what a kill took out of the queues is looked for soon after the longest delay
                "acorn.sweep.every=PT2S", "acorn.sweep.stage-after=" + policy.longest().multipliedBy(4).dividedBy(3).plusMinutes(1)));
        }
        return settings;
    }

    private void place() {
        WrittenOrder order = WrittenOrder.of(SERIES, placed.size() + 1, false);
        OrderFiles.OrderFile file = OrderFiles.one(950_000L + placed.size(), order);
        file.groups().forEach(group -> groups.add(Long.toString(group)));
        placed.put(order.po(), order);
        inbox.drop(file.name(), file.text().getBytes(StandardCharsets.US_ASCII));
    }

    /** Both servers are down; orders come at even times, and in the middle the hub is killed. */
    private void away(HubProcess hub) throws IOException {
        int port = server.port();
        partner.down();
        server.close();
        Instant begin = Instant.now();
        out.printf("both servers are down for %s; %s%n", outage, standing());
        boolean killed = false;
        while (Instant.now().isBefore(begin.plus(outage))) {
            Duration gone = Duration.between(begin, Instant.now());
            while (placed.size() < ORDERS && gone.compareTo(outage.multipliedBy(placed.size() - 1L).dividedBy(ORDERS - 1L)) >= 0) {
                place();
            }
            if (!killed && gone.compareTo(outage.dividedBy(2)) > 0) {
                killed = true;
                hub.kill9();
                out.printf("killed after %d s; %s%n", gone.toSeconds(), standing());
                hub.start().awaitReady();
            }
            look(hub);
        }
        while (placed.size() < ORDERS) {
            // the start after the kill may have taken longer than the outage
            place();
        }
        partner.up(null);
        server = MinaSftpServer.start(folder.resolve("server"), hostKey, port);
    }

    private void look(HubProcess hub) {
        sap.look();
        if (hub.endsWithin(Duration.ofSeconds(1))) {
            throw new IllegalStateException("the hub ended by itself; see " + hub.log());
        }
    }

    private void await(HubProcess hub, Duration longest) throws IOException {
        Instant end = Instant.now().plus(longest);
        while (Instant.now().isBefore(end) && (confirmed().size() < placed.size() || acknowledged().size() < groups.size())) {
            look(hub);
        }
    }

    private String standing() throws IOException {
        return String.format("%d orders, %d in SAP, %d order acknowledgments at the partner, %d functional acknowledgments",
            placed.size(), sap.arrived().size(), confirmed().size(), acknowledged().size());
    }

    /** How often the 855 of each order is with the partner. */
    private Map<String, Integer> confirmed() {
        Map<String, Integer> times = new TreeMap<>();
        for (As2Received message : partner.received()) {
            Matcher found = ORDER.matcher(message.text());
            while (found.find()) {
                times.merge(found.group().split("\\*")[3], 1, Integer::sum);
            }
        }
        return times;
    }

    /** How often the 997 of each functional group lies on the server. */
    private Map<String, Integer> acknowledged() throws IOException {
        Map<String, Integer> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(server.root().resolve("in"))) {
            for (Path file : files.filter(f -> !f.getFileName().toString().startsWith(".")).toList()) {
                Matcher found = ABOUT.matcher(FolderWatch.text(file));
                while (found.find()) {
                    times.merge(found.group(1), 1, Integer::sum);
                }
            }
        }
        return times;
    }

    private Tally count() throws IOException {
        Tally tally = new Tally();
        tally.once("orders in SAP", sap.arrived(), placed.keySet());
        tally.once("order acknowledgments by AS2", confirmed(), placed.keySet());
        tally.once("functional acknowledgments by SFTP", acknowledged(), groups);
        try (HikariDataSource pool = KillRun.database(data)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            tally.none("parked", jdbc.queryForList("select text from parked", String.class));
            tally.none("connections that fail still", jdbc.queryForList("select stage from stage_failure", String.class));
            tally.check("alarms of a connection", jdbc.queryForObject("select count(*) from alarm where kind = 'CONNECTION' and "
                + "subject in ('amazon-us-as2', 'amazon-us-files')", Integer.class), 2);
            tally.none("alarms not cleared", jdbc.queryForList("select words from alarm where kind = 'CONNECTION' and "
                + "cleared_at is null", String.class));
            List<String> early = new ArrayList<>();
            jdbc.queryForList("select distinct subject from event where what = 'failed' order by subject", String.class)
                .forEach(interchange -> early.addAll(attempts(jdbc, interchange)));
            tally.none("attempts before their time", early);
        }
        return tally;
    }

    /** Prints when the failed attempts were made; those that came sooner than the policy says. */
    private List<String> attempts(JdbcTemplate jdbc, String interchange) {
        List<Instant> at = jdbc.queryForList("select at from event where subject = ? and what = 'failed' order by seq",
            OffsetDateTime.class, interchange).stream().map(OffsetDateTime::toInstant).toList();
        List<String> early = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 1; i < at.size(); i++) {
            Duration waited = Duration.between(at.get(i - 1), at.get(i));
            line.append(' ').append(waited.toSeconds());
            if (waited.compareTo(policy.after(i)) < 0) {
                early.add(interchange + " attempt " + (i + 1) + " after " + waited);
            }
        }
        out.printf("%s failed %d times, seconds between:%s%n", interchange, at.size(), line);
        return early;
    }

    public static void main(String[] args) throws Exception {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);
        int minutes = 60;
        Path folder = null;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--minutes" -> minutes = Integer.parseInt(args[i + 1]);
                case "--folder" -> folder = Path.of(args[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        Path where = folder == null ? Files.createTempDirectory("outage-run") : folder.toAbsolutePath();
        Tally tally = new OutageRun(Duration.ofMinutes(minutes), DELIVERED, where, System.out).run();
        System.out.println(tally.table());
        tally.wrong().forEach(System.err::println);
        System.exit(tally.wrong().isEmpty() ? 0 : 1);
    }
}
