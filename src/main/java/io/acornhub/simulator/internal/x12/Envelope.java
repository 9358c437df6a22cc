// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

import io.acornhub.simulator.EdiPartnerSettings;
import io.acornhub.simulator.EdiPartnerSettings.Separators;
import io.acornhub.simulator.EdiPartnerSettings.Side;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes interchanges with one group each, from Amazon to the vendor. A separator that stands in data becomes a blank: X12 has no
 * way to write it.
 */
public final class Envelope {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);
    private static final long NUMBERS = 999_999_999;
    private final EdiPartnerSettings settings;
    private final Separators separators;
    private final AtomicLong numbers;

    /** @param first the first control number of interchanges and groups; it is counted up, and from 999999999 to 1 */
    public Envelope(EdiPartnerSettings settings, long first) {
        this.settings = settings;
        this.separators = settings.separators();
        this.numbers = new AtomicLong(first);
    }

    /** What was written: the bytes and GS06, which is ISA13 as a number. */
    public record Written(byte[] bytes, String control) {
    }

    /**
     * One interchange with one group.
     *
     * @param group GS01
     * @param release GS08; {@code 005010} makes ISA12 00501, else it is 00400
     * @param sets each the segments between ST and SE
     */
    public Written write(String group, String release, String code, List<List<X12Segment>> sets, Instant at) {
        long number = numbers.getAndUpdate(n -> n >= NUMBERS ? 1 : n + 1);
        boolean newer = release.startsWith("00501");
        StringBuilder out = new StringBuilder();
        isa(out, number, newer, at);
        segment(out, X12Segment.of("GS", group, settings.amazon().group(), settings.vendor().group(), DAY.format(at), TIME.format(at),
            number, "X", release));
        int set = 0;
        for (List<X12Segment> segments : sets) {
            String control = String.format("%04d", ++set);
            segment(out, X12Segment.of("ST", code, control));
            segments.forEach(segment -> segment(out, segment));
            segment(out, X12Segment.of("SE", segments.size() + 2, control));
        }
        segment(out, X12Segment.of("GE", set, number));
        segment(out, X12Segment.of("IEA", 1, String.format("%09d", number)));
        return new Written(out.toString().getBytes(StandardCharsets.ISO_8859_1), Long.toString(number));
    }

    /**
     * An interchange that answers another one's envelope.
     *
     * @param code TA105, such as 025: the interchange came before
     */
    public Written technical(X12Interchange of, String verdict, String code, Instant at) {
        long number = numbers.getAndUpdate(n -> n >= NUMBERS ? 1 : n + 1);
        StringBuilder out = new StringBuilder();
        isa(out, number, false, at);
        segment(out, X12Segment.of("TA1", of.control(), of.header().get(9), of.header().get(10), verdict, code));
        segment(out, X12Segment.of("IEA", 0, String.format("%09d", number)));
        return new Written(out.toString().getBytes(StandardCharsets.ISO_8859_1), Long.toString(number));
    }

    private void isa(StringBuilder out, long number, boolean newer, Instant at) {
        char e = separators.element();
        out.append("ISA").append(e).append("00").append(e).append(" ".repeat(10)).append(e).append("00").append(e)
            .append(" ".repeat(10));
        for (Side side : List.of(settings.amazon(), settings.vendor())) {
            out.append(e).append(side.qualifier()).append(e).append(String.format("%-15s", side.id()));
        }
        out.append(e).append(SHORT_DAY.format(at)).append(e).append(TIME.format(at)).append(e)
            .append(newer ? separators.repetition() : 'U').append(e).append(newer ? "00501" : "00400").append(e)
            .append(String.format("%09d", number)).append(e).append('0').append(e).append(settings.usage()).append(e)
            .append(separators.component());
        end(out);
    }

    private void segment(StringBuilder out, X12Segment segment) {
        out.append(segment.tag());
        segment.elements().forEach(element -> out.append(separators.element()).append(clean(element)));
        end(out);
    }

    private void end(StringBuilder out) {
        out.append(separators.segment()).append(separators.lineBreak() ? "\n" : "");
    }

    private String clean(String text) {
        return text.replace(separators.element(), ' ').replace(separators.component(), ' ').replace(separators.segment(), ' ')
            .replace(separators.repetition(), ' ').replaceAll("\\p{Cntrl}", " ");
    }
}
