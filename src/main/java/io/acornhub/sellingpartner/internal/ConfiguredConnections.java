// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.Region;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every enabled channel of type {@code spapi}. Its settings were checked when the partner file was read; one that is left empty
 * counts as left out.
 */
public final class ConfiguredConnections implements Connections {
    private static final URI LWA = URI.create("https://api.amazon.com/auth/o2/token");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private final List<Connection> connections;

    public ConfiguredConnections(Configuration configuration) {
        connections = configuration.partners().stream().flatMap(partner -> partner.channels().stream()
            .filter(channel -> channel.isSpapi() && channel.enabled()).map(channel -> connection(partner, channel))).toList();
    }

    @Override
    public List<Connection> all() {
        return connections;
    }

    private static Connection connection(Partner partner, Channel channel) {
        Map<String, String> said = new TreeMap<>();
        channel.settings().forEach((key, value) -> {
            if (!value.isBlank()) {
                said.put(key, value.strip());
            }
        });
        Region region = Region.valueOf(said.remove("region"));
        String issued = said.remove("secretIssued");
        String timeout = said.remove("timeout");
        String vendorCodes = said.remove("vendorCodes");
        return new Connection(partner.name() + "-" + channel.name(), partner.name(), channel.name(), region, said.remove("marketplace"),
            address(said.remove("endpoint"), region.endpoint()), address(said.remove("tokenEndpoint"), LWA), said.remove("clientId"),
            said.remove("clientSecret"), said.remove("refreshToken"), issued == null ? null : LocalDate.parse(issued),
            vendorCodes == null ? List.of() : Arrays.stream(vendorCodes.split(",")).map(String::strip).filter(c -> !c.isEmpty())
                .distinct().toList(), timeout == null ? TIMEOUT : Duration.parse(timeout), Map.copyOf(said));
    }

    private static URI address(String said, URI otherwise) {
        return said == null ? otherwise : URI.create(said.endsWith("/") ? said.substring(0, said.length() - 1) : said);
    }
}
