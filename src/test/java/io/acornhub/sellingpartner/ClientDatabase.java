// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.PostgresServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The hub's tables in a database of their own. */
public final class ClientDatabase implements AutoCloseable {
    public final JdbcTemplate jdbc;
    public final JdbcTransactionManager transactions;
    private final HikariDataSource pool;

    private ClientDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
        this.transactions = new JdbcTransactionManager(pool);
        Flyway.configure().dataSource(pool).locations("classpath:db/hub").load().migrate();
    }

    /** H2 or POSTGRES. */
    public static ClientDatabase of(String kind, Path folder) {
        if (kind.equals("POSTGRES")) {
            return new ClientDatabase(PostgresServer.freshDatabase().pool());
        }
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.toAbsolutePath().resolve("hub") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMaximumPoolSize(4);
        return new ClientDatabase(pool);
    }

    public static Stream<String> kinds() {
        return Stream.of("H2", "POSTGRES");
    }

    @Override
    public void close() {
        pool.close();
    }
}
