// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The {@code schema.json} of a bundle that writes JSON: what its receiver takes. A template writes every member as a text; the
 * schema says which of them are numbers and booleans, and whether the whole may leave.
 */
public final class BodySchema {
    static final String NAME = "schema.json";

    private final Bundle bundle;
    private final SchemaCheck check;

    /** @throws CompileException naming file and reason where there is none or it cannot be used */
    BodySchema(Bundle bundle) throws CompileException {
        this.bundle = bundle;
        Path file = bundle.file(NAME);
        if (file == null) {
            throw new CompileException("mapping.yaml", 1, "a bundle that writes JSON needs a " + NAME, null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            check = new SchemaCheck(in, FaultCode.OUTGOING_INVALID, bundle.message());
        } catch (IOException | RuntimeException e) {
            throw new CompileException(NAME, 1, "the schema cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * What a template wrote, as its receiver wants it: UTF-8, empty members left out, numbers and booleans by the schema.
     *
     * @throws MappingFault TEMPLATE_ERROR for text that is no JSON, OUTGOING_INVALID for what the schema does not allow
     */
    public byte[] body(String written) {
        JsonNode body = typed(tree(written), check.text());
        List<Fault> faults = check.faults(body).stream().map(this::advised).toList();
        if (!faults.isEmpty()) {
            throw new MappingFault(faults);
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is wrong with a body as it stands. */
    public List<Fault> faults(byte[] body) {
        try {
            return check.faults(CanonicalJson.tree(new String(body, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            return List.of(Fault.of(FaultCode.JSON_UNREADABLE, bundle.id() + ": this is no JSON: " + e.getOriginalMessage()));
        }
    }

    private Fault advised(Fault fault) {
        return Fault.onPath(fault.code(), fault.element(), fault.value(), bundle.id() + ": " + fault.text()
            + (fault.value() == null ? "" : ", not \"" + fault.value() + "\"")
            + ". Correct the document where it was made, or the mapping (" + bundle.template() + "), and replay.");
    }

    private JsonNode tree(String written) {
        try {
            return CanonicalJson.filled(written);
        } catch (StreamReadException e) {
            throw CanonicalDocuments.noJson(bundle, written, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode typed(JsonNode value, JsonNode schema) {
        JsonNode rule = resolved(schema);
        if (value instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.replace(name, typed(object.get(name), rule.path("properties").path(name))));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, typed(array.get(i), rule.path("items")));
            }
        } else if (value.isTextual()) {
            return scalar(value, rule.path("type").asText());
        }
        return value;
    }

    /** A text that is not what the schema wants stays a text, for the check to name. */
    private static JsonNode scalar(JsonNode value, String type) {
        String text = value.asText().strip();
        if (type.equals("boolean") && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        if ((type.equals("integer") || type.equals("number")) && text.matches("-?[0-9]{1,40}([.][0-9]{1,40})?")) {
            BigDecimal number = new BigDecimal(PlainNumbers.plain(new BigDecimal(text)));
            return number.scale() > 0 ? DecimalNode.valueOf(number) : BigIntegerNode.valueOf(number.toBigIntegerExact());
        }
        return value;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        for (String ref = at.path("$ref").asText(); ref.startsWith("#/"); ref = at.path("$ref").asText()) {
            at = check.text().at(ref.substring(1));
        }
        return at;
    }
}
