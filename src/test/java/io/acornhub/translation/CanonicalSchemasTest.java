// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.canonical.DocumentType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published JSON Schemas and the records say the same. */
class CanonicalSchemasTest {

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void everyPropertyIsAComponentOfTheRecordInTheSameOrderAndDescribed(DocumentType type) throws Exception {
        JsonNode schema = CanonicalJson.tree(
            TranslationKit.text(TranslationKit.MAPPINGS.resolve("canonical/" + type.title() + ".v1.json")));

        assertThat(differences(type.title(), schema, type.record())).isEmpty();
    }

    private static List<String> differences(String path, JsonNode schema, Class<?> record) {
        List<String> differences = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        List<String> components = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.add(component.getName());
            JsonNode property = schema.path("properties").path(component.getName());
            String place = path + "." + component.getName();
            if (property.path("description").asText().length() < 4) {
                differences.add(place + " has no description");
            }
            Class<?> inner = recordIn(component.getGenericType());
            if (inner != null) {
                differences.addAll(differences(place, property.has("items") ? property.path("items") : property, inner));
            }
        }
        if (!properties.equals(components)) {
            differences.add(path + " has properties " + properties + ", the record " + components);
        }
        boolean open = schema.path("additionalProperties").asBoolean(true);
        if (open) {
            differences.add(path + " allows other properties");
        }
        return differences;
    }

    private static Class<?> recordIn(Type type) {
        Type inner = type instanceof ParameterizedType generic && !generic.getRawType().equals(Map.class)
            ? generic.getActualTypeArguments()[0] : type;
        return inner instanceof Class<?> found && found.isRecord() ? found : null;
    }
}
