// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.internal.PartnerFile.ChannelPart;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold in the settings of a channel of type {@code spapi}. Keys are checked always; values that placeholders may still
 * change are checked where the channel is enabled, since one that is not makes no call.
 */
final class SpapiChannelCheck {
    private static final Set<String> NEEDED = new TreeSet<>(Set.of("region", "marketplace", "clientId", "clientSecret", "refreshToken"));
    private static final Set<String> KNOWN = new TreeSet<>(Set.of("region", "marketplace", "clientId", "clientSecret", "refreshToken",
        "secretIssued", "endpoint", "tokenEndpoint", "vendorCodes", "timeout", "finances"));
    private static final Set<String> KEPT_ELSEWHERE = Set.of("clientId", "clientSecret", "refreshToken");
    private static final Set<String> REGIONS = new TreeSet<>(Set.of("NA", "EU", "FE"));
    private final Placeholders placeholders;
    private final ChannelPart channel;
    private final String pointer;
    private final List<Placed> found = new ArrayList<>();

    /**
     * A defect and where it stands.
     *
     * @param pointer JSON pointer of the value it is about
     */
    record Placed(String pointer, String text) {
    }

    /** Reads a value; what it throws says that it cannot be read. */
    private interface Reading {
        void of(String value);
    }

    private SpapiChannelCheck(Placeholders placeholders, ChannelPart channel, String pointer) {
        this.placeholders = placeholders;
        this.channel = channel;
        this.pointer = pointer;
    }

    /** @param pointer of the channel in its file */
    static List<Placed> check(Placeholders placeholders, ChannelPart channel, String pointer) {
        SpapiChannelCheck check = new SpapiChannelCheck(placeholders, channel, pointer);
        Map<String, String> settings = channel.settings() == null ? Map.of() : channel.settings();
        settings.keySet().stream().filter(key -> !KNOWN.contains(key)).forEach(key -> check.report("/settings/" + key,
            "unknown setting '" + key + "'; a channel of type spapi knows " + KNOWN));
        NEEDED.stream().filter(key -> !settings.containsKey(key)).forEach(key -> check.report("", "setting '" + key
            + "' is missing; a channel of type spapi needs " + NEEDED));
        if (check.found.isEmpty() && channel.isEnabled(placeholders)) {
            placeholders.in(settings).forEach(check::value);
        }
        return check.found;
    }

    private void value(String key, String value) {
        if (KEPT_ELSEWHERE.contains(key)) {
            if (!value.matches("(env|file):.+")) {
                report("/settings/" + key, "setting '" + key + "' must say where it is kept, env:NAME or file:PATH; a secret itself "
                    + "does not belong here");
            }
            return;
        }
        switch (key) {
            case "region" -> need(REGIONS.contains(value), key, value, "one of " + REGIONS);
            case "marketplace" -> need(value.matches("[A-Z0-9]{10,20}"), key, value, "Amazon's marketplace id such as ATVPDKIKX0DER");
            case "finances" -> need(value.isEmpty() || Set.of("true", "false").contains(value), key, value, "true or false");
            case "secretIssued" -> readable(key, value, "a day such as 2026-09-01", LocalDate::parse);
            case "timeout" -> readable(key, value, "a time such as PT30S", text -> {
                if (Duration.parse(text).compareTo(Duration.ZERO) <= 0) {
                    throw new IllegalArgumentException(text);
                }
            });
            case "endpoint", "tokenEndpoint" -> readable(key, value, "a whole address such as https://api.amazon.com", text -> {
                URI uri = URI.create(text);
                if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
                    throw new IllegalArgumentException(text);
                }
            });
            default -> {
            }
        }
    }

    private void readable(String key, String value, String what, Reading reading) {
        if (value.isEmpty()) {
            return;
        }
        try {
            reading.of(value);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            need(false, key, value, what);
        }
    }

    private void need(boolean holds, String key, String value, String what) {
        if (!holds) {
            report("/settings/" + key, "setting '" + key + "' is '" + value + "'; say " + what);
        }
    }

    private void report(String below, String text) {
        found.add(new Placed(pointer + below, "channel " + channel.name() + ": " + text));
    }
}
