// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.PostgresServer;
import io.acornhub.partner.ErpSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty database for interface tables, and the ERP system that has it. */
record TableDatabase(String url, String user, String password) {

    static TableDatabase h2(Path folder) {
        return new TableDatabase("jdbc:h2:file:" + folder.toAbsolutePath().resolve("iface"), "sa", "");
    }

    static TableDatabase postgres() {
        PostgresServer.Database database = PostgresServer.freshDatabase();
        return new TableDatabase(database.url(), database.user(), database.password());
    }

    ErpSystem system() {
        return system(Map.of("url", url, "user", user, "password", password, "createTables", "true", "sourceSystem",
            "AMAZON_US_EDI"));
    }

    static ErpSystem system(Map<String, String> settings) {
        return new ErpSystem("erp-db", "ERP by interface tables", true, "database", settings, Map.of(), Map.of(), null, List.of());
    }

    HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    static JdbcTemplate jdbc(HikariDataSource pool) {
        return new JdbcTemplate(pool);
    }
}
