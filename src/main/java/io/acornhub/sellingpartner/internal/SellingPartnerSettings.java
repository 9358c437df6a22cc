// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code acorn.selling-partner.*} of the client; each is explained where it is edited, in
 * {@code config/application.yaml}.
 *
 * @param share the part of each usage plan that this process may use; several hub processes divide 1 among them
 * @param patience how long a call waits for its place in the usage plan
 * @param attempts how often one call is made at most, where it may be repeated
 * @param pause before the second attempt; doubles, each a little longer by chance
 * @param keepCalls how long made calls stay in the table {@code sp_call}
 */
@ConfigurationProperties("acorn.selling-partner")
public record SellingPartnerSettings(@DefaultValue("1") BigDecimal share, @DefaultValue("PT30S") Duration patience,
                                     @DefaultValue("4") int attempts, @DefaultValue("PT0.5S") Duration pause,
                                     @DefaultValue("P30D") Duration keepCalls) {

    public SellingPartnerSettings {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("acorn.selling-partner.share is " + share + "; say a part of 1, such as 0.5");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("acorn.selling-partner.attempts is " + attempts + "; say 1 or more");
        }
    }

    public static SellingPartnerSettings usual() {
        return new SellingPartnerSettings(BigDecimal.ONE, Duration.ofSeconds(30), 4, Duration.ofMillis(500), Duration.ofDays(30));
    }
}
