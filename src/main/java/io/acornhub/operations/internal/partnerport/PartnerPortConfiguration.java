// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.partnerport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The partner port, where {@code acorn.partner-port.port} is set. */
@Configuration
@ConditionalOnProperty("acorn.partner-port.port")
@EnableConfigurationProperties(PartnerPortProperties.class)
class PartnerPortConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.config");
    private PartnerPort listening;

    @Bean
    PartnerPort partnerPort(PartnerPortProperties settings, SslBundles bundles) {
        listening = new PartnerPort(settings, bundles);
        return listening;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> partnerPortConnector(PartnerPort port) {
        return factory -> factory.addAdditionalTomcatConnectors(port.connector());
    }

    @Bean
    OwnPortFilter ownPortFilter(PartnerPort port) {
        return new OwnPortFilter(port);
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        LOG.info("partners post to {}://…:{}/exchange", listening.connector().getScheme(), listening.localPort());
    }
}
