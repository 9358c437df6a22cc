// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.partnerport;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds without a partner port. */
@Configuration
@ConditionalOnProperty(name = "acorn.partner-port.port", matchIfMissing = true, havingValue = "none")
class SharedPortConfiguration {

    @Bean
    SharedPortFilter sharedPortFilter(@Value("${server.tomcat.threads.max:200}") int threads) {
        return new SharedPortFilter(threads);
    }
}
