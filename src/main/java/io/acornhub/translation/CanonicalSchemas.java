// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.acornhub.canonical.DocumentType;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of {@code edi-mappings/canonical}, one a canonical document and major version, read once. */
public final class CanonicalSchemas {
    private static final int MAJOR_VERSION = 1;
    private static final int DIGITS = 40;

    private final Map<DocumentType, JsonSchema> schemas = new EnumMap<>(DocumentType.class);
    private final List<String> problems = new ArrayList<>();

    /** @param folder {@code edi-mappings/canonical} */
    public CanonicalSchemas(Path folder) {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_PATH).build();
        for (DocumentType type : DocumentType.values()) {
            Path file = folder.resolve(type.title() + ".v" + MAJOR_VERSION + ".json");
            try (InputStream in = Files.newInputStream(file)) {
                JsonSchema schema = factory.getSchema(in, config);
                schema.initializeValidators();
                schemas.put(type, schema);
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
        JsonSchema schema = schemas.get(type);
        if (schema == null) {
            return List.of(Fault.of(FaultCode.CANONICAL_INVALID, "there is no usable JSON Schema for " + type.title()));
        }
        List<Fault> faults = new ArrayList<>();
        numbers(type, document, "", faults);
        if (!faults.isEmpty()) {
            return faults;
        }
        for (ValidationMessage violation : schema.validate(document)) {
            String path = violation.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
            JsonNode value = violation.getInstanceNode();
            faults.add(Fault.onPath(FaultCode.CANONICAL_INVALID, path,
                value == null || value.isContainerNode() ? null : value.asText(),
                type.title() + " " + (path.isEmpty() ? "(top)" : path) + ": "
                    + violation.getMessage().replaceFirst("^[^:]*: ", "")));
        }
        return faults;
    }

    /** Written out, 1e999999999 is a gigabyte of zeros; no amount or quantity of any trade needs the digits that are allowed. */
    private static void numbers(DocumentType type, JsonNode node, String path, List<Fault> faults) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
                faults.add(Fault.onPath(FaultCode.CANONICAL_INVALID, path, null, type.title() + " " + path + ": no number of more than "
                    + DIGITS + " digits is taken. Correct it where the document was made."));
            }
            return;
        }
        int index = 0;
        for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
            numbers(type, each, path + "[" + index++ + "]", faults);
        }
        node.fields().forEachRemaining(m -> numbers(type, m.getValue(), path.isEmpty() ? m.getKey() : path + "." + m.getKey(), faults));
    }
}
