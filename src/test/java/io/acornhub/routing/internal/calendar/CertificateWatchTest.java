// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.MovableClock;
import io.acornhub.channel.Keys;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.partner.Configuration;
import io.acornhub.routing.CertificateCalendar;
import io.acornhub.routing.CertificateDay;
import io.acornhub.sellingpartner.ClientDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The last months of a certificate, with a clock that is moved through them. */
class CertificateWatchTest {
    private static final Duration DAY = Duration.ofDays(1);
    @TempDir
    private Path folder;
    private final MovableClock clock = new MovableClock();
    private final Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);

    private CertificateCalendar calendar(String more) throws IOException {
        Files.createDirectories(folder.resolve("config/partners"));
        Files.writeString(folder.resolve("config/partners/retailer.yaml"), """
            # SPDX-License-Identifier: Apache-2.0
            name: retailer
            identifiers:
              partner: {qualifier: ZZ, id: RETAILER, group: A}
              own: {qualifier: ZZ, id: ACME, group: A}
            channels:
              - name: as2
                type: as2
                settings: {ownId: ACME, partnerId: RETAILER}
                certificates:
                  - {owner: own, file: own.p12, password: env:PASSWORD}
                  - {owner: partner, file: partner.pem}
            """ + more + "agreements: []\n");
        Configuration configuration = Configuration.read(folder.resolve("config"), name -> null);
        assertThat(configuration.problems()).isEmpty();
        return new CertificateCalendar(configuration, Keys.certificates(folder), clock);
    }

    private void keys(String file, Instant begin, Instant end) {
        Keys keys = Keys.rsa(file, begin, end);
        if (file.endsWith(".p12")) {
            keys.own(folder, file);
        } else {
            keys.partner(folder, file);
        }
    }

    @ParameterizedTest
    @MethodSource("io.acornhub.sellingpartner.ClientDatabase#kinds")
    void eachMarkIsRaisedOnceAndASuccessorClearsThem(String kind) throws IOException {
        keys("own.p12", start.minus(DAY), start.plus(DAY.multipliedBy(1000)));
        keys("partner.pem", start.minus(DAY), start.plus(DAY.multipliedBy(100)));
        try (ClientDatabase database = ClientDatabase.of(kind, folder)) {
            Alarms alarms = new Alarms(database.jdbc);
            CertificateCalendar alone = calendar("");
            for (int day = 0; day <= 102; day++) {
                // a new process each day; and twice, as two processes or a restart would
                for (int i = 0; i < 2; i++) {
                    new CertificateWatch(alone, alarms, new TransactionTemplate(database.transactions), clock).run();
                }
                clock.move(DAY);
            }
            assertThat(alarms.find(Alarm.Kind.CERTIFICATE_EXPIRES, "retailer", true, 100)).extracting(Alarm::level)
                .containsExactly(Alarm.Level.ALARM, Alarm.Level.ALARM, Alarm.Level.WARNING, Alarm.Level.NOTICE);
            assertThat(alarms.find(Alarm.Kind.CERTIFICATE_EXPIRES, null, true, 100)).extracting(Alarm::words)
                .allSatisfy(words -> assertThat(words).startsWith("The partner's certificate partner.pem of retailer-as2 ")
                    .contains("there is no successor. Ask the partner for its new one"));
            keys("next.pem", start.plus(DAY.multipliedBy(80)), start.plus(DAY.multipliedBy(900)));
            CertificateCalendar changed = calendar("      - {owner: partner, file: next.pem, from: " + start.plus(DAY.multipliedBy(90))
                + "}\n");
            new CertificateWatch(changed, alarms, new TransactionTemplate(database.transactions), clock).run();
            assertThat(alarms.find(Alarm.Kind.CERTIFICATE_EXPIRES, null, true, 100)).isEmpty();
            assertThat(changed.look()).filteredOn(day -> day.entry().configured().file().equals("partner.pem")).singleElement()
                .satisfies(day -> assertThat(day.successor().configured().file()).isEqualTo("next.pem"))
                .satisfies(day -> assertThat(day.daysLeft(clock.instant())).isNegative());
        }
    }

    @ParameterizedTest
    @MethodSource("io.acornhub.sellingpartner.ClientDatabase#kinds")
    void oneThatHasASuccessorIsNoticedQuietlyAndOneThatCannotBeReadIsAnAlarm(String kind) throws IOException {
        keys("own.p12", start.minus(DAY), start.plus(DAY.multipliedBy(20)));
        keys("next.p12", start.minus(DAY), start.plus(DAY.multipliedBy(400)));
        try (ClientDatabase database = ClientDatabase.of(kind, folder)) {
            Alarms alarms = new Alarms(database.jdbc);
            CertificateCalendar calendar = calendar("      - {owner: own, file: next.p12, password: env:PASSWORD, from: "
                + start.plus(DAY.multipliedBy(10)) + "}\n");
            new CertificateWatch(calendar, alarms, new TransactionTemplate(database.transactions), clock).run();
            List<Alarm> raised = alarms.find(Alarm.Kind.CERTIFICATE_EXPIRES, null, true, 100);
            assertThat(raised).hasSize(2)
                .anySatisfy(a -> assertThat(a.words()).startsWith("Our own certificate own.p12 of retailer-as2 ends in ")
                    .contains("next.p12 is used from "))
                .anySatisfy(a -> assertThat(a.words()).startsWith("The partner's certificate partner.pem of retailer-as2 "
                    + "cannot be used: "));
            assertThat(raised).extracting(Alarm::level).containsExactlyInAnyOrder(Alarm.Level.NOTICE, Alarm.Level.ALARM);
            keys("partner.pem", start.minus(DAY), start.plus(DAY.multipliedBy(400)));
            new CertificateWatch(calendar, alarms, new TransactionTemplate(database.transactions), clock).run();
            assertThat(alarms.find(Alarm.Kind.CERTIFICATE_EXPIRES, null, true, 100)).hasSize(1);
            assertThat(calendar.look()).extracting(CertificateDay::connection).containsOnly("retailer-as2");
        }
    }
}
