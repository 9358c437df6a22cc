// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * How a simulator starts. What is not said is as in {@link #defaults()}.
 *
 * @param host address to listen on; loopback unless said
 * @param port 0: any free one
 * @param vendorGroups the accounts
 * @param usagePlans limits on calls
 * @param timing delays
 * @param rules switches by the name of an Amazon rule; one that is not named has its own default
 * @param seed of everything that is random; the same seed and the same calls give the same run
 * @param clock the clock underneath; the simulator's own clock runs with it and can be moved ahead
 */
public record SimulatorSettings(String host, int port, List<VendorGroup> vendorGroups, UsagePlans usagePlans, Timing timing,
                                Map<String, Boolean> rules, long seed, @JsonIgnore Clock clock) {

    public SimulatorSettings {
        host = host == null ? "127.0.0.1" : host;
        vendorGroups = vendorGroups == null ? defaultGroups() : List.copyOf(vendorGroups);
        usagePlans = usagePlans == null ? UsagePlans.amazons() : usagePlans;
        timing = timing == null ? Timing.defaults() : timing;
        rules = rules == null ? Map.of() : Map.copyOf(rules);
        clock = clock == null ? Clock.systemUTC() : clock;
    }

    /** A group in each region: {@code us} (ACME1, ACME2), {@code de} (ACMDE) and {@code jp} (ACMJP). */
    public static SimulatorSettings defaults() {
        return new SimulatorSettings(null, 0, null, null, null, null, 1, null);
    }

    private static List<VendorGroup> defaultGroups() {
        return List.of(VendorGroup.of("us", "NA", "ATVPDKIKX0DER", "USD", "ACME1", "ACME2"),
            VendorGroup.of("de", "EU", "A1PA6795UKMFR9", "EUR", "ACMDE"),
            VendorGroup.of("jp", "FE", "A1VC38T7YXB528", "JPY", "ACMJP"));
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(host, other, vendorGroups, usagePlans, timing, rules, seed, clock);
    }

    public SimulatorSettings withVendorGroups(VendorGroup... groups) {
        return new SimulatorSettings(host, port, List.of(groups), usagePlans, timing, rules, seed, clock);
    }

    public SimulatorSettings withUsagePlans(UsagePlans plans) {
        return new SimulatorSettings(host, port, vendorGroups, plans, timing, rules, seed, clock);
    }

    public SimulatorSettings withTiming(Timing other) {
        return new SimulatorSettings(host, port, vendorGroups, usagePlans, other, rules, seed, clock);
    }

    public SimulatorSettings withRules(Map<String, Boolean> switches) {
        return new SimulatorSettings(host, port, vendorGroups, usagePlans, timing, switches, seed, clock);
    }

    public SimulatorSettings withSeed(long other) {
        return new SimulatorSettings(host, port, vendorGroups, usagePlans, timing, rules, other, clock);
    }

    public SimulatorSettings withClock(Clock other) {
        return new SimulatorSettings(host, port, vendorGroups, usagePlans, timing, rules, seed, other);
    }
}
