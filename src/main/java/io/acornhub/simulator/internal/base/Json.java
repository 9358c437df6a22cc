// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** JSON as the simulator reads and writes it: numbers as decimals, no key twice, instants in UTC. */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
        .optionalStart().appendOffset("+HHmm", "Z").optionalEnd().toFormatter(Locale.ROOT);

    private Json() {
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** @throws Problem 400 when the bytes are no JSON */
    public static JsonNode read(byte[] bytes) {
        try {
            JsonNode node = bytes.length == 0 ? null : MAPPER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw Problem.invalid("The request has no body.");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Problem(400, "InvalidInput", "The request body is not JSON.", String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text at a path of names below, or null. */
    public static String text(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at.isValueNode() && !at.isNull() ? at.asText() : null;
    }

    /** The decimal at a path, written as text or number, or null. */
    public static BigDecimal decimal(JsonNode node, String... path) {
        String text = text(node, path);
        return text == null ? null : new BigDecimal(text);
    }

    /** An ISO 8601 time with an offset, without one (UTC) or a date alone (its midnight in UTC); null for null and for what is none. */
    public static Instant instant(String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            TemporalAccessor read = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime zoned ? zoned.toInstant() : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
