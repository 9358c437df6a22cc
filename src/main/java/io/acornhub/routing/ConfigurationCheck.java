// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.routing.internal.BundleReferences;
import io.acornhub.routing.internal.RuleReferences;
import io.acornhub.routing.internal.checks.Surroundings;
import io.acornhub.routing.internal.checks.WithDrafts;
import io.acornhub.translation.BundleCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Everything that is wrong with {@code config/}, in the files themselves and with what they name. Changes nothing, uses no network. */
public final class ConfigurationCheck {
    private ConfigurationCheck() {
    }

    /**
     * All defects, those of the files first. What a partner that is not in use lacks besides is a warning.
     *
     * @param home the folder with {@code config}, {@code routes} and {@code edi-mappings}
     * @param data what relative paths lie in
     * @param catalog null where there are no mappings to compare with
     * @param variables environment variables by name; null for one that is not set
     */
    public static List<Defect> all(Path home, Path data, Configuration configuration, BundleCatalog catalog,
                                   Function<String, String> variables, Instant now) {
        WithDrafts everybody = new WithDrafts(configuration);
        Surroundings surroundings = new Surroundings(home, data, everybody, variables, now);
        List<Defect> around = new ArrayList<>();
        if (catalog != null) {
            BundleReferences.problems(everybody, catalog).forEach(problem -> around.add(surroundings.placed(problem)));
        }
        RuleReferences.problems(everybody).forEach(problem -> around.add(surroundings.placed(problem)));
        around.addAll(surroundings.defects());
        List<Defect> found = new ArrayList<>();
        configuration.problems().forEach(problem -> found.add(surroundings.below(Defect.parse(Defect.Level.ERROR, problem))));
        around.forEach(defect -> found.add(everybody.isDraft(defect.file()) ? new Defect(Defect.Level.WARNING, defect.file(), defect.line(),
            "(not in use) " + defect.text()) : defect));
        return found;
    }
}
