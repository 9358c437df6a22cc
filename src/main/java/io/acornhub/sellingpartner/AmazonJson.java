// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads Amazon's JSON as it comes, not as its schemas say: numbers as numbers or text, words in any case, times without a zone
 * (UTC), fields that are not there. What cannot be read is null or nothing.
 */
public final class AmazonJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private AmazonJson() {
    }

    /** The document; an empty one where the bytes are no JSON. */
    public static JsonNode parse(byte[] bytes) {
        try {
            JsonNode read = bytes == null ? null : JSON.readTree(bytes);
            return read == null ? JSON.createObjectNode() : read;
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    /** Text or number at a path such as {@code itemStatus/0/amount}; null where nothing stands. */
    public static String text(JsonNode node, String path) {
        JsonNode found = at(node, path);
        return found.isValueNode() && !found.isNull() && !found.asText().isBlank() ? found.asText().strip() : null;
    }

    /** A word of a list, in capitals; null where nothing stands. */
    public static String word(JsonNode node, String path) {
        String text = text(node, path);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    public static BigDecimal number(JsonNode node, String path) {
        String text = text(node, path);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public static Instant time(JsonNode node, String path) {
        return instant(text(node, path));
    }

    /** A time in ISO 8601; without a zone it is UTC, without a time of day its beginning. */
    public static Instant instant(String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException noTime) {
                try {
                    return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                } catch (DateTimeParseException noDay) {
                    return null;
                }
            }
        }
    }

    /** The elements of a list at a path; none where there is no list. */
    public static List<JsonNode> list(JsonNode node, String path) {
        List<JsonNode> found = new ArrayList<>();
        at(node, path).forEach(found::add);
        return found;
    }

    public static JsonNode at(JsonNode node, String path) {
        return path.isEmpty() ? node : node.at("/" + path);
    }
}
