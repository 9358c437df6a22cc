// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a setting's value must look like.
 *
 * @param say what to write instead of a value that does not
 * @param secret whether it says where a secret is kept; such values are never repeated in a text
 */
record Form(String say, boolean secret, Predicate<String> holds) {
    static final Form TEXT = form("some text", v -> !v.isBlank());
    static final Form BOOLEAN = oneOf("true or false", "true", "false");
    static final Form SECRET = new Form("where it is kept, env:NAME or file:PATH; a secret itself does not belong here", true,
        v -> v.matches("(env|file):.+"));
    static final Form DAY = readable("a day such as 2026-09-01", LocalDate::parse);
    static final Form TIME = readable("a time such as PT30S", v -> check(Duration.parse(v).compareTo(Duration.ZERO) > 0));
    static final Form TIME_OR_NONE = readable("a time such as PT30S, or PT0S", v -> check(!Duration.parse(v).isNegative()));
    static final Form ADDRESS = readable("a whole address such as https://api.amazon.com", v -> {
        URI uri = URI.create(v);
        check(uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme()));
    });
    static final Form ZONE = readable("a time zone such as America/Los_Angeles", ZoneId::of);
    static final Form CHARSET = readable("a character set such as UTF-8", Charset::forName);
    static final Form REGEX = readable("a regular expression such as .*[.]edi", Pattern::compile);
    static final Form PORT = number(1, 65_535);
    static final Form HOST = form("a host name or address without protocol and port", v -> v.matches("[A-Za-z0-9._:-]+"));
    static final Form HOSTS = form("host names separated by commas", v -> v.matches("[A-Za-z0-9._:, -]+"));
    static final Form AFTER = form("delete, or move: and a folder such as move:done", v -> v.matches("delete|move:.+"));
    static final Form FOLDER = form("a folder", v -> !v.isBlank() && v.indexOf('\0') < 0);
    static final Form AS2_ID = form("an AS2 identifier: 1 to 128 printable characters without quotes and backslashes",
        v -> v.matches("[\\x20-\\x7E&&[^\"\\\\]]{1,128}") && !v.isBlank());
    static final Form MEDIA_TYPE = form("a media type such as application/edi-x12",
        v -> v.matches("[\\w.+-]+/[\\w.+-]+(\\s*;.*)?"));
    static final Form HOST_KEY = form("the server's public key as in known_hosts (ssh-ed25519 AAAA…), or file:PATH of such a file",
        v -> v.startsWith("file:") && v.length() > 5 || v.matches("(?s)(.*\\s)?(ssh-|ecdsa-|sk-)\\S+\\s+[A-Za-z0-9+/]{20,}=*.*"));
    static final Form KEY_FILE = form("file:PATH of it", v -> v.matches("file:.+"));

    static Form form(String say, Predicate<String> holds) {
        return new Form(say, false, holds);
    }

    /** One of some words, listed by themselves. */
    static Form word(String... words) {
        return oneOf("one of " + new TreeSet<>(Set.of(words)), words);
    }

    /** The same, in capitals or not. */
    static Form anyCase(String... words) {
        return form("one of " + new TreeSet<>(Set.of(words)), v -> Arrays.stream(words).anyMatch(v.strip()::equalsIgnoreCase));
    }

    /** Words separated by commas. */
    static Form words(String... words) {
        return form("some of " + new TreeSet<>(Set.of(words)) + ", separated by commas",
            v -> Set.of(words).containsAll(Arrays.asList(v.split("\\s*,\\s*"))));
    }

    static Form number(long least, long most) {
        return readable("a whole number from " + least + " to " + most, v -> {
            long number = Long.parseLong(v);
            check(number >= least && number <= most);
        });
    }

    private static Form oneOf(String say, String... words) {
        return form(say, Set.of(words)::contains);
    }

    private static Form readable(String say, Consumer<String> reading) {
        return form(say, v -> {
            try {
                reading.accept(v);
                return true;
            } catch (DateTimeException | IllegalArgumentException e) {
                return false;
            }
        });
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
