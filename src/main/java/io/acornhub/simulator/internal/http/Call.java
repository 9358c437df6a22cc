// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.faults.Fault;
import io.acornhub.simulator.internal.faults.FaultKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A request on its way through the gateway. Header names are in lower case. */
public final class Call {
    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Map<String, String> pathValues = new HashMap<>();
    private Account account;
    private Fault fault;

    /** @param path as sent, still percent-encoded */
    public Call(String method, String path, String query, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = fields(query);
        this.headers = new HashMap<>();
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.body = body;
    }

    /** The fields of a form or query; of a field that is there twice the last. */
    public static Map<String, String> fields(String encoded) {
        Map<String, String> found = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                found.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return found;
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public Map<String, String> query() {
        return query;
    }

    /** A header by its name in lower case, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    public byte[] body() {
        return body;
    }

    /** @throws io.acornhub.simulator.internal.base.Problem 400 when it is none */
    public JsonNode json() {
        return Json.read(body);
    }

    /** The value at a placeholder of the path. */
    public String pathValue(String name) {
        return pathValues.get(name);
    }

    void pathValues(Map<String, String> values) {
        pathValues.putAll(values);
    }

    /** Whom the call is made for; null for the control API and for grantless calls. */
    public Account account() {
        return account;
    }

    void account(Account of) {
        account = of;
    }

    void fault(Fault which) {
        fault = which;
    }

    /** Whether the page asked for is to be spoiled in this way. */
    public boolean spoiled(FaultKind kind) {
        return fault != null && fault.fault() == kind;
    }
}
