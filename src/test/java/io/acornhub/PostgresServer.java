// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL from Maven artifacts for tests: one server a JVM, started at first use and ended with the JVM, as many empty
 * databases as wanted. PostgreSQL refuses to run as root; there the library starts it in a user namespace as nobody
 * ({@code unshare -U}).
 */
public final class PostgresServer {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private PostgresServer() {
    }

    /** An empty database and how to reach it. */
    public record Database(String url, String user, String password) {
        /** The hub's settings for it. */
        public List<String> settings() {
            return List.of("spring.datasource.url=" + url, "spring.datasource.username=" + user, "spring.datasource.password=" + password);
        }

        /** A pool of its own, for the caller to close. */
        public HikariDataSource pool() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            pool.setUsername(user);
            pool.setPassword(password);
            pool.setMaximumPoolSize(4);
            return pool;
        }
    }

    public static synchronized Database freshDatabase() {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase()
            .getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL makes no database " + name, e);
        }
        return new Database("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "postgres");
    }

    private static EmbeddedPostgres server() {
        if (server == null) {
            try {
                // the library switches both off: then nothing a test kills or times would be what a user's server does
                server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(PostgresServer::stop, "stop-postgres"));
        }
        return server;
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
