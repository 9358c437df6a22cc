// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Camel's own schema of its YAML language, out of the Camel version that the hub runs with. */
final class RouteSchema {
    private static final String DEFINITIONS = "/items/definitions/";
    /** What a route may compute: no more than this, so that logic stays where it is tested. */
    private static final Set<String> ALLOWED = Set.of("simple", "constant", "method", "ref", "header",
        "exchangeProperty", "variable");
    private final JsonNode text;
    private final JsonSchema schema;

    RouteSchema() {
        try (InputStream in = RouteSchema.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            text = new ObjectMapper().readTree(in);
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> problems(RouteFile file) {
        return schema.validate(file.whole()).stream().map(ValidationMessage::getMessage).sorted().toList();
    }

    /** Every expression language that Camel knows and routes must not use. */
    Set<String> bannedLanguages() {
        Set<String> banned = new LinkedHashSet<>();
        text.at(DEFINITIONS + "org.apache.camel.model.language.ExpressionDefinition/properties").fieldNames()
            .forEachRemaining(banned::add);
        banned.removeAll(ALLOWED);
        banned.add("script");
        return banned;
    }
}
