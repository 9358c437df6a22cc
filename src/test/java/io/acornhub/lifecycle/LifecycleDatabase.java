// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.PostgresServer;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.partner.Deadline;
import io.acornhub.partner.Partner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The hub's tables in a database of their own, and the life of orders on them: every call is one transaction. */
final class LifecycleDatabase implements AutoCloseable {
    static final Partner AMAZON = new Partner("amazon-us", "Amazon", true, "P", ZoneId.of("America/Los_Angeles"), null, List.of(), null,
        null, List.of(new Deadline("855", LocalDate.of(2020, 1, 1), Duration.ofHours(24), null, null)), null, Map.of(),
            List.of(), List.of());
    private final HikariDataSource pool;
    private final TransactionTemplate transaction;
    private final Map<String, CanonicalDocument> documents = new ConcurrentHashMap<>();
    Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private LifecycleDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        Flyway.configure().dataSource(pool).locations("classpath:db/hub").load().migrate();
    }

    static LifecycleDatabase h2(Path folder) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.toAbsolutePath().resolve("hub") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMaximumPoolSize(4);
        return new LifecycleDatabase(pool);
    }

    static LifecycleDatabase postgres() {
        return new LifecycleDatabase(PostgresServer.freshDatabase().pool());
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    /** A new one each time, as after a restart: nothing is only in memory. */
    OrderLifecycle lifecycle() {
        return new OrderLifecycle(jdbc(), id -> Optional.ofNullable(documents.get(id)), Clock.fixed(now, ZoneOffset.UTC));
    }

    OrderOverview overview() {
        return new OrderOverview(jdbc());
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    List<Fault> received(CanonicalDocument document, String id) {
        documents.put(id, document);
        return inTransaction(() -> lifecycle().received(AMAZON, document, id, now));
    }

    List<Fault> sent(CanonicalDocument document, String id) {
        documents.put(id, document);
        return inTransaction(() -> lifecycle().sent(AMAZON, document, id, now));
    }

    void rejected(CanonicalDocument document, String id, String why) {
        transaction.executeWithoutResult(status -> lifecycle().rejected(AMAZON, document, id, List.of(why), now));
    }

    void accepted(CanonicalDocument document, String id) {
        transaction.executeWithoutResult(status -> lifecycle().accepted(AMAZON, document, id, now));
    }

    OrderBook book(CanonicalDocument document, String id) {
        return lifecycle().book(AMAZON, document, id);
    }

    OrderFigures figures(String poNumber) {
        return overview().figures(AMAZON.name(), poNumber);
    }

    OrderState.Step step(String poNumber) {
        return overview().find(poNumber).get(0).step();
    }

    @Override
    public void close() {
        pool.close();
    }
}
