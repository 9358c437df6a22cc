// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2;
import io.acornhub.partner.Secrets;
import io.acornhub.routing.HubSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What AS2 needs of the channel module. */
@Configuration
class As2Configuration {
    @Bean
    Certificates certificates(Secrets secrets, HubSettings settings) {
        return new Certificates(secrets, settings.data());
    }

    @Bean
    As2 as2(Clock clock) {
        return new As2(clock);
    }
}
