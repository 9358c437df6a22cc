// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.partner.Secrets;
import io.acornhub.partner.Configuration;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.DataKiosk;
import io.acornhub.sellingpartner.KeptCalls;
import io.acornhub.sellingpartner.Reports;
import io.acornhub.sellingpartner.SecretCalendar;
import io.acornhub.sellingpartner.SellingPartner;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** The client as the hub runs it. */
@org.springframework.context.annotation.Configuration
@EnableConfigurationProperties(SellingPartnerSettings.class)
class SellingPartnerBeans {
    @Bean
    Connections connections(Configuration configuration) {
        return new ConfiguredConnections(configuration);
    }

    @Bean
    Wire sellingPartnerWire(CamelContext camel) {
        return new Wire(camel);
    }

    @Bean
    Tokens sellingPartnerTokens(Secrets secrets, Wire wire, Clock clock) {
        return new Tokens(secrets, wire, clock, UserAgent.TEXT);
    }

    @Bean
    DocumentFetch sellingPartnerDocuments(SellingPartner partner, Wire wire) {
        return new DocumentFetch(partner, wire, UserAgent.TEXT);
    }

    @Bean
    Reports reports(SellingPartner partner, DocumentFetch documents, Clock clock) {
        return new Reports(partner, documents, clock);
    }

    @Bean
    DataKiosk dataKiosk(SellingPartner partner, DocumentFetch documents, Clock clock) {
        return new DataKiosk(partner, documents, clock);
    }

    @Bean
    SecretCalendar secretCalendar(Connections connections, Secrets secrets, JdbcTemplate jdbc, Clock clock) {
        return new SecretCalendar(connections, secrets, jdbc, clock);
    }

    @Bean
    UsagePlans usagePlans(SellingPartnerSettings settings, Clock clock) {
        return new UsagePlans(settings.share(), clock);
    }

    @Bean
    SellingPartner sellingPartner(Wire wire, Tokens tokens, UsagePlans plans, SellingPartnerSettings settings, KeptCalls calls,
                                  Clock clock) {
        return new HttpSellingPartner(wire, tokens, plans, settings, (call, answer) -> calls.keep(call), clock, UserAgent.TEXT);
    }
}
