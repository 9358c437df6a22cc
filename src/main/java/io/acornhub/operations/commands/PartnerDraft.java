// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The file of a new partner from that of another: comments and layout stay, names go, and what only the other one has (identifiers,
 * hosts, accounts) is empty or an environment variable of the new one's name. It is not enabled.
 */
final class PartnerDraft {
    /** Settings that say who or where the partner is. */
    private static final Set<String> PARTNERS_OWN = Set.of("partnerId", "host", "url", "user", "bucket", "marketplace");
    private static final String SWITCH = "# Not in use until it is complete: config check says what is missing. Then say true, or delete "
        + "the line.\nenabled: false\n";

    private PartnerDraft() {
    }

    /**
     * The text of the new file.
     *
     * @param text of the other partner's file
     * @param other its name
     * @param values what else is replaced, by path such as {@code identifiers.partner.id}
     * @throws IllegalArgumentException names a path that the file does not have
     */
    static String of(String text, String other, String name, Map<String, String> values) throws IOException {
        YamlText named = new YamlText(text.replace(other, name)
            .replaceAll(Pattern.quote(variable(other)) + "(?![A-Z0-9])", variable(name)));
        named.replace("/name", name);
        named.scalars().forEach((pointer, value) -> {
            if (pointer.equals("/title")) {
                named.replace(pointer, name);
            } else if (pointer.matches("/identifiers/(partner|own)/(id|group|gln|unb)") || pointer.matches("/contacts/.*")) {
                named.replace(pointer, pointer.endsWith("/name") ? name : "");
            } else if (pointer.matches("/channels/\\d+/settings/[^/]+") && !value.contains("${") && !value.isBlank()) {
                String key = pointer.substring(pointer.lastIndexOf('/') + 1);
                if (PARTNERS_OWN.contains(key) && !value.equals(name)) {
                    String channel = named.scalars().getOrDefault(pointer.replaceAll("/settings/.*", "/name"), "");
                    named.replace(pointer, "${ACORN_" + variable(name) + "_" + variable(channel) + "_" + upper(key) + ":}");
                }
            }
        });
        YamlText switched = new YamlText(off(named.edited()));
        values.forEach((path, value) -> switched.replace(switched.pointer(path).orElseThrow(() -> new IllegalArgumentException("--set "
            + path + ": the new file has no such value; write the file without it and add the line by hand")), value));
        return switched.edited();
    }

    private static String off(String text) throws IOException {
        YamlText parsed = new YamlText(text);
        if (parsed.scalars().containsKey("/enabled")) {
            parsed.replace("/enabled", "false");
            return parsed.edited();
        }
        return text.replaceFirst("(?m)^name:.*\\R", "$0" + SWITCH);
    }

    /** {@code amazon-us} as environment variables spell it: {@code AMAZON_US}. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** {@code partnerId} as environment variables spell it: {@code PARTNER_ID}. */
    private static String upper(String key) {
        return variable(key.replaceAll("([a-z])([A-Z])", "$1_$2"));
    }
}
