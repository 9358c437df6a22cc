// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * One order in a page, as far as telling its versions apart needs it; its content is read by the mapping.
 *
 * @param ordinal in its page, from 1
 * @param offset in bytes of its object in the page
 * @param poNumber null where it has none that the register can hold
 * @param changedAt {@code purchaseOrderChangedDate}, UTC where it has no zone; null before the first change
 * @param vendorCode of the selling party; null where it names none
 * @param hash of the content, the changed date included: the same for any order of members, and whatever state our own
 *             acknowledgment gave it
 */
public record SeenOrder(int ordinal, long offset, int length, String poNumber, Instant changedAt, String vendorCode, String hash) {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_CODE = 20;
    /** What an acknowledgment of ours moves. */
    private static final Set<String> OURS = Set.of("purchaseOrderState", "purchaseOrderStateChangedDate");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static SeenOrder read(byte[] bytes, long from, long to, int ordinal) throws IOException {
        int length = Math.toIntExact(to - from);
        JsonNode order = JSON.readTree(bytes, Math.toIntExact(from), length);
        JsonNode details = order.path("orderDetails");
        String number = text(order.path("purchaseOrderNumber"), LONGEST_NUMBER);
        return new SeenOrder(ordinal, from, length, number, instant(details.path("purchaseOrderChangedDate").asText("")),
            text(details.path("sellingParty").path("partyId"), LONGEST_CODE), hash(order));
    }

    /** What tells this version from all others of a connection. */
    public String key() {
        return (poNumber == null ? "" : poNumber) + "|" + hash;
    }

    private static String text(JsonNode value, int longest) {
        String text = value.isValueNode() ? value.asText().strip() : "";
        return text.isEmpty() || text.length() > longest || "null".equals(text) ? null : text;
    }

    /** Amazon's dates mostly have a zone; one without is UTC. */
    static Instant instant(String text) {
        try {
            return text.isBlank() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return withoutZone(text);
        }
    }

    private static Instant withoutZone(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String hash(JsonNode order) {
        StringBuilder sorted = new StringBuilder();
        sorted(order, sorted);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(sorted.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Members by name, absent and null ones alike left out. */
    private static void sorted(JsonNode node, StringBuilder to) {
        if (node.isObject()) {
            Set<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            to.append('{');
            for (String name : names) {
                if (!OURS.contains(name) && !node.get(name).isNull()) {
                    quoted(name, to);
                    to.append(':');
                    sorted(node.get(name), to);
                    to.append(',');
                }
            }
            to.append('}');
        } else if (node.isArray()) {
            to.append('[');
            for (JsonNode element : node) {
                sorted(element, to);
                to.append(',');
            }
            to.append(']');
        } else if (node.isTextual()) {
            quoted(node.textValue(), to);
        } else {
            to.append(node.asText());
        }
    }

    private static void quoted(String text, StringBuilder to) {
        to.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, to);
        to.append('"');
    }
}
