// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.checks;

import io.acornhub.channel.Certificates;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.partner.Places;
import io.acornhub.partner.Secrets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what {@code config/} names is there and fits. A defect found here leaves the partner and the hub running; the channel or
 * agreement it is about fails by itself, where that can be seen and repeated.
 */
public final class Surroundings {
    private static final Pattern AGREEMENT = Pattern.compile("config/partners/([^/]+)[.]yaml: agreement (\\S+) (inbound|outbound): (.*)");
    private static final Pattern BUNDLES = Pattern.compile("config/erp/([^/]+)[.]yaml: (bundles: .*)");
    private final Path home;
    private final Path data;
    private final Configuration configuration;
    private final Places places;
    private final Secrets secrets;
    private final Instant now;

    /**
     * @param home the folder with {@code config} and {@code routes}
     * @param data what relative paths lie in
     * @param variables environment variables by name; null for one that is not set
     */
    public Surroundings(Path home, Path data, Configuration configuration, Function<String, String> variables, Instant now) {
        this.home = home;
        this.data = data;
        this.configuration = configuration;
        this.places = new Places(home.resolve("config"));
        this.secrets = new Secrets(data, variables);
        this.now = now;
    }

    /** Each defect with its place. */
    public List<Defect> defects() {
        List<Defect> found = new ArrayList<>();
        found.addAll(new TemplatesCheck(home.resolve("routes"), places).check(configuration));
        found.addAll(new FoldersCheck(data, places).check(configuration));
        found.addAll(new SecretsCheck(secrets, places).check(configuration));
        found.addAll(new CertificatesCheck(new Certificates(secrets, data), places, now).check(configuration));
        found.addAll(new TwinsCheck(data, places).check(configuration));
        return found;
    }

    /** A defect of an agreement or of the bundles of an ERP system that names its file, with the line too. */
    public Defect placed(String problem) {
        Matcher agreement = AGREEMENT.matcher(problem);
        if (agreement.matches()) {
            Optional<Agreement> named = configuration.partner(agreement.group(1)).stream().flatMap(p -> p.agreements().stream())
                .filter(a -> a.document().equals(agreement.group(2)) && a.direction().name().equalsIgnoreCase(agreement.group(3)))
                .findFirst();
            if (named.isPresent()) {
                return places.ofAgreement(Defect.Level.ERROR, agreement.group(1), named.get(), agreement.group(4));
            }
        }
        Matcher bundles = BUNDLES.matcher(problem);
        return bundles.matches() ? places.defect(Defect.Level.ERROR, "erp", bundles.group(1), "/bundles", bundles.group(2))
            : Defect.parse(Defect.Level.ERROR, problem);
    }

    /** The defect with its file named from the home folder on. */
    public Defect below(Defect defect) {
        Path whole = home.toAbsolutePath().normalize();
        if (defect.file() == null || !Path.of(defect.file()).toAbsolutePath().normalize().startsWith(whole)) {
            return defect;
        }
        String file = whole.relativize(Path.of(defect.file()).toAbsolutePath().normalize()).toString().replace('\\', '/');
        return new Defect(defect.level(), file, defect.line(), defect.text());
    }
}
