// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who may post on one connection, and what.
 *
 * @param secrets where they are kept; each of them is right
 * @param keyNeeded whether a post without a key is refused
 * @param accept media types; empty for any
 * @param largest bytes of a body
 * @param tolerance how far the time of a signature may be from ours
 * @param good status of an answer that all is well
 */
record DoorSettings(Auth auth, String user, List<String> secrets, boolean keyNeeded, List<String> accept, long largest,
                    Duration tolerance, int good) {

    enum Auth {
        BASIC, BEARER, HMAC
    }

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static DoorSettings of(Map<String, String> settings, long largest) {
        List<String> secrets = new ArrayList<>();
        for (String name : List.of("secret", "secretNext")) {
            String secret = settings.get(name);
            if (secret != null && !secret.isBlank()) {
                secrets.add(secret);
            }
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("setting 'secret' is missing: where the password, token or key is kept");
        }
        Auth auth = auth(settings.get("auth"));
        if (auth == Auth.BASIC && settings.getOrDefault("user", "").isBlank()) {
            throw new IllegalArgumentException("setting 'user' is missing; auth is basic");
        }
        List<String> accept = new ArrayList<>();
        for (String type : settings.getOrDefault("accept", "").split(",")) {
            if (!type.isBlank()) {
                accept.add(type.strip().toLowerCase(Locale.ROOT));
            }
        }
        return new DoorSettings(auth, settings.get("user"), List.copyOf(secrets), "needed".equals(settings.get("key")),
            List.copyOf(accept), Long.parseLong(settings.getOrDefault("largest", Long.toString(largest))),
            Duration.parse(settings.getOrDefault("tolerance", "PT5M")), Integer.parseInt(settings.getOrDefault("answer", "202")));
    }

    private static Auth auth(String word) {
        return switch (String.valueOf(word)) {
            case "basic" -> Auth.BASIC;
            case "bearer" -> Auth.BEARER;
            case "hmac" -> Auth.HMAC;
            default -> throw new IllegalArgumentException("auth is '" + word + "'; say basic, bearer or hmac");
        };
    }
}
