// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Partner;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Region;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The settings of one channel as a connection. A setting that is left empty counts as left out. */
final class ConnectionReader {
    private static final URI LWA = URI.create("https://api.amazon.com/auth/o2/token");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);
    private final Partner partner;
    private final Channel channel;
    private final Map<String, String> settings;
    private final List<String> problems = new ArrayList<>();

    ConnectionReader(Partner partner, Channel channel) {
        this.partner = partner;
        this.channel = channel;
        this.settings = new TreeMap<>();
        if (channel.settings() != null) {
            channel.settings().forEach((key, value) -> {
                if (value != null && !value.isBlank()) {
                    settings.put(key, value.strip());
                }
            });
        }
    }

    /** Each is a sentence with the file, the channel, and what to do. */
    List<String> problems() {
        return problems;
    }

    /** Null where a setting is bad. */
    Connection read() {
        Region region = region();
        String marketplace = settings.remove("marketplace");
        if (marketplace == null) {
            problem("marketplace is missing; say Amazon's marketplace id, such as ATVPDKIKX0DER for the US");
        }
        String clientId = secret("clientId");
        String clientSecret = secret("clientSecret");
        String refreshToken = secret("refreshToken");
        LocalDate issued = issued();
        URI endpoint = address("endpoint", region == null ? null : region.endpoint());
        URI tokenEndpoint = address("tokenEndpoint", LWA);
        Duration timeout = timeout();
        List<String> vendorCodes = vendorCodes();
        if (!problems.isEmpty()) {
            return null;
        }
        return new Connection(partner.name() + "-" + channel.name(), partner.name(), channel.name(), region, marketplace, endpoint,
            tokenEndpoint, clientId, clientSecret, refreshToken, issued, vendorCodes, timeout, Map.copyOf(settings));
    }

    private Region region() {
        String said = settings.remove("region");
        if (said != null) {
            for (Region region : Region.values()) {
                if (region.name().equals(said.toUpperCase(Locale.ROOT))) {
                    return region;
                }
            }
        }
        problem((said == null ? "region is missing" : "region is '" + said + "'") + "; say NA, EU or FE");
        return null;
    }

    private String secret(String key) {
        String reference = settings.remove(key);
        if (reference == null) {
            problem(key + " is missing; say where it is kept: env:NAME or file:PATH");
        } else if (!Secrets.isReference(reference)) {
            problem(key + " is neither env:NAME nor file:PATH; secrets do not stand in this file, say where this one is kept");
        }
        return reference;
    }

    private LocalDate issued() {
        String said = settings.remove("secretIssued");
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (DateTimeParseException e) {
            problem("secretIssued is '" + said + "'; say the day the client secret was made, such as 2026-09-01");
            return null;
        }
    }

    private URI address(String key, URI otherwise) {
        String said = settings.remove(key);
        if (said == null) {
            return otherwise;
        }
        try {
            URI uri = URI.create(said.endsWith("/") ? said.substring(0, said.length() - 1) : said);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getRawQuery() == null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        problem(key + " is '" + said + "'; say an address such as " + (otherwise == null ? LWA : otherwise));
        return null;
    }

    private Duration timeout() {
        String said = settings.remove("timeout");
        try {
            Duration timeout = said == null ? TIMEOUT : Duration.parse(said);
            if (timeout.compareTo(Duration.ofMillis(1)) >= 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0) {
                return timeout;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        problem("timeout is '" + said + "'; say an ISO duration of at most 10 minutes, such as PT30S");
        return null;
    }

    private List<String> vendorCodes() {
        String said = settings.remove("vendorCodes");
        return said == null ? List.of() : Arrays.stream(said.split(",")).map(String::strip).filter(c -> !c.isEmpty()).distinct()
            .toList();
    }

    private void problem(String text) {
        problems.add("partners/" + partner.name() + ".yaml: channel " + channel.name() + ": " + text);
    }
}
