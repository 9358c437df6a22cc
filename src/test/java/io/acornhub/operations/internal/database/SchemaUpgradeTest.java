// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An upgrade of the embedded database that stops between two statements, each committed for itself. */
class SchemaUpgradeTest {
    private static final String FIRST = "create table first_half as select 1 as id;";
    @TempDir
    private Path folder;
    private DataSource database;
    private JdbcTemplate jdbc;
    private Path before;
    private SchemaUpgrade upgrade;

    @BeforeEach
    void open() {
        database = new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("it's/db/hub") + ";MODE=PostgreSQL;"
            + "DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0", "acorn", "");
        jdbc = new JdbcTemplate(database);
        before = folder.resolve("it's/db/before-upgrade.sql.gz");
        upgrade = new SchemaUpgrade(folder.resolve("it's"));
    }

    private Flyway flyway(String... more) {
        String[] locations = new String[more.length + 1];
        locations[0] = "classpath:db/hub";
        System.arraycopy(more, 0, locations, 1, more.length);
        return Flyway.configure().dataSource(database).locations(locations).load();
    }

    /** A further step of the schema, in the words of a file. */
    private String step(String sql) throws IOException {
        Path file = folder.resolve("more/V999__more.sql");
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
        return "filesystem:" + file.getParent();
    }

    @Test
    void anUpgradeThatStoppedHalfWayBeginsAgainAndKeepsWhatWasThere() throws IOException {
        upgrade.migrate(flyway());
        assertThat(before).doesNotExist();
        jdbc.update("insert into event (subject, seq, at, stage, what, hash) values ('s', 1, now(), 'stage', 'what', 'h')");

        String broken = step(FIRST + "this is no statement;");
        assertThatThrownBy(() -> upgrade.migrate(flyway(broken))).isInstanceOf(FlywayException.class);
        assertThat(jdbc.queryForObject("select count(*) from first_half", Integer.class)).isEqualTo(1);
        assertThat(before).exists();

        String whole = step(FIRST + "create table second_half (id int);");
        upgrade.migrate(flyway(whole));
        assertThat(jdbc.queryForObject("select count(*) from first_half", Integer.class)).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from second_half", Integer.class)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from event", Integer.class)).isEqualTo(1);
        assertThat(before).doesNotExist();
    }

    /** Whoever gives up an upgrade and starts the version before has its tables as they were. */
    @Test
    void theVersionBeforeStartsAgainAfterAnUpgradeThatFailed() throws IOException {
        upgrade.migrate(flyway());
        String broken = step(FIRST + "this is no statement;");
        assertThatThrownBy(() -> upgrade.migrate(flyway(broken))).isInstanceOf(FlywayException.class);
        upgrade.migrate(flyway());
        assertThat(jdbc.queryForObject("select count(*) from information_schema.tables where table_name = 'first_half'", Integer.class))
            .isZero();
        assertThat(before).doesNotExist();
    }

    @Test
    void aFirstStartThatStoppedHalfWayBeginsAgain() throws IOException {
        String broken = step(FIRST + "this is no statement;");
        assertThatThrownBy(() -> upgrade.migrate(flyway(broken))).isInstanceOf(FlywayException.class);
        upgrade.migrate(flyway());
        assertThat(jdbc.queryForObject("select count(*) from document", Integer.class)).isZero();
    }
}
