// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import io.acornhub.interchange.Document;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file of a story says today: {@code @GROUP@} and {@code @SET@} stand for the control numbers under which the awaited document
 * left, {@code @DAY-1@} for yesterday as CCYYMMDD, {@code @TIME+6@} for this moment six days ahead.
 */
final class StoryText {
    private static final Pattern DAY = Pattern.compile("@DAY([+-][0-9]+)@");
    private static final Pattern TIME = Pattern.compile("@TIME([+-][0-9]+)@");

    private StoryText() {
    }

    static String of(String text, Optional<Document> awaited, Instant now, ZoneId zone) {
        String told = awaited.filter(d -> d.groupControl() != null && d.setControl() != null)
            .map(d -> text.replace("@GROUP@", d.groupControl()).replace("@SET@", d.setControl())).orElse(text);
        LocalDate today = LocalDate.ofInstant(now, zone);
        told = DAY.matcher(told).replaceAll(m -> today.plusDays(Long.parseLong(m.group(1))).format(DateTimeFormatter.BASIC_ISO_DATE));
        return TIME.matcher(told).replaceAll(m -> now.truncatedTo(ChronoUnit.SECONDS).plus(Long.parseLong(m.group(1)), ChronoUnit.DAYS)
            .toString());
    }
}
