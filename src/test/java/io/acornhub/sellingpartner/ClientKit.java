// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import io.acornhub.MovableClock;
import io.acornhub.sellingpartner.internal.HttpSellingPartner;
import io.acornhub.partner.Secrets;
import io.acornhub.sellingpartner.internal.SellingPartnerSettings;
import io.acornhub.sellingpartner.internal.Tokens;
import io.acornhub.sellingpartner.internal.UsagePlans;
import io.acornhub.sellingpartner.internal.UserAgent;
import io.acornhub.sellingpartner.internal.Wire;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.impl.DefaultCamelContext;

/** The real client against a server of the test, with a clock that can be moved. */
final class ClientKit implements AutoCloseable {
    final MovableClock clock = new MovableClock();
    final List<KeptCall> kept = Collections.synchronizedList(new ArrayList<>());
    final Map<String, String> environment = new ConcurrentHashMap<>(Map.of("CLIENT_ID", "client-1", "CLIENT_SECRET", "secret-1",
        "REFRESH_TOKEN", "refresh-1"));
    final DefaultCamelContext camel = new DefaultCamelContext();
    final Wire wire = new Wire(camel);
    final Tokens tokens;
    final UsagePlans plans;
    final SellingPartner client;
    private final URI base;

    ClientKit(URI base) {
        this(base, new SellingPartnerSettings(BigDecimal.ONE, Duration.ofSeconds(10), 3, Duration.ofMillis(5), Duration.ofDays(30)),
            Path.of(""));
    }

    ClientKit(URI base, SellingPartnerSettings settings, Path data) {
        this.base = base;
        camel.start();
        tokens = new Tokens(new Secrets(data, environment::get), wire, clock, UserAgent.TEXT);
        plans = new UsagePlans(settings.share(), clock);
        client = new HttpSellingPartner(wire, tokens, plans, settings, (call, answer) -> kept.add(call), clock, UserAgent.TEXT);
    }

    Connection connection() {
        return connection("env:CLIENT_SECRET", Duration.ofSeconds(5));
    }

    Connection connection(String clientSecret, Duration timeout) {
        return new Connection("amazon-us-api", "amazon-us", "api", Region.NA, "ATVPDKIKX0DER", base, base.resolve("/auth/o2/token"),
            "env:CLIENT_ID", clientSecret, "env:REFRESH_TOKEN", null, List.of(), timeout, Map.of());
    }

    @Override
    public void close() {
        wire.close();
        camel.stop();
    }
}
