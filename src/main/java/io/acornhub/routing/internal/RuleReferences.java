// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.DocumentType;
import io.acornhub.lifecycle.InboundRules;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.Guards;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the rules and guards that agreements name exist, and whether guards can read their settings. A name that nothing has
 * would leave a rule at hold where somebody meant to set it otherwise.
 */
public final class RuleReferences {
    private RuleReferences() {
    }

    /** Each problem with the file to edit and what to do. */
    public static List<String> problems(Configuration configuration) {
        List<String> found = new ArrayList<>();
        for (Partner partner : configuration.partners()) {
            for (Agreement agreement : partner.agreements()) {
                String where = "config/partners/" + partner.name() + ".yaml: agreement " + agreement.document() + " "
                    + agreement.direction().name().toLowerCase(Locale.ROOT);
                List<String> known = known(agreement);
                agreement.rules().keySet().stream().filter(rule -> !known.contains(rule)).sorted().forEach(rule -> found.add(where
                    + ": there is no rule '" + rule + "' for it; there are " + known));
                if (agreement.direction() == Direction.OUTBOUND) {
                    GuardSettings.problems(agreement.settings()).forEach(problem -> found.add(where + ": settings: " + problem));
                }
            }
        }
        return found;
    }

    private static List<String> known(Agreement agreement) {
        if (agreement.canonical() == null) {
            return List.of();
        }
        DocumentType type = DocumentType.ofTitle(agreement.canonical());
        return agreement.direction() == Direction.INBOUND ? InboundRules.names(type)
            : Guards.of(type).stream().map(guard -> guard.name()).toList();
    }
}
