// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.orders;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code acorn.selling-partner.orders.*}: how orders are fetched from the Selling Partner API. Each is explained where
 * it is edited, in {@code config/application.yaml}.
 *
 * @param firstLook how far back the first look of a connection reaches
 * @param overlap how far each look reaches back behind the one before
 * @param created the pace of looks for new orders, {@code changed} that for changed ones
 */
@ConfigurationProperties("acorn.selling-partner.orders")
public record OrderSettings(@DefaultValue("P7D") Duration firstLook, @DefaultValue("PT30M") Duration overlap,
                            @DefaultValue Created created, @DefaultValue Changed changed, @DefaultValue Gaps gaps) {
    private static final Duration WIDEST_OVERLAP = Duration.ofDays(3);

    /** Looks for new orders: at {@code fastest} while some come, up to {@code slowest} apart while none do. */
    public record Created(@DefaultValue("PT30S") Duration fastest, @DefaultValue("PT10M") Duration slowest) {
    }

    /** The same for changed orders, which are fewer. */
    public record Changed(@DefaultValue("PT10M") Duration fastest, @DefaultValue("PT1H") Duration slowest) {
    }

    /**
     * The nightly comparison with what Amazon has.
     *
     * @param at when, in the partner's zone
     * @param days how many days back it reaches
     */
    public record Gaps(@DefaultValue("true") boolean enabled, @DefaultValue("02:30") LocalTime at, @DefaultValue("7") int days) {
    }

    public OrderSettings {
        if (overlap.isNegative() || overlap.compareTo(WIDEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("acorn.selling-partner.orders.overlap is " + overlap + "; say a time up to "
                + WIDEST_OVERLAP);
        }
        pace("created", created.fastest(), created.slowest());
        pace("changed", changed.fastest(), changed.slowest());
        if (gaps.days() < 1 || gaps.days() > 180) {
            throw new IllegalArgumentException("acorn.selling-partner.orders.gaps.days is " + gaps.days() + "; say 1 to 180");
        }
    }

    private static void pace(String name, Duration fastest, Duration slowest) {
        if (fastest.compareTo(Duration.ofSeconds(1)) < 0 || slowest.compareTo(fastest) < 0) {
            throw new IllegalArgumentException("acorn.selling-partner.orders." + name + ": fastest is " + fastest + " and slowest "
                + slowest + "; say a second or more, and slowest not shorter than fastest");
        }
    }
}
