// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.acornhub.infoset.Node;
import java.io.IOException;

/** JSON into the light tree: objects are branches, arrays repeat their name, nulls are absent. */
public final class CanonicalTree {
    private static final JsonFactory FACTORY = new JsonFactory();

    private CanonicalTree() {
    }

    public static Node read(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            Node root = Node.branch("document", 0);
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
            value(parser, parser.nextToken(), name, into);
        }
    }

    private static void value(JsonParser parser, JsonToken token, String name, Node into) throws IOException {
        switch (token) {
            case START_OBJECT -> members(parser, into.add(Node.branch(name, 0)));
            case START_ARRAY -> {
                for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                    value(parser, item, name, into);
                }
            }
            case VALUE_NULL -> {
            }
            default -> into.add(Node.leaf(name, parser.getText(), 0));
        }
    }
}
