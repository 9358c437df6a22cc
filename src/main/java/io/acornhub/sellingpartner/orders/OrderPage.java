// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer to {@code getPurchaseOrders}, or to {@code getPurchaseOrder}, which holds one order: where each order's object lies in
 * its bytes, and the token of the next page.
 *
 * @param nextToken opaque; null on the last page
 */
public record OrderPage(List<SeenOrder> orders, String nextToken) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** @throws MappingFault where the bytes are no JSON from begin to end, or hold no payload */
    public static OrderPage read(byte[] bytes) {
        List<SeenOrder> orders = new ArrayList<>();
        String[] token = new String[1];
        boolean payload = false;
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable("", "The answer is no JSON object.");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isPayload = "payload".equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (isPayload && value == JsonToken.START_OBJECT) {
                    payload = true;
                    payload(parser, bytes, orders, token);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw unreadable("", "The answer goes on behind its end.");
            }
        } catch (JsonProcessingException e) {
            throw unreadable(" at byte " + (e.getLocation() == null ? 0 : e.getLocation().getByteOffset()), e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        if (!payload) {
            throw unreadable("", "It has no payload.");
        }
        return new OrderPage(List.copyOf(orders), token[0] == null || token[0].isBlank() ? null : token[0]);
    }

    private static void payload(JsonParser parser, byte[] bytes, List<SeenOrder> orders, String[] token) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        boolean single = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if ("orders".equals(name) && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    long begin = parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    // Text is read up to its end only when somebody asks.
                    parser.finishToken();
                    orders.add(SeenOrder.read(bytes, begin, parser.currentLocation().getByteOffset(), orders.size() + 1));
                }
            } else if ("pagination".equals(name) && value == JsonToken.START_OBJECT) {
                token[0] = next(parser);
            } else {
                single |= "purchaseOrderNumber".equals(name);
                parser.skipChildren();
            }
        }
        if (single) {
            orders.add(SeenOrder.read(bytes, from, parser.currentLocation().getByteOffset(), 1));
        }
    }

    private static String next(JsonParser parser) throws IOException {
        String token = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = "nextToken".equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (wanted && value == JsonToken.VALUE_STRING) {
                token = parser.getText();
            }
            parser.skipChildren();
        }
        return token;
    }

    private static MappingFault unreadable(String where, String why) {
        return new MappingFault(Fault.of(FaultCode.JSON_UNREADABLE, "The answer of getPurchaseOrders cannot be read" + where + ": " + why
            + " It is kept as it came; the same days are asked for again."));
    }
}
