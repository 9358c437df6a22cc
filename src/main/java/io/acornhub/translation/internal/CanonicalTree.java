// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.acornhub.infoset.Node;
import java.io.IOException;

/** JSON into the light tree: objects are branches, arrays repeat their name and number it from 1, nulls are absent. */
public final class CanonicalTree {
    static final String ROOT = "document";
    private static final JsonFactory FACTORY = new JsonFactory();

    private CanonicalTree() {
    }

    public static Node read(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            Node root = Node.branch(ROOT, 0);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a canonical document is a JSON object");
            }
            members(parser, root);
            return root;
        }
    }

    private static void members(JsonParser parser, Node into) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            value(parser, parser.nextToken(), name, 0, into);
        }
    }

    private static void value(JsonParser parser, JsonToken token, String name, int item, Node into) throws IOException {
        switch (token) {
            case START_OBJECT -> members(parser, into.add(Node.branch(name, item)));
            case START_ARRAY -> {
                int next = 1;
                for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
                    value(parser, each, name, next++, into);
                }
            }
            case VALUE_NULL -> {
            }
            default -> into.add(Node.leaf(name, parser.getText(), item));
        }
    }
}
