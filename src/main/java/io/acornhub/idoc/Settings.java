// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Reads an ERP system's settings that are about IDocs. */
final class Settings {
    private Settings() {
    }

    static Charset charset(Map<String, String> settings) {
        String name = settings.get("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name.trim());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("charset: there is no character set called '" + name
                + "'; usual are UTF-8 and ISO-8859-1", e);
        }
    }

    static <E extends Enum<E>> E choice(Map<String, String> settings, String key, E otherwise) {
        String value = settings.get(key);
        if (value == null) {
            return otherwise;
        }
        E[] choices = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(choices).filter(choice -> choice.name().equalsIgnoreCase(value.trim())).findFirst()
            .orElseThrow(() -> new IllegalArgumentException(key + ": '" + value + "' is none of "
                + Arrays.toString(choices).toLowerCase(Locale.ROOT)));
    }

    /** Line ends are looked for as bytes, so a character set must write LF as the one byte 0A, as all but UTF-16 and 32 do. */
    static void requireOneByteUnits(Charset charset) {
        byte[] lineFeed = charset.canEncode() ? "\n".getBytes(charset) : new byte[0];
        if (lineFeed.length != 1 || lineFeed[0] != '\n') {
            throw new IllegalArgumentException("charset: " + charset.name() + " is not possible for IDoc files;"
                + " let the file port write UTF-8 (SAP code page 4110) or ISO-8859-1 (1100)");
        }
    }
}
