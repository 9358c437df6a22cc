// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.partnerport;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code acorn.partner-port.*}.
 *
 * @param port null for none: then partners post to the operators' port; 0 for any that is free
 * @param address to listen at; null for all
 * @param sslBundle name of a bundle of {@code spring.ssl.bundle}; without it the port speaks plain HTTP, for use behind a proxy
 * @param clientAuth whether a client must show a certificate that the bundle's trust store knows
 * @param connectionTimeout how long the next bytes may take
 * @param keepAlive how long a connection may lie idle
 * @param connections how many at once, waiting ones besides
 * @param threads requests worked on at once
 */
@ConfigurationProperties("acorn.partner-port")
record PartnerPortProperties(Integer port, String address, String sslBundle, @DefaultValue("NONE") ClientAuth clientAuth,
                             @DefaultValue("PT10S") Duration connectionTimeout, @DefaultValue("PT15S") Duration keepAlive,
                             @DefaultValue("500") int connections, @DefaultValue("100") int threads) {

    /** NONE asks for no certificate, WANT takes one, NEED refuses who has none. */
    enum ClientAuth {
        NONE, WANT, NEED
    }
}
