// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.ErpSystem;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/**
 * The databases of the ERP systems: by the settings {@code url}, {@code user}, {@code password} and {@code connections}, or the
 * hub's own where a system has no url. With {@code createTables: true} the hub makes the interface tables at first use.
 */
public final class InterfaceDatabases implements AutoCloseable {
    private static final String FILE_H2 = "jdbc:h2:file:";
    private static final int WAIT_FOR_CONNECTION_MILLIS = 5_000;

    private final DataSource own;
    private final Map<String, InterfaceDatabase> databases = new ConcurrentHashMap<>();

    /** @param own the hub's database */
    public InterfaceDatabases(DataSource own) {
        this.own = own;
    }

    /** @throws ChannelFault if the tables were to be made and the database cannot be reached */
    InterfaceDatabase of(ErpSystem system) {
        return databases.computeIfAbsent(system.name(), name -> open(system));
    }

    private InterfaceDatabase open(ErpSystem system) {
        boolean ours = isBlank(system.settings().get("url"));
        DataSource source = ours ? own : pool(system);
        try {
            if (Boolean.parseBoolean(system.settings().get("createTables"))) {
                makeTables(source);
            }
            return new InterfaceDatabase(source);
        } catch (FlywayException | DataAccessException | TransactionException e) {
            closeUnlessOwn(source);
            throw unreachable(system, e);
        }
    }

    /** A hub that is killed while it makes them may leave some of them; its next start makes the others. */
    private static void makeTables(DataSource source) {
        HalfMadeTables.remove(source);
        Flyway flyway = Flyway.configure().dataSource(source).locations("classpath:db/interface-tables").table("iface_schema_history")
            .baselineOnMigrate(true).baselineVersion(madeByHand(source) ? "1" : "0").ignoreMigrationPatterns("*:pending", "*:future")
            .load();
        if (!flyway.validateWithResult().validationSuccessful) {
            flyway.repair();
        }
        flyway.migrate();
    }

    /** Tables that somebody made from the first script are there without Flyway's history; they only need what came after. */
    private static boolean madeByHand(DataSource source) {
        try {
            new JdbcTemplate(source).queryForList("select header_id from iface_doc where header_id is null");
            return true;
        } catch (BadSqlGrammarException e) {
            return false;
        }
    }

    private static HikariDataSource pool(ErpSystem system) {
        Map<String, String> settings = system.settings();
        HikariConfig config = new HikariConfig();
        config.setPoolName("erp-" + system.name());
        config.setJdbcUrl(durable(settings.get("url")));
        config.setUsername(settings.get("user"));
        config.setPassword(settings.get("password"));
        config.setMaximumPoolSize(Integer.parseInt(settings.getOrDefault("connections", "4")));
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MILLIS);
        config.setInitializationFailTimeout(-1);
        if (config.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return new HikariDataSource(config);
    }

    /** H2 writes commits half a second late by default, and a kill loses what was reported as committed. */
    private static String durable(String url) {
        boolean late = url.startsWith(FILE_H2) && !url.toUpperCase(Locale.ROOT).contains("WRITE_DELAY");
        return late ? url + ";WRITE_DELAY=0" : url;
    }

    /** The fault for a database that cannot be worked with now. */
    static ChannelFault unreachable(ErpSystem system, Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String hint = cause instanceof BadSqlGrammarException
            ? ": are the interface tables there, with every script of db/interface-tables? (createTables: \"true\" makes them)" : "";
        return new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, "config/erp/" + system.name()
            + ".yaml settings.url", null, "the database of " + system.title() + " cannot be used: " + root.getMessage() + hint),
            cause);
    }

    private void closeUnlessOwn(DataSource source) {
        if (source != own && source instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    @Override
    public void close() {
        databases.values().forEach(database -> closeUnlessOwn(database.source()));
        databases.clear();
    }
}
