// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.KeptCalls;
import io.acornhub.sellingpartner.SellingPartner;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The client as the hub runs it. */
@org.springframework.context.annotation.Configuration
@EnableConfigurationProperties(SellingPartnerSettings.class)
class SellingPartnerBeans {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.config");

    @Bean
    Connections connections(Configuration configuration) {
        Connections connections = new ConfiguredConnections(configuration);
        connections.problems().forEach(problem -> LOG.error("config    {}", problem));
        return connections;
    }

    @Bean
    Wire sellingPartnerWire(CamelContext camel) {
        return new Wire(camel);
    }

    @Bean
    Tokens sellingPartnerTokens(@Value("${acorn.data}") Path data, Environment environment, Wire wire, Clock clock) {
        return new Tokens(new Secrets(data, environment::getProperty), wire, clock, UserAgent.TEXT, (connection, fingerprint) -> { });
    }

    @Bean
    UsagePlans usagePlans(SellingPartnerSettings settings, Clock clock) {
        return new UsagePlans(settings.share(), clock);
    }

    @Bean
    SellingPartner sellingPartner(Wire wire, Tokens tokens, UsagePlans plans, SellingPartnerSettings settings, KeptCalls calls,
                                  Clock clock) {
        return new HttpSellingPartner(wire, tokens, plans, settings, calls::keep, clock, UserAgent.TEXT);
    }
}
