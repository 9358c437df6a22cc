// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.DocumentType;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.CanonicalJson;
import io.acornhub.translation.CanonicalSchemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The canonical documents of a JSON file, which is one object or an array of them. */
final class JsonDocuments {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonDocuments() {
    }

    /**
     * Where an object lies.
     *
     * @param path what paths of faults begin with: {@code [2].} for the third of an array
     */
    record Slice(long offset, int length, String path) {
    }

    /** By its first character, or its name where it has none. */
    static boolean isJson(byte[] bytes, String fileName) {
        for (byte b : bytes) {
            if (b == '{' || b == '[') {
                return true;
            }
            if (b > ' ') {
                break;
            }
        }
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** @throws MappingFault where the file is not JSON from its begin to its end */
    static List<Slice> slices(byte[] bytes) {
        List<Slice> slices = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                slices.add(slice(parser, ""));
            } else if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    slices.add(slice(parser, "[" + slices.size() + "]."));
                }
            }
            boolean closed = first == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.END_ARRAY;
            if (!closed || slices.isEmpty() || parser.nextToken() != null) {
                throw new MappingFault(Fault.of(FaultCode.CANONICAL_INVALID, "The file must be one JSON object or an array of objects, each"
                    + " a canonical document (edi-mappings/canonical)."));
            }
            return slices;
        } catch (JsonProcessingException e) {
            throw notJson("", e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static Slice slice(JsonParser parser, String path) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return new Slice(from, Math.toIntExact(parser.currentLocation().getByteOffset() - from), path);
    }

    /**
     * The document, checked by its JSON Schema.
     *
     * @param allowed what may come from an ERP
     * @throws MappingFault with the path of everything that is wrong
     */
    static CanonicalDocument document(Slice slice, byte[] bytes, CanonicalSchemas schemas, Collection<DocumentType> allowed) {
        String json = new String(bytes, Math.toIntExact(slice.offset()), slice.length(), StandardCharsets.UTF_8);
        try {
            JsonNode tree = CanonicalJson.tree(json);
            DocumentType type = type(tree.path("type").asText(), slice, allowed);
            List<Fault> faults = schemas.check(type, tree);
            if (!faults.isEmpty()) {
                throw new MappingFault(faults.stream().map(fault -> Fault.onPath(fault.code(), slice.path() + fault.element(),
                    fault.value(), slice.path() + fault.text())).toList());
            }
            return CanonicalJson.read(json, type.record());
        } catch (JsonProcessingException e) {
            throw notJson(slice.path(), e);
        }
    }

    private static DocumentType type(String title, Slice slice, Collection<DocumentType> allowed) {
        return allowed.stream().filter(type -> type.title().equals(title)).findFirst().orElseThrow(() ->
            new MappingFault(Fault.onPath(FaultCode.CANONICAL_INVALID, slice.path() + "type", title, slice.path() + "type: '" + title
                + "' is no document that the hub takes from an ERP; there are "
                + allowed.stream().map(DocumentType::title).sorted().toList())));
    }

    static String purpose(String json) {
        try {
            JsonNode purpose = CanonicalJson.tree(json).get("purpose");
            return purpose == null ? null : purpose.asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private static MappingFault notJson(String path, JsonProcessingException e) {
        String at = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
        return new MappingFault(Fault.onPath(FaultCode.CANONICAL_INVALID, path.isEmpty() ? null : path, null, path
            + "The text cannot be read as JSON" + at + ": " + e.getOriginalMessage()), e);
    }
}
