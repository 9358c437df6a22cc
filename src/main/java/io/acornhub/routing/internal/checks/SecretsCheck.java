// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.checks;

import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Places;
import io.acornhub.partner.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what {@code env:} and {@code file:} name is there. What stands in it is not looked at and never shown. */
final class SecretsCheck {
    private final Secrets secrets;
    private final Places places;

    SecretsCheck(Secrets secrets, Places places) {
        this.secrets = secrets;
        this.places = places;
    }

    List<Defect> check(Configuration configuration) {
        List<Defect> found = new ArrayList<>();
        for (Connection connection : Connection.of(configuration)) {
            connection.channel().settings().forEach((key, value) -> missing(value).ifPresent(why -> found.add(connection.error(places,
                "settings/" + key, "setting '" + key + "': " + why))));
        }
        for (ErpSystem system : configuration.erpSystems()) {
            system.settings().forEach((key, value) -> missing(value).ifPresent(why -> found.add(places.defect(Defect.Level.ERROR, "erp",
                system.name(), "/settings/" + key, "setting '" + key + "': " + why))));
        }
        return found;
    }

    private Optional<String> missing(String value) {
        if (!value.matches("(env|file):.+")) {
            return Optional.empty();
        }
        try {
            secrets.read(value);
            return Optional.empty();
        } catch (Secrets.MissingSecret e) {
            return Optional.of(e.getMessage() + (value.startsWith("env:") ? "; set it where the hub is started"
                : "; put it there, readable for the hub only"));
        }
    }
}
