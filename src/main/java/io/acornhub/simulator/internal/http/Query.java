// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The parameters of a call, read strictly: what is not as it should be is a 400. */
public final class Query {
    private final Map<String, String> values;

    /** From included, to excluded. */
    public record Window(Instant from, Instant to) {
        public boolean holds(Instant time) {
            return time != null && !time.isBefore(from) && time.isBefore(to);
        }
    }

    public Query(Call call) {
        this.values = call.query();
    }

    /** The text, or null. */
    public String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** One of the words, or null. */
    public String word(String name, String... allowed) {
        String value = text(name);
        if (value != null && !Arrays.asList(allowed).contains(value)) {
            throw Problem.invalid("Value '" + value + "' of parameter " + name + " is none of " + List.of(allowed) + ".");
        }
        return value;
    }

    public boolean flag(String name, boolean otherwise) {
        String value = word(name, "true", "false");
        return value == null ? otherwise : value.equals("true");
    }

    public int limit(int most) {
        String value = text("limit");
        if (value == null) {
            return most;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw Problem.invalid("Parameter limit must be from 1 to " + most + ".");
        }
        return Integer.parseInt(value);
    }

    /** A time, or null. */
    public Instant time(String name) {
        String value = text(name);
        Instant time = Json.instant(value);
        if (value != null && time == null) {
            throw new Problem(400, "InvalidRequest", "The request is invalid.", "Parameter " + name + " is no ISO 8601 time.");
        }
        return time;
    }

    /**
     * A span of times, or null when neither end is given. An end that is missing is now, a start that is missing as early as allowed.
     *
     * @param most the longest span allowed; null: any
     * @param now for the six months that Amazon looks back
     */
    public Window window(String after, String before, Duration most, Instant now) {
        Instant from = time(after);
        Instant to = time(before);
        if (from == null && to == null) {
            return null;
        }
        to = to == null ? now.isAfter(from) ? now.plusMillis(1) : from : to;
        if (from == null) {
            from = most == null ? Instant.EPOCH : to.minus(most);
        }
        if (from.isAfter(to)) {
            throw Problem.invalid(after + " must not be later than " + before + ".");
        }
        if (most != null) {
            if (Duration.between(from, to).minusMillis(1).compareTo(most) > 0) {
                throw Problem.invalid("From " + after + " to " + before + " there may be at most " + most.toDays() + " days.");
            }
            if (from.isBefore(now.atZone(ZoneOffset.UTC).minusMonths(6).toInstant())) {
                throw Problem.invalid(after + " must be within the last 6 months.");
            }
        }
        return new Window(from, to);
    }
}
