// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.BrokerProcess;
import io.acornhub.HubHome;
import io.acornhub.HubProcess;
import io.acornhub.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Production's shape: broker, database and two hubs in processes of their own, the hubs as competing consumers on one data folder.
 * One of them is killed while they work.
 */
@Tag("slow")
class ExternalBrokerTest {
    private static final int ORDERS = Integer.getInteger("acorn.test.orders", 100);
    private static final int WHOLE_WAY = Integer.getInteger("acorn.test.whole-way", 100);
    private static final long SEED = Long.getLong("acorn.test.seed", 11);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest(name = "killed hub comes back: {0}")
    @ValueSource(booleans = {false, true})
    void ordersGoThroughTwoHubsExactlyOnceThoughOneIsKilled(boolean comesBack) throws Exception {
        PostgresServer.Database database = PostgresServer.freshDatabase();
        Path home = HubHome.copy(folder.resolve("home")).replace("config/erp/erp-db.yaml", "createTables: \"true\"",
            "createTables: \"true\"\n  leaseMinutes: \"1\"").folder();
        Path data = Files.createDirectories(folder.resolve("data"));
        try (BrokerProcess broker = new BrokerProcess(folder.resolve("outside")).start();
             HubProcess first = hub("first", home, data, broker, database);
             HubProcess second = hub("second", home, data, broker, database);
             HikariDataSource pool = database.pool();
             OrderFlow flow = new OrderFlow(home, data, folder.resolve("seen"), SEED, ORDERS, true, WHOLE_WAY)) {
            first.start().awaitReady();
            second.start().awaitReady();
            FakeTableErp erp = new FakeTableErp(flow);
            int all = 15 * ORDERS;
            feedUntil(flow, all / 5, erp, pool);
            first.kill9();
            if (comesBack) {
                first.start();
                feedUntil(flow, all / 2, erp, pool);
                second.kill9();
                second.start();
            }
            flow.feed(Integer.MAX_VALUE);
            finish(flow, erp, pool);
            HubProcess alive = comesBack ? first : second;
            KillRun.quiet(alive);
            first.stop();
            second.stop();
            Accounting accounting = Accounting.of(flow, new JdbcTemplate(pool), new JdbcTemplate(pool), left(broker));
            assertThat(accounting.wrong()).as(accounting.table()).isEmpty();
        }
    }

    private static Map<String, Long> left(BrokerProcess broker) throws Exception {
        return new TreeMap<>(broker.left());
    }

    private static void feedUntil(OrderFlow flow, int progress, FakeTableErp erp, HikariDataSource pool) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(240)).until(() -> {
            if (flow.waiting().size() < 10) {
                flow.feed(4);
            }
            erp.work(pool);
            return flow.progress() >= progress;
        });
    }

    private static void finish(OrderFlow flow, FakeTableErp erp, HikariDataSource pool) {
        try {
            Awaitility.await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(240)).until(() -> {
                erp.work(pool);
                return erp.complete() && flow.seenAll() && taken(pool);
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not everything arrived: " + flow.standing(), e);
        }
    }

    /** Whether every answer has left the tables; what the killed hub had claimed comes again when its lease ends. */
    private static boolean taken(HikariDataSource pool) {
        Integer open = new JdbcTemplate(pool).queryForObject("select count(*) from iface_doc where direction = 'O' and status <> 'DONE'",
            Integer.class);
        return open != null && open == 0;
    }

    private HubProcess hub(String name, Path home, Path data, BrokerProcess broker, PostgresServer.Database database) {
        List<String> settings = new ArrayList<>(KillRun.quick(data));
        settings.addAll(List.of("acorn.broker.url=" + broker.url(), "spring.datasource.url=" + database.url(), "acorn.lease=PT4S",
            "spring.datasource.username=" + database.user(), "spring.datasource.password=" + database.password()));
        return new HubProcess(name, home, folder, settings);
    }
}
