// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.canonical.DocumentType;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.translation.internal.SchemaCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of {@code edi-mappings/canonical}, one a canonical document and major version, read once. */
public final class CanonicalSchemas {
    private static final int MAJOR_VERSION = 1;

    private final Map<DocumentType, SchemaCheck> schemas = new EnumMap<>(DocumentType.class);
    private final List<String> problems = new ArrayList<>();

    /** @param folder {@code edi-mappings/canonical} */
    public CanonicalSchemas(Path folder) {
        for (DocumentType type : DocumentType.values()) {
            Path file = folder.resolve(type.title() + ".v" + MAJOR_VERSION + ".json");
            try (InputStream in = Files.newInputStream(file)) {
                schemas.put(type, new SchemaCheck(in, FaultCode.CANONICAL_INVALID, type.title()));
            } catch (IOException | RuntimeException e) {
                problems.add(file + ":1: the schema cannot be used: " + e.getMessage());
            }
        }
    }

    public List<String> problems() {
        return problems;
    }

    /** @return CANONICAL_INVALID for every violation, with path and value; empty for a valid document */
    public List<Fault> check(DocumentType type, JsonNode document) {
        SchemaCheck schema = schemas.get(type);
        return schema == null
            ? List.of(Fault.of(FaultCode.CANONICAL_INVALID, "there is no usable JSON Schema for " + type.title()))
            : schema.faults(document);
    }
}
