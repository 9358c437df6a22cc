// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of an operation.
 *
 * @param path values of the placeholders in the operation's path
 * @param query parameters in order; a name may have several values. All unescaped
 * @param body JSON of a POST, null for a GET
 */
public record Call(Operation operation, Map<String, String> path, Map<String, List<String>> query, byte[] body) {

    public static Call of(Operation operation) {
        return new Call(operation, Map.of(), Map.of(), null);
    }

    public static Call post(Operation operation, byte[] body) {
        return new Call(operation, Map.of(), Map.of(), body);
    }

    public Call path(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(path);
        more.put(name, value);
        return new Call(operation, more, query, body);
    }

    public Call query(String name, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(query);
        more.put(name, List.of(values));
        return new Call(operation, path, more, body);
    }
}
