// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which settings a type of channel or adapter takes: one line a key, and what must hold of several together. */
final class SettingsTable {
    private final String title;
    private final Map<String, Form> keys = new LinkedHashMap<>();
    private final Set<String> needed = new TreeSet<>();
    private final List<Function<Map<String, String>, Optional<String>>> rules = new ArrayList<>();

    private SettingsTable(String title) {
        this.title = title;
    }

    /** @param title what takes the settings, such as {@code a channel of type as2} */
    static SettingsTable of(String title) {
        return new SettingsTable(title);
    }

    SettingsTable needs(String key, Form form) {
        needed.add(key);
        return may(key, form);
    }

    SettingsTable may(String key, Form form) {
        keys.put(key, form);
        return this;
    }

    /** At least one of these keys has a value. */
    SettingsTable oneOf(String... any) {
        return rule(settings -> List.of(any).stream().anyMatch(key -> has(settings, key)) ? Optional.empty()
            : Optional.of(title + " needs one of the settings " + List.of(any)));
    }

    /** Where the key has that value (any, where it is null), these keys have one too. */
    SettingsTable with(String key, String value, String... others) {
        return rule(settings -> !has(settings, key) || value != null && !value.equals(settings.get(key)) ? Optional.empty()
            : List.of(others).stream().filter(other -> !has(settings, other)).findFirst().map(other -> "setting '" + other
                + "' is missing; '" + key + "'" + (value == null ? "" : " " + value) + " needs it"));
    }

    SettingsTable rule(Function<Map<String, String>, Optional<String>> rule) {
        rules.add(rule);
        return this;
    }

    private static boolean has(Map<String, String> settings, String key) {
        return !settings.getOrDefault(key, "").isBlank();
    }

    /** The keys whose values say where a secret is kept. */
    Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        keys.forEach((key, form) -> {
            if (form.secret()) {
                secrets.add(key);
            }
        });
        return secrets;
    }

    /**
     * What is wrong with these settings. Keys are checked always; values that placeholders may still change are checked where the
     * channel is enabled, since one that is not does nothing.
     *
     * @param pointer of what the settings belong to
     */
    List<Placed> check(Map<String, String> said, Placeholders placeholders, boolean enabled, String pointer) {
        Map<String, String> settings = said == null ? Map.of() : said;
        List<Placed> found = new ArrayList<>();
        settings.keySet().stream().filter(key -> !keys.containsKey(key)).forEach(key -> found.add(new Placed(pointer + "/settings/" + key,
            "unknown setting '" + key + "'" + Nearest.hint(key, keys.keySet()) + "; " + title + " knows " + new TreeSet<>(keys.keySet()))));
        needed.stream().filter(key -> !settings.containsKey(key)).forEach(key -> found.add(new Placed(pointer, "setting '" + key
            + "' is missing; " + title + " needs " + needed)));
        if (found.isEmpty()) {
            settings.forEach((key, value) -> {
                if (enabled || keys.get(key).secret() && value != null && !value.isBlank() && !value.contains("${")) {
                    value(key, placeholders.in(value), pointer).ifPresent(found::add);
                }
            });
        }
        if (found.isEmpty() && enabled) {
            Map<String, String> filled = placeholders.in(settings);
            rules.forEach(rule -> rule.apply(filled).ifPresent(text -> found.add(new Placed(pointer, text))));
        }
        return found;
    }

    private Optional<Placed> value(String key, String value, String pointer) {
        Form form = keys.get(key);
        if (form.holds().test(value) || value.isBlank() && !needed.contains(key)) {
            return Optional.empty();
        }
        return Optional.of(new Placed(pointer + "/settings/" + key, form.secret() ? "setting '" + key + "' must say " + form.say()
            : "setting '" + key + "' is '" + value + "'; say " + form.say()));
    }
}
