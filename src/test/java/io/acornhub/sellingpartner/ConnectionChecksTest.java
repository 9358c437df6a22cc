// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.MovableClock;
import io.acornhub.partner.Partner;
import io.acornhub.sellingpartner.ConnectionCheck.Result;
import io.acornhub.sellingpartner.internal.ConnectionChecks;
import io.acornhub.partner.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What depends on the clock and on hosts in the checks of a connection. */
class ConnectionChecksTest {
    private static final Partner NOTHING_AGREED = new Partner("amazon-us", "Amazon", true, "P", ZoneId.of("UTC"), null, List.of(), null,
        null, List.of(), null, Map.of(), List.of(), List.of());
    private final AmazonStub amazon = new AmazonStub();
    private final ClientKit kit = new ClientKit(amazon.uri());

    @AfterEach
    void stop() {
        kit.close();
        amazon.close();
    }

    private ConnectionCheck check(Connection connection, MovableClock clock, String name) {
        return new ConnectionChecks(new Secrets(Path.of(""), kit.environment::get), kit.tokens, kit.wire, kit.client, clock)
            .of(connection, NOTHING_AGREED).stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    private Connection with(URI endpoint, String marketplace, LocalDate issued) {
        Connection c = kit.connection();
        return new Connection(c.name(), c.partner(), c.channel(), c.region(), marketplace, endpoint, c.tokenEndpoint(), c.clientId(),
            c.clientSecret(), c.refreshToken(), issued, c.vendorCodes(), c.timeout(), c.settings());
    }

    @Test
    void aClockThatIsOffIsSeenByAmazonsTime() {
        assertThat(check(kit.connection(), kit.clock, "clock").result()).isEqualTo(Result.OK);
        kit.clock.move(Duration.ofMinutes(-10));
        assertThat(check(kit.connection(), kit.clock, "clock")).satisfies(c -> {
            assertThat(c.result()).isEqualTo(Result.WARN);
            assertThat(c.words()).startsWith("this machine's clock is off by PT-");
            assertThat(c.todo()).startsWith("set it by a time server");
        });
    }

    @Test
    void theAgeOfTheSecretIsJudgedByTheDayItWasMade() {
        LocalDate today = kit.clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        assertThat(age(today.minusDays(10))).isEqualTo(Result.OK);
        assertThat(age(today.minusDays(160))).isEqualTo(Result.WARN);
        assertThat(age(today.minusDays(182))).isEqualTo(Result.FAILED);
        assertThat(age(null)).isEqualTo(Result.WARN);
    }

    private Result age(LocalDate issued) {
        return check(with(amazon.uri(), "ATVPDKIKX0DER", issued), kit.clock, "secret age").result();
    }

    @Test
    void aMarketplaceThatIsNotKnownIsAWarning() {
        assertThat(check(with(amazon.uri(), "A000000000000", null), kit.clock, "region").result()).isEqualTo(Result.WARN);
        assertThat(check(with(amazon.uri(), "A1PA6795UKMFR9", null), kit.clock, "region").words())
            .isEqualTo("A1PA6795UKMFR9 belongs to EU, and region is NA");
    }
}
