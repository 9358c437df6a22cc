// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.PostgresServer;
import io.acornhub.lifecycle.RunningDeadline.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines and their alarms hold whatever happens to process and clock; on both databases. */
class DeadlinesTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofHours(10));

    enum Database {
        H2 {
            @Override
            DataSource fresh() {
                JdbcDataSource source = new JdbcDataSource();
                source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
                return source;
            }
        },
        POSTGRESQL {
            @Override
            DataSource fresh() {
                return PostgresServer.freshDatabase().pool();
            }
        };

        abstract DataSource fresh();
    }

    private DataSource source;
    private TransactionTemplate transaction;
    private Deadlines deadlines;
    private Alarms alarms;

    @AfterEach
    void close() {
        if (source instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    private void begin(Database database) {
        source = database.fresh();
        Flyway.configure().dataSource(source).locations("classpath:db/hub").load().migrate();
        restart();
        at(() -> deadlines.start("amazon-us", "855", "4TESTPO1", "doc", START, DUE));
    }

    /** A hub that knows nothing but the database. */
    private void restart() {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        alarms = new Alarms(jdbc);
        deadlines = new Deadlines(jdbc, alarms);
    }

    private void at(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private void look(Instant now) {
        for (RunningDeadline deadline : deadlines.toLookAt(now, 100)) {
            at(() -> deadlines.pass(deadline.id(), now));
        }
    }

    private List<Alarm> raised() {
        return alarms.find(null, null, false, 100).stream().sorted((a, b) -> a.raisedAt().compareTo(b.raisedAt())).toList();
    }

    private List<Alarm.Level> open() {
        return alarms.find(null, null, true, 100).stream().map(Alarm::level).toList();
    }

    private RunningDeadline deadline() {
        return deadlines.find(null, "amazon-us", 10).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void halfFourFifthsAndAllOfTheTimeRaiseOneAlarmEach(Database database) {
        begin(database);
        for (int minute = 0; minute <= 700; minute += 10) {
            look(START.plus(Duration.ofMinutes(minute)));
        }
        assertThat(raised()).extracting(Alarm::level)
            .containsExactly(Alarm.Level.NOTICE, Alarm.Level.WARNING, Alarm.Level.ALARM);
        assertThat(raised()).extracting(Alarm::raisedAt).containsExactly(START.plus(Duration.ofHours(5)), START.plus(Duration.ofHours(8)),
            DUE);
        assertThat(open()).containsExactly(Alarm.Level.ALARM);
        assertThat(raised().get(2).words()).isEqualTo("The order acknowledgment (855) of order 4TESTPO1 to amazon-us was due "
            + "2026-03-02T20:00:00Z and is not there.");
        assertThat(deadline().state()).isEqualTo(State.MISSED);
    }

    @ParameterizedTest
    @EnumSource
    void theEventEndsItAndClearsItsAlarms(Database database) {
        begin(database);
        look(START.plus(Duration.ofHours(9)));
        assertThat(open()).containsExactly(Alarm.Level.WARNING);
        at(() -> deadlines.met("amazon-us", "855", "4TESTPO1", START.plus(Duration.ofHours(9))));
        assertThat(open()).isEmpty();
        look(DUE.plus(Duration.ofDays(1)));
        assertThat(deadline().state()).isEqualTo(State.MET);
        assertThat(raised()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMissedWhileNoHubRanIsFoundByTheNext(Database database) {
        begin(database);
        restart();
        look(DUE.plus(Duration.ofHours(3)));
        assertThat(raised()).extracting(Alarm::level).containsExactly(Alarm.Level.ALARM);
        restart();
        look(DUE.plus(Duration.ofHours(4)));
        assertThat(raised()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatComesTooLateBeforeAnybodyLookedIsAMissAllTheSame(Database database) {
        begin(database);
        at(() -> deadlines.met("amazon-us", "855", "4TESTPO1", DUE.plusSeconds(1)));
        assertThat(deadline().state()).isEqualTo(State.MISSED);
        assertThat(deadline().endedAt()).isEqualTo(DUE.plusSeconds(1));
        assertThat(raised()).extracting(Alarm::level).containsExactly(Alarm.Level.ALARM);
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatIsMovedBackTakesNothingBackAndRaisesNothingTwice(Database database) {
        begin(database);
        look(DUE.plusSeconds(1));
        restart();
        for (int hour = 0; hour <= 12; hour++) {
            look(START.plus(Duration.ofHours(hour)));
        }
        assertThat(raised()).hasSize(1);
        assertThat(open()).containsExactly(Alarm.Level.ALARM);
        assertThat(deadline().state()).isEqualTo(State.MISSED);
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatIsMovedForwardsSkipsNoHigherMark(Database database) {
        begin(database);
        look(START.plus(Duration.ofHours(1)));
        look(START.plus(Duration.ofHours(9)));
        look(START.plus(Duration.ofHours(2)));
        look(DUE);
        assertThat(raised()).extracting(Alarm::level).containsExactly(Alarm.Level.WARNING, Alarm.Level.ALARM);
    }

    @ParameterizedTest
    @EnumSource
    void twoHubsThatLookAtOnceRaiseOneAlarm(Database database) throws Exception {
        begin(database);
        ExecutorService hubs = Executors.newFixedThreadPool(2);
        Callable<Void> look = () -> {
            look(DUE.plusSeconds(5));
            return null;
        };
        hubs.invokeAll(List.of(look, look, look, look)).forEach(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(30)));
        hubs.shutdown();
        assertThat(raised()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theSameStartAgainChangesNothingAndAnotherDueTimeMovesIt(Database database) {
        begin(database);
        look(START.plus(Duration.ofHours(9)));
        at(() -> deadlines.start("amazon-us", "855", "4TESTPO1", "doc", START, DUE));
        look(START.plus(Duration.ofHours(9)));
        assertThat(raised()).hasSize(1);
        at(() -> deadlines.start("amazon-us", "855", "4TESTPO1", "doc", START, START.plus(Duration.ofHours(100))));
        assertThat(open()).isEmpty();
        look(START.plus(Duration.ofHours(9)));
        assertThat(open()).isEmpty();
        look(START.plus(Duration.ofHours(50)));
        assertThat(open()).containsExactly(Alarm.Level.NOTICE);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatHasEndedRunsAgainOnlyForSomethingNew(Database database) {
        begin(database);
        Instant met = START.plus(Duration.ofHours(1));
        at(() -> deadlines.met("amazon-us", "855", "4TESTPO1", met));
        at(() -> deadlines.start("amazon-us", "855", "4TESTPO1", "doc", START, DUE));
        assertThat(deadline().state()).isEqualTo(State.MET);
        at(() -> deadlines.start("amazon-us", "855", "4TESTPO1", "doc", met.plusSeconds(1), DUE));
        assertThat(deadline().state()).isEqualTo(State.RUNNING);
        at(() -> deadlines.cancel("amazon-us", "855", "4TESTPO1", DUE.plusSeconds(1)));
        look(DUE.plusSeconds(2));
        assertThat(deadline().state()).isEqualTo(State.CANCELLED);
        assertThat(raised()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsLearntTooLateIsMissedAtOnce(Database database) {
        begin(database);
        at(() -> deadlines.start("amazon-us", "856", "SHP1", "doc2", DUE, START));
        look(DUE);
        assertThat(alarms.find(Alarm.Kind.DEADLINE, "amazon-us", true, 10)).extracting(Alarm::subject).contains("SHP1");
    }
}
