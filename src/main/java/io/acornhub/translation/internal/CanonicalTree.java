// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.acornhub.infoset.Node;
import java.io.IOException;

/** JSON into the light tree: objects are branches, arrays repeat their name and number it from 1, nulls are absent. */
public final class CanonicalTree {
    /** What templates call canonical JSON. */
    static final String ROOT = "document";
    /** What they call the JSON of others. */
    public static final String JSON = "json";
    private static final JsonFactory FACTORY = new JsonFactory();

    private CanonicalTree() {
    }

    public static Node read(byte[] json) throws IOException {
        return read(ROOT, json);
    }

    /** @param root what templates call the document */
    public static Node read(String root, byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            Node tree = Node.branch(root, 0);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it does not begin with {");
            }
            members(parser, tree);
            if (parser.nextToken() != null) {
                throw new IOException("something follows its last }");
            }
            return tree;
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
