// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When it is told that something runs out, be it a secret or a certificate: days that are left, most urgent first. */
public enum ExpiryMark {
    PASSED(0, Alarm.Level.ALARM), WEEK(7, Alarm.Level.ALARM), MONTH(30, Alarm.Level.WARNING), QUARTER(90, Alarm.Level.NOTICE);

    private final int days;
    private final Alarm.Level level;

    ExpiryMark(int days, Alarm.Level level) {
        this.days = days;
        this.level = level;
    }

    /** The most urgent mark that has been passed; empty while there is more time than all of them. */
    public static Optional<ExpiryMark> passed(Instant end, Instant now) {
        return Stream.of(values()).filter(m -> !end.minus(Duration.ofDays(m.days)).isAfter(now)).findFirst();
    }

    public int days() {
        return days;
    }

    public Alarm.Level level() {
        return level;
    }
}
