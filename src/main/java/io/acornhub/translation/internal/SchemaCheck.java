// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One JSON Schema, compiled; what violates it becomes faults with the path in the document. */
public final class SchemaCheck {
    private static final int DIGITS = 40;
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().pathType(PathType.JSON_PATH).build();

    private final JsonSchema schema;
    private final FaultCode code;
    private final String title;

    /**
     * @param code what a violation is
     * @param title what the document is called in words
     * @throws RuntimeException for text that is no JSON Schema
     */
    public SchemaCheck(InputStream text, FaultCode code, String title) {
        this.schema = FACTORY.getSchema(text, CONFIG);
        this.schema.initializeValidators();
        this.code = code;
        this.title = title;
    }

    /** The schema as JSON. */
    JsonNode text() {
        return schema.getSchemaNode();
    }

    /** A fault for every violation, with path and value; empty for a valid document. */
    public List<Fault> faults(JsonNode document) {
        List<Fault> faults = new ArrayList<>();
        numbers(document, "", faults);
        if (!faults.isEmpty()) {
            return faults;
        }
        for (ValidationMessage violation : schema.validate(document)) {
            String path = violation.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
            JsonNode value = violation.getInstanceNode();
            faults.add(Fault.onPath(code, path, value == null || value.isContainerNode() ? null : value.asText(),
                title + " " + (path.isEmpty() ? "(top)" : path) + ": " + violation.getMessage().replaceFirst("^[^:]*: ", "")));
        }
        return faults;
    }

    /** Written out, 1e999999999 is a gigabyte of zeros; no amount or quantity of any trade needs the digits that are allowed. */
    private void numbers(JsonNode node, String path, List<Fault> faults) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
                faults.add(Fault.onPath(code, path, null, title + " " + path + ": no number of more than " + DIGITS
                    + " digits is taken. Correct it where the document was made."));
            }
            return;
        }
        int index = 0;
        for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
            numbers(each, path + "[" + index++ + "]", faults);
        }
        node.fields().forEachRemaining(m -> numbers(m.getValue(), path.isEmpty() ? m.getKey() : path + "." + m.getKey(), faults));
    }
}
