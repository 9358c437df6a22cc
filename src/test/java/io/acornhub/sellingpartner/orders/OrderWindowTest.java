// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderWindowTest {
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(30);

    @Test
    void aLookBeginsBeforeTheOneBefore() {
        assertThat(OrderWindow.next(NOW.minusSeconds(60), NOW, OVERLAP))
            .isEqualTo(new OrderWindow(NOW.minusSeconds(60).minus(OVERLAP), NOW, false));
    }

    @Test
    void afterAnOutageOfFourDaysOneWindowReachesThePresent() {
        OrderWindow window = OrderWindow.next(NOW.minus(Duration.ofDays(4)), NOW, OVERLAP);
        assertThat(window.until()).isEqualTo(NOW);
        assertThat(window.catchesUp()).isFalse();
    }

    @Test
    void afterALongOutageWindowsOfSevenDaysFollowEachOtherWithoutAHole() {
        Instant reached = NOW.minus(Duration.ofDays(40));
        List<OrderWindow> windows = new ArrayList<>();
        do {
            OrderWindow window = OrderWindow.next(reached, NOW, OVERLAP);
            assertThat(window.from()).isBeforeOrEqualTo(reached);
            assertThat(Duration.between(window.from(), window.until())).isLessThanOrEqualTo(Duration.ofDays(7));
            reached = window.until();
            windows.add(window);
        } while (windows.get(windows.size() - 1).catchesUp());
        assertThat(windows).hasSize(6);
        assertThat(reached).isEqualTo(NOW);
    }

    @Test
    void nothingOlderThanSixMonthsIsAskedFor() {
        OrderWindow window = OrderWindow.next(NOW.minus(Duration.ofDays(400)), NOW, OVERLAP);
        assertThat(window.from()).isAfter(Instant.parse("2025-09-20T12:00:00Z")).isBefore(Instant.parse("2025-09-21T12:00:00Z"));
        assertThat(window.catchesUp()).isTrue();
    }

    @Test
    void aClockThatWasPutBackAsksForNothingInTheFuture() {
        OrderWindow window = OrderWindow.next(NOW.plus(Duration.ofDays(3)), NOW, OVERLAP);
        assertThat(window).isEqualTo(new OrderWindow(NOW.minus(OVERLAP), NOW, false));
    }
}
