// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} and {@code ${NAME:default}} in settings: how secrets stay out of the files. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)(?::([^}]*))?}");
    private final Function<String, String> variables;

    Placeholders(Function<String, String> variables) {
        this.variables = variables;
    }

    Map<String, String> in(Map<String, String> settings) {
        Map<String, String> replaced = new TreeMap<>();
        if (settings != null) {
            settings.forEach((key, value) -> replaced.put(key, in(value)));
        }
        return replaced;
    }

    String in(String value) {
        if (value == null) {
            return "";
        }
        return NAME.matcher(value).replaceAll(match -> {
            String known = variables.apply(match.group(1));
            return Matcher.quoteReplacement(known != null ? known : match.group(2) != null ? match.group(2) : "");
        });
    }
}
