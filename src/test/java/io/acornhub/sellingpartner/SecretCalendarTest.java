// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.MovableClock;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.routing.internal.SecretWatch;
import io.acornhub.partner.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The 180 days of a client secret, with a clock that is moved through them. */
class SecretCalendarTest {
    private static final Duration DAY = Duration.ofDays(1);
    @TempDir
    private Path folder;
    private final MovableClock clock = new MovableClock();
    private final Map<String, String> environment = new ConcurrentHashMap<>(Map.of("SECRET", "first"));
    private LocalDate issued;

    private SecretCalendar calendar(ClientDatabase database) {
        return new SecretCalendar(() -> List.of(new Connection("amazon-us-api", "amazon-us", "api", Region.NA, "ATVPDKIKX0DER",
            Region.NA.endpoint(), URI.create("https://api.amazon.com/auth/o2/token"), "env:ID", "env:SECRET", "env:REFRESH", issued,
            List.of(), Duration.ofSeconds(30), Map.of())), new Secrets(folder, environment::get), database.jdbc, clock);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @ParameterizedTest
    @MethodSource("io.acornhub.sellingpartner.ClientDatabase#kinds")
    void eachMarkIsRaisedOnceAndANewSecretClearsThem(String kind) {
        try (ClientDatabase database = ClientDatabase.of(kind, folder)) {
            Alarms alarms = new Alarms(database.jdbc);
            for (int day = 0; day <= 182; day++) {
                // a new process each day; and twice, as two processes or a restart would
                for (int i = 0; i < 2; i++) {
                    new SecretWatch(calendar(database), alarms, new TransactionTemplate(database.transactions), clock).run();
                }
                clock.move(DAY);
            }
            assertThat(alarms.find(Alarm.Kind.SECRET_EXPIRES, "amazon-us", true, 100)).extracting(Alarm::level)
                .containsExactly(Alarm.Level.ALARM, Alarm.Level.ALARM, Alarm.Level.WARNING, Alarm.Level.NOTICE);
            assertThat(alarms.find(Alarm.Kind.SECRET_EXPIRES, null, true, 100)).extracting(Alarm::words)
                .anySatisfy(words -> assertThat(words).containsPattern("runs out in (89|90) days")
                    .contains("counted from when the hub first saw it"))
                .anySatisfy(words -> assertThat(words).contains("ran out on ").contains("env:SECRET").doesNotContain("first."));
            environment.put("SECRET", "second");
            new SecretWatch(calendar(database), alarms, new TransactionTemplate(database.transactions), clock).run();
            assertThat(alarms.find(Alarm.Kind.SECRET_EXPIRES, null, true, 100)).isEmpty();
            assertThat(alarms.find(Alarm.Kind.SECRET_EXPIRES, null, false, 100)).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("io.acornhub.sellingpartner.ClientDatabase#kinds")
    void theDayOfThePartnerFileCountsUnlessItIsThatOfAnEarlierSecret(String kind) {
        try (ClientDatabase database = ClientDatabase.of(kind, folder)) {
            Instant first = clock.instant();
            assertThat(look(database).said()).isFalse();
            issued = today().minusDays(20);
            SecretAge said = look(database);
            assertThat(said.since()).isEqualTo(issued.atStartOfDay(ZoneOffset.UTC).toInstant());
            assertThat(said.daysLeft(first)).isBetween(159L, 160L);
            clock.move(DAY.multipliedBy(40));
            environment.put("SECRET", "second");
            SecretAge forgotten = look(database);
            assertThat(forgotten.said()).as("the file still has the day of the first secret").isFalse();
            assertThat(forgotten.since()).isAfter(first.plus(DAY.multipliedBy(39)));
            issued = today().minusDays(2);
            assertThat(look(database).said()).isTrue();
            assertThat(look(database).fingerprint()).isNotEqualTo(said.fingerprint()).doesNotContain("second");
        }
    }

    @ParameterizedTest
    @MethodSource("io.acornhub.sellingpartner.ClientDatabase#kinds")
    void aSecretThatIsNotThereIsAProblemAndNoAlarm(String kind) {
        try (ClientDatabase database = ClientDatabase.of(kind, folder)) {
            environment.clear();
            assertThat(look(database).problem()).contains("SECRET is not set");
            Alarms alarms = new Alarms(database.jdbc);
            new SecretWatch(calendar(database), alarms, new TransactionTemplate(database.transactions), clock).run();
            assertThat(alarms.find(null, null, false, 10)).isEmpty();
        }
    }

    private SecretAge look(ClientDatabase database) {
        return calendar(database).look().get(0);
    }
}
