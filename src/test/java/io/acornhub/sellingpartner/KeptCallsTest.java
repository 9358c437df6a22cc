// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.MovableClock;
import io.acornhub.sellingpartner.KeptCall.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

class KeptCallsTest {
    @TempDir
    private Path folder;
    private final MovableClock clock = new MovableClock();

    private KeptCall call(String subject, Outcome outcome, Integer status, Instant at) {
        return new KeptCall("amazon-us-api", "getPurchaseOrder", "GET", "/vendor/orders/v1/purchaseOrders/" + subject, subject, 1, at, 7,
            status, status == null ? null : "r-" + subject, status == null ? null : new BigDecimal("0.016700"), outcome, null);
    }

    @ParameterizedTest
    @MethodSource("io.acornhub.sellingpartner.ClientDatabase#kinds")
    void callsAreKeptWhateverBecomesOfTheCallersTransactionAndAreFound(String kind) {
        try (ClientDatabase database = ClientDatabase.of(kind, folder)) {
            KeptCalls calls = new KeptCalls(database.jdbc, database.transactions, clock, Duration.ofDays(30));
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            KeptCall first = call("2WX4R7KT", Outcome.ANSWERED, 200, at);
            new TransactionTemplate(database.transactions).executeWithoutResult(status -> {
                calls.keep(first);
                status.setRollbackOnly();
            });
            calls.keep(call("OTHER", Outcome.UNAVAILABLE, null, at.plusSeconds(1)));
            assertThat(calls.latest("amazon-us-api", "getPurchaseOrder", "2WX4R7KT", 10)).containsExactly(first);
            assertThat(calls.latest("amazon-us-api", null, null, 1)).extracting(KeptCall::subject).containsExactly("OTHER");
            assertThat(calls.latest("other", null, null, 10)).isEmpty();
            assertThat(calls.counts("amazon-us-api", at.minusSeconds(1))).containsExactlyInAnyOrder(
                new KeptCalls.Count("getPurchaseOrder", Outcome.ANSWERED, 200, 1, at),
                new KeptCalls.Count("getPurchaseOrder", Outcome.UNAVAILABLE, null, 1, at.plusSeconds(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("io.acornhub.sellingpartner.ClientDatabase#kinds")
    void whatIsOlderThanTheSettingGoes(String kind) {
        try (ClientDatabase database = ClientDatabase.of(kind, folder)) {
            KeptCalls calls = new KeptCalls(database.jdbc, database.transactions, clock, Duration.ofDays(30));
            calls.keep(call("OLD", Outcome.ANSWERED, 200, clock.instant()));
            clock.move(Duration.ofDays(29));
            calls.keep(call("LATER", Outcome.ANSWERED, 200, clock.instant()));
            assertThat(calls.latest("amazon-us-api", null, null, 10)).hasSize(2);
            clock.move(Duration.ofDays(2));
            calls.keep(call("NEW", Outcome.ANSWERED, 200, clock.instant()));
            assertThat(calls.latest("amazon-us-api", null, null, 10)).extracting(KeptCall::subject).containsExactly("NEW", "LATER");
        }
    }

    @ParameterizedTest
    @MethodSource("io.acornhub.sellingpartner.ClientDatabase#kinds")
    void longTextIsCutAndADatabaseThatFailsDoesNotFailTheCall(String kind) {
        try (ClientDatabase database = ClientDatabase.of(kind, folder)) {
            KeptCalls calls = new KeptCalls(database.jdbc, database.transactions, clock, Duration.ofDays(30));
            String nul = "a\0b";
            calls.keep(new KeptCall("amazon-us-api", "getPurchaseOrders", "GET", "/p?nextToken=" + "x".repeat(5000), nul, 1,
                clock.instant(), 7, 400, "r", null, Outcome.REFUSED, "w".repeat(5000)));
            assertThat(calls.latest("amazon-us-api", null, null, 10)).singleElement().satisfies(k -> {
                assertThat(k.target()).hasSize(1000);
                assertThat(k.words()).hasSize(1000);
            });
            database.jdbc.execute("drop table sp_call");
            calls.keep(call("2WX4R7KT", Outcome.ANSWERED, 200, clock.instant()));
        }
    }
}
