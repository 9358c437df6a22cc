// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.partner.Agreement;
import io.acornhub.partner.Channel;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.Partner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What an agreement and its partner say to guards. They read {@code futureTolerance}, {@code amountTolerance}, {@code zeroShare}.
 *
 * @param values {@code settings} of the agreement, with {@code door}, the type of its channel, and the {@code region} of an API's
 * @param codeLists the code lists, {@code owner} being the partner's folder of them, null for none
 * @param zone the partner's zone, for rules that speak of days
 */
public record GuardSettings(Map<String, String> values, CodeLists codeLists, String owner, ZoneId zone) {
    private static final String DOOR = "door";
    private static final String REGION = "region";

    /** What an agreement of a partner says. */
    public static GuardSettings of(Partner partner, Agreement agreement, CodeLists codeLists) {
        Channel channel = partner.channel(agreement.channel());
        Map<String, String> values = new HashMap<>(agreement.settings());
        values.put(DOOR, channel.type());
        values.put(REGION, channel.settings() == null ? "" : channel.settings().getOrDefault(REGION, ""));
        return new GuardSettings(values, codeLists, partner.codeLists(), partner.zone());
    }

    /** Whether the document leaves by the Selling Partner API, whose rules are other than those of EDI. */
    public boolean byApi() {
        return Channel.SPAPI.equals(values.get(DOOR));
    }

    /** NA, EU or FE of a document that leaves by API. */
    public String region() {
        return values.getOrDefault(REGION, "").strip().toUpperCase(Locale.ROOT);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isBlank());
    }

    /** A number of the settings, or what holds without it. */
    public BigDecimal number(String name, String otherwise) {
        return new BigDecimal(value(name).orElse(otherwise).strip());
    }

    /** A length of time of the settings (ISO 8601), none without it. */
    public Duration duration(String name) {
        return value(name).map(String::strip).map(Duration::parse).orElse(Duration.ZERO);
    }

    /** What guards could not read of an agreement's settings; each is a sentence. */
    public static List<String> problems(Map<String, String> values) {
        GuardSettings settings = new GuardSettings(values, null, null, null);
        List<String> found = new ArrayList<>();
        readable(found, "futureTolerance", "a duration such as PT5M", () -> !settings.duration("futureTolerance").isNegative());
        readable(found, "amountTolerance", "an amount such as 0.01", () -> settings.number("amountTolerance", "0").signum() >= 0);
        readable(found, "zeroShare", "a share from 0 to 1", () -> settings.number("zeroShare", "0").signum() >= 0
            && settings.number("zeroShare", "0").compareTo(BigDecimal.ONE) <= 0);
        return found;
    }

    private static void readable(List<String> found, String name, String what, BooleanSupplier right) {
        try {
            if (right.getAsBoolean()) {
                return;
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            // said below
        }
        found.add(name + " must be " + what);
    }
}
