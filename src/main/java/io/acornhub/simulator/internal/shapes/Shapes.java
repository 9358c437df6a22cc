// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of request bodies, read from {@code simulator/requests.yaml}. The check is as strict as Amazon's gateway: types are not
 * converted, a field that nobody knows is refused, and a word is one of the enumeration's, in its case.
 */
public final class Shapes {
    private static final Pattern LIMITED = Pattern.compile("text\\((\\d+)\\)");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Map<String, Map<String, Map<String, Field>>> APIS = read();

    private record Field(String type, boolean required) {
    }

    /**
     * What a check found besides errors.
     *
     * @param wrongCase places of words that are right but for their case; errors too unless that is allowed
     */
    public record Findings(List<String> wrongCase) {
    }

    private final boolean wrongCaseAllowed;
    private final List<ApiError> errors = new ArrayList<>();
    private final List<String> wrongCase = new ArrayList<>();
    private final Map<String, Map<String, Field>> types;

    private Shapes(Map<String, Map<String, Field>> types, boolean wrongCaseAllowed) {
        this.types = types;
        this.wrongCaseAllowed = wrongCaseAllowed;
    }

    /**
     * Checks a body.
     *
     * @param api {@code orders}, {@code shipments} or {@code invoices}
     * @throws Problem 400 with an error for each fault
     */
    public static Findings check(String api, String type, JsonNode body, boolean wrongCaseAllowed) {
        Shapes check = new Shapes(APIS.get(api), wrongCaseAllowed);
        check.value(type, body, "body");
        if (!check.errors.isEmpty()) {
            throw new Problem(400, check.errors);
        }
        return new Findings(List.copyOf(check.wrongCase));
    }

    private void value(String type, JsonNode node, String path) {
        if (type.startsWith("[")) {
            if (!node.isArray()) {
                wrong(path, "a list");
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                value(type.substring(1, type.length() - 1), node.get(i), path + "[" + i + "]");
            }
        } else if (types.containsKey(type)) {
            object(type, node, path);
        } else if (type.contains("|") || Character.isUpperCase(type.charAt(0))) {
            word(type, node, path);
        } else {
            simple(type, node, path);
        }
    }

    private void object(String type, JsonNode node, String path) {
        if (!node.isObject()) {
            wrong(path, "an object");
            return;
        }
        Map<String, Field> fields = types.get(type);
        fields.forEach((name, field) -> {
            JsonNode value = node.get(name);
            if (value == null && field.required()) {
                error("The content of element '" + path + "' is not complete: '" + name + "' is expected.");
            } else if (value != null) {
                value(field.type(), value, path + "." + name);
            }
        });
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.containsKey(name)) {
                error("Element '" + path + "." + name + "' is not known. Known are " + new TreeSet<>(fields.keySet()) + ".");
            }
        });
    }

    private void word(String type, JsonNode node, String path) {
        List<String> words = List.of(type.split("\\|"));
        if (node.isTextual() && words.contains(node.asText())) {
            return;
        }
        if (wrongCaseAllowed && node.isTextual() && words.stream().anyMatch(w -> w.equalsIgnoreCase(node.asText()))) {
            wrongCase.add(path);
            return;
        }
        error("Value '" + node.asText() + "' of element '" + path + "' must be one of " + words + ".");
    }

    private void simple(String type, JsonNode node, String path) {
        Matcher limited = LIMITED.matcher(type);
        if (limited.matches()) {
            if (!node.isTextual() || node.asText().length() > Integer.parseInt(limited.group(1))) {
                wrong(path, "a string of at most " + limited.group(1) + " characters");
            }
            return;
        }
        boolean good = switch (type) {
            case "text" -> node.isTextual();
            case "integer" -> node.isIntegralNumber();
            case "number" -> node.isNumber();
            case "boolean" -> node.isBoolean();
            case "decimal" -> node.isTextual() && DECIMAL.matcher(node.asText()).matches();
            case "time" -> node.isTextual() && Json.instant(node.asText()) != null;
            default -> throw new IllegalStateException("requests.yaml: type '" + type + "' is not known");
        };
        if (!good) {
            wrong(path, type.equals("decimal") ? "a decimal in a string" : type.equals("time") ? "an ISO 8601 time" : "of type " + type);
        }
    }

    private void wrong(String path, String expected) {
        error("The value of element '" + path + "' is not valid: it must be " + expected + ".");
    }

    private void error(String message) {
        errors.add(new ApiError("InvalidInput", message));
    }

    private static Map<String, Map<String, Map<String, Field>>> read() {
        try (InputStream in = Shapes.class.getResourceAsStream("/simulator/requests.yaml")) {
            Map<String, Map<String, Map<String, Field>>> apis = new LinkedHashMap<>();
            new ObjectMapper(new YAMLFactory()).readTree(in).properties().forEach(api -> {
                Map<String, Map<String, Field>> types = new LinkedHashMap<>();
                api.getValue().properties().forEach(type -> types.put(type.getKey(), fields(type.getValue())));
                apis.put(api.getKey(), types);
            });
            return apis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Field> fields(JsonNode type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        type.properties().forEach(field -> {
            boolean required = field.getKey().endsWith("!");
            String name = required ? field.getKey().substring(0, field.getKey().length() - 1) : field.getKey();
            fields.put(name, new Field(field.getValue().asText().replaceAll("\\s", ""), required));
        });
        return fields;
    }
}
