// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import io.acornhub.simulator.Simulator;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.Timing;
import io.acornhub.simulator.VendorGroup;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * For the demo: starts a simulated Amazon beside the hub, before anything reads the configuration, and connects the channel
 * {@code api} of {@code amazon-us} to it. What takes Amazon minutes and days takes seconds. Where somebody has set
 * {@code ACORN_AMAZON_US_API}, nothing is started: that connection is theirs.
 */
public final class AmazonHere implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** Base address of the simulated Amazon; not set where there is none. */
    static final String ADDRESS = "acorn.demo-amazon";
    private static final String SWITCH = "ACORN_AMAZON_US_API";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!environment.getProperty("acorn.demo", Boolean.class, false) || environment.containsProperty(SWITCH)) {
            return;
        }
        String secret = random();
        String grant = "Atzr|" + random();
        VendorGroup group = new VendorGroup("us", "NA", "ATVPDKIKX0DER", "USD", List.of("ACME5"), "demo", secret, null, grant, Set.of(),
            null);
        Simulator amazon = Simulator.start(SimulatorSettings.defaults().withVendorGroups(group).withTiming(quick()));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> {
            if (closed.getApplicationContext() == context) {
                amazon.close();
            }
        });
        environment.getPropertySources().addLast(new MapPropertySource("demo-amazon", settings(amazon, secret, grant)));
    }

    /** Goods arrive as soon as they were expected, and invoices are paid at once. */
    private static Timing quick() {
        Timing amazons = Timing.defaults();
        return new Timing(amazons.tokenLifetime(), amazons.secretLifetime(), Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(1),
            Duration.ZERO, Duration.ofSeconds(5), Duration.ZERO);
    }

    private static Map<String, Object> settings(Simulator amazon, String secret, String grant) {
        return Map.ofEntries(Map.entry(ADDRESS, amazon.baseUri().toString()), Map.entry(SWITCH, "true"),
            Map.entry("ACORN_AMAZON_US_ENDPOINT", amazon.baseUri().toString()),
            Map.entry("ACORN_AMAZON_US_TOKEN_ENDPOINT", amazon.baseUri().resolve("/auth/o2/token").toString()),
            Map.entry("ACORN_AMAZON_US_CLIENT_ID", "demo"), Map.entry("ACORN_AMAZON_US_CLIENT_SECRET", secret),
            Map.entry("ACORN_AMAZON_US_REFRESH_TOKEN", grant), Map.entry("ACORN_AMAZON_US_FINANCES", "true"),
            Map.entry("acorn.selling-partner.looks", "PT1S,PT5S"), Map.entry("acorn.selling-partner.assumed-after", "PT5S"),
            Map.entry("acorn.selling-partner.prove-every", "PT2S"), Map.entry("acorn.selling-partner.status-every", "PT5S"),
            Map.entry("acorn.selling-partner.settlement-every", "PT5S"));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
