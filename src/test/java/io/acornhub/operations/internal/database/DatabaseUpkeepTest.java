// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same commits to two embedded databases, one of which is kept small. */
class DatabaseUpkeepTest {
    private static final int ROWS = 20_000;
    private final Random random = new Random(3);
    @TempDir
    Path folder;

    /** As the hub opens it, but space is free at once: by default H2 waits for 45 seconds. */
    private HikariDataSource database(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve(name) + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;RETENTION_TIME=0");
        pool.setMaximumPoolSize(2);
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        jdbc.execute("create table kept (id integer primary key, words varchar(200))");
        jdbc.update("insert into kept select \"X\", repeat('x', 150) from system_range(1, " + ROWS + ")");
        jdbc.execute("create table log (id bigint generated always as identity primary key, ref varchar(40), words varchar(200))");
        jdbc.execute("create index ix_log_ref on log (ref)");
        return pool;
    }

    private long size(String name) {
        try {
            return Files.size(folder.resolve(name + ".mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commits(HikariDataSource... databases) {
        for (int i = 0; i < 500; i++) {
            int id = 1 + random.nextInt(ROWS);
            for (HikariDataSource database : databases) {
                JdbcTemplate jdbc = new JdbcTemplate(database);
                jdbc.update("update kept set words = ? where id = ?", "commit " + i, id);
                jdbc.update("insert into log (ref, words) values (?, ?)", Integer.toHexString(id * 31_337), "of commit " + i);
            }
        }
    }

    @Test
    void theFileOfAnEmbeddedDatabaseDoesNotGrowWithEveryCommit() {
        try (HikariDataSource kept = database("kept"); HikariDataSource left = database("left")) {
            DatabaseUpkeep upkeep = new DatabaseUpkeep(kept, event -> { });
            upkeep.start();
            Awaitility.await("one grows, the other does not").pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(90)).until(() -> {
                    commits(kept, left);
                    return size("left") > 40_000_000 && size("left") > 2 * size("kept");
                });
            upkeep.stop();
            assertThat(upkeep.isRunning()).isFalse();
            assertThat(new JdbcTemplate(kept).queryForList("select id, words from kept order by id"))
                .isEqualTo(new JdbcTemplate(left).queryForList("select id, words from kept order by id"));
        }
    }
}
