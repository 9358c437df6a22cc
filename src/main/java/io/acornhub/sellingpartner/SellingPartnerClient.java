// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.internal.CallLog;
import io.acornhub.sellingpartner.internal.ConfiguredConnections;
import io.acornhub.sellingpartner.internal.ConnectionChecks;
import io.acornhub.sellingpartner.internal.HttpSellingPartner;
import io.acornhub.partner.Secrets;
import io.acornhub.sellingpartner.internal.SellingPartnerSettings;
import io.acornhub.sellingpartner.internal.Tokens;
import io.acornhub.sellingpartner.internal.UsagePlans;
import io.acornhub.sellingpartner.internal.UserAgent;
import io.acornhub.sellingpartner.internal.Wire;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The client without a hub: no database, so that calls are not kept, and each is made once. It knows nothing of what a running hub
 * has used of the usage plans.
 */
public final class SellingPartnerClient implements AutoCloseable {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Configuration configuration;
    private final Connections connections;
    private final Wire wire;
    private final SellingPartner partner;
    private final ConnectionChecks checks;

    /**
     * @param data what the secrets' relative paths lie in
     * @param variables environment variables by name; null for one that is not set
     * @param made told each request and its answer, which is null where none came
     */
    public SellingPartnerClient(Configuration configuration, Path data, Function<String, String> variables, Clock clock,
                                BiConsumer<KeptCall, Answer> made) {
        this.configuration = configuration;
        this.connections = new ConfiguredConnections(configuration);
        camel.start();
        wire = new Wire(camel);
        Secrets secrets = new Secrets(data, variables);
        Tokens tokens = new Tokens(secrets, wire, clock, UserAgent.TEXT);
        CallLog log = made::accept;
        SellingPartnerSettings once = new SellingPartnerSettings(BigDecimal.ONE, Duration.ofSeconds(30), 1, Duration.ofMillis(500),
            Duration.ofDays(30));
        partner = new HttpSellingPartner(wire, tokens, new UsagePlans(once.share(), clock), once, log, clock, UserAgent.TEXT);
        checks = new ConnectionChecks(secrets, tokens, wire, partner, clock);
    }

    public Connections connections() {
        return connections;
    }

    public SellingPartner partner() {
        return partner;
    }

    /** Tries credentials, region, clock and the role for each operation in use. Nothing is changed at Amazon. */
    public List<ConnectionCheck> check(Connection connection) {
        return checks.of(connection, configuration.partner(connection.partner()).orElseThrow());
    }

    @Override
    public void close() {
        wire.close();
        camel.stop();
    }
}
