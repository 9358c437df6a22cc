// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Amazon's answers as they really are, which is not always as its models say: enums in other capitals and values no model
 * knows, numbers as strings, times without a zone (taken as UTC), fields that are missing or null. Nothing here fails on a field;
 * what cannot be read is null, and its text is still there.
 */
public final class Lenient {
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();
    /** Seconds, fraction and zone may each be left out; zones as Z, +01:00, +0100 or +01. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd().optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
        .optionalStart().appendOffset("+HH", "Z").optionalEnd().toFormatter(Locale.ROOT);
    private static final String BETWEEN = "--";

    private Lenient() {
    }

    /** An answer whose body is no JSON object. */
    public static final class UnreadableAnswer extends RuntimeException {
        UnreadableAnswer(String message) {
            super(message);
        }
    }

    /** Two instants; either may be null where it cannot be read. */
    public record Window(Instant start, Instant end) {
    }

    /** @throws UnreadableAnswer an answer of 200 with such a body is to be asked for again */
    public static JsonNode read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // told below
        }
        throw new UnreadableAnswer("the answer is no JSON object, but begins " + begin(body));
    }

    private static String begin(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 80), StandardCharsets.UTF_8);
        return text.isEmpty() ? "with nothing" : "'" + text.replaceAll("\\s+", " ") + "'";
    }

    /** What an answer is about: its {@code payload} where it has one, else the answer itself. */
    public static JsonNode content(JsonNode answer) {
        JsonNode payload = field(answer, "payload");
        return payload.isObject() ? payload : answer;
    }

    /** A field by its name, in these capitals or else in any; missing where it is null too. */
    public static JsonNode field(JsonNode object, String name) {
        JsonNode exact = object.path(name);
        if (!exact.isMissingNode()) {
            return exact.isNull() ? JSON.missingNode() : exact;
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext();) {
            String other = names.next();
            if (other.equalsIgnoreCase(name) && !object.get(other).isNull()) {
                return object.get(other);
            }
        }
        return JSON.missingNode();
    }

    /** A field below fields. */
    public static JsonNode at(JsonNode object, String... path) {
        JsonNode at = object;
        for (String name : path) {
            at = field(at, name);
        }
        return at;
    }

    /** The members of a list; one object where a list belongs is a list of one, nothing is an empty one. */
    public static List<JsonNode> list(JsonNode object, String... path) {
        JsonNode list = at(object, path);
        if (!list.isArray()) {
            return list.isMissingNode() ? List.of() : List.of(list);
        }
        List<JsonNode> members = new ArrayList<>();
        list.forEach(member -> {
            if (!member.isNull()) {
                members.add(member);
            }
        });
        return members;
    }

    /** Text as it stands, numbers as text; null where there is none. */
    public static String text(JsonNode object, String... path) {
        JsonNode value = at(object, path);
        String text = value.isBigDecimal() ? value.decimalValue().toPlainString() : value.isValueNode() ? value.asText() : "";
        return text.isBlank() ? null : text.strip();
    }

    /** A decimal, as a number or as text; null where there is none. */
    public static BigDecimal decimal(JsonNode object, String... path) {
        String text = text(object, path);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A whole number, as a number or as text, 5.0 too; null where there is none. */
    public static Integer integer(JsonNode object, String... path) {
        BigDecimal number = decimal(object, path);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** True or false, as such or as text; null where there is neither. */
    public static Boolean flag(JsonNode object, String... path) {
        String text = text(object, path);
        return "true".equalsIgnoreCase(text) ? Boolean.TRUE : "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
    }

    public static Instant instant(JsonNode object, String... path) {
        return instant(text(object, path));
    }

    /** A time with a zone, or without one as UTC, or a day as its first moment in UTC; null where it is none of them. */
    public static Instant instant(String text) {
        if (text == null) {
            return null;
        }
        try {
            String stripped = text.strip();
            if (stripped.length() <= 10) {
                return LocalDate.parse(stripped).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            TemporalAccessor read = TIME.parseBest(stripped.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime offset ? offset.toInstant() : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code start--end}, as ship and delivery windows come; null where there is none. */
    public static Window window(JsonNode object, String... path) {
        String text = text(object, path);
        int between = text == null ? -1 : text.indexOf(BETWEEN);
        return between < 0 ? null : new Window(instant(text.substring(0, between)), instant(text.substring(between + BETWEEN.length())));
    }

    /** The constant of that name, without regard to capitals and to anything but letters and digits; empty where none is so called. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        return text == null ? Optional.empty()
            : Arrays.stream(type.getEnumConstants()).filter(c -> plain(c.name()).equals(plain(text))).findFirst();
    }

    /** Whether a value of an enum of Amazon's is this one. */
    public static boolean is(String value, String expected) {
        return value != null && plain(value).equals(plain(expected));
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    /** The token of the next page, wherever this API has it; null on the last page. */
    public static String nextToken(JsonNode answer) {
        JsonNode content = content(answer);
        for (JsonNode place : List.of(field(content, "pagination"), field(answer, "pagination"), content, answer)) {
            String token = text(place, "nextToken");
            if (token != null) {
                return token;
            }
        }
        return null;
    }
}
