// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the hub's tables to this version. PostgreSQL takes a step back as a whole when it fails or is cut. The embedded database
 * commits each statement for itself, so that a kill between two would leave a schema that no start can go on with: there everything is
 * written to {@code db/before-upgrade.sql.gz} first, and a start that still finds that file begins again from it. The file is gone
 * before the hub does any work, so nothing that came later is lost by it.
 */
@Component
class SchemaUpgrade implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaUpgrade.class);
    private final Path before;

    SchemaUpgrade(@Value("${acorn.data}") Path data) {
        before = data.resolve("db").resolve("before-upgrade.sql.gz").toAbsolutePath();
    }

    @Override
    public void migrate(Flyway flyway) {
        DataSource database = flyway.getConfiguration().getDataSource();
        try {
            if (!embedded(database)) {
                flyway.migrate();
                return;
            }
            if (Files.exists(before)) {
                LOG.warn("An upgrade of the tables did not come to its end; it begins again from {}", before);
                run(database, "drop all objects", "runscript from " + quoted(before) + " compression \"GZIP\"");
            }
            if (flyway.info().pending().length > 0) {
                keep(database);
            }
            flyway.migrate();
            Files.deleteIfExists(before);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database could not be kept in or taken from " + before + " for an upgrade of "
                + "its tables: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + before + " could not be written or removed: " + e.getMessage(), e);
        }
    }

    private void keep(DataSource database) throws SQLException, IOException {
        Path part = before.resolveSibling(before.getFileName() + ".part");
        Files.createDirectories(before.getParent());
        run(database, "script nopasswords nosettings to " + quoted(part) + " compression \"GZIP\"");
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, before, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean embedded(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return embedded(connection);
        }
    }

    static boolean embedded(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().startsWith("jdbc:h2:file:");
    }

    private static void run(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }
}
