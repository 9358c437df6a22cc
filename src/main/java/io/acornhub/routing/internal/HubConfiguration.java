// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.archive.S3Bucket;
import io.acornhub.archive.S3Location;
import io.acornhub.edi.GrammarProvider;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.partner.Secrets;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.routing.internal.checks.Surroundings;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.Translation;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The beans that are made from {@code config/} and {@code edi-mappings/}. Their problems are logged, each with what to do. */
@org.springframework.context.annotation.Configuration
@EnableConfigurationProperties({HubSettings.class, SubmissionSettings.class})
class HubConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.config");

    @Bean
    Archive archive(HubSettings settings, Secrets secrets) throws IOException {
        HubSettings.Archive chosen = settings.archive();
        return switch (chosen.type()) {
            case "disk" -> Archive.onDisk(settings.data().resolve("archive"));
            case "s3" -> inBucket(chosen, settings, secrets);
            default -> throw new IllegalArgumentException("acorn.archive.type is '" + chosen.type() + "'; it may be disk or s3");
        };
    }

    /** A bucket that cannot be reached now is no reason not to start: what needs it is tried again. */
    private static Archive inBucket(HubSettings.Archive chosen, HubSettings settings, Secrets secrets) throws IOException {
        if (chosen.bucket().isBlank()) {
            throw new IllegalArgumentException("acorn.archive.bucket is missing; acorn.archive.type is s3");
        }
        S3Bucket bucket = new S3Bucket(new S3Location(chosen.bucket(), chosen.region(), chosen.endpoint(), chosen.pathStyle(),
            keys(secrets, chosen.accessKey(), chosen.secretKey())));
        try {
            bucket.access();
        } catch (IOException e) {
            report(List.of("config/application.yaml: the archive cannot be used yet: " + e.getMessage()));
        }
        return Archive.onS3(bucket, chosen.prefix(), settings.data().resolve("archive-s3"), chosen.copies().toBytes());
    }

    private static Supplier<S3Location.Keys> keys(Secrets secrets, String access, String secret) {
        return access.isBlank() ? null : () -> new S3Location.Keys(secrets.read(access), secrets.read(secret));
    }

    @Bean
    Configuration configuration(HubSettings settings, Environment environment) throws IOException {
        Configuration configuration = Configuration.read(settings.home().resolve("config"), environment::getProperty);
        report(configuration.problems());
        return configuration;
    }

    @Bean
    Secrets secrets(HubSettings settings, Environment environment) {
        return new Secrets(settings.data(), environment::getProperty);
    }

    /** The clock that deadlines are looked at by. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BundleCatalog bundleCatalog(HubSettings settings) {
        return BundleCatalog.load(settings.home().resolve("edi-mappings"));
    }

    @Bean
    GrammarProvider grammarProvider(BundleCatalog catalog) {
        return bundle -> catalog.find(bundle).map(found -> catalog.grammar(bundle));
    }

    @Bean
    Translation translation(CamelContext camel, BundleCatalog catalog, Configuration configuration, HubSettings settings,
                            Environment environment, Clock clock) {
        Surroundings surroundings = new Surroundings(settings.home(), settings.data(), configuration, environment::getProperty,
            clock.instant());
        BundleReferences.problems(configuration, catalog).forEach(problem -> report(surroundings.placed(problem)));
        RuleReferences.problems(configuration).forEach(problem -> report(surroundings.placed(problem)));
        surroundings.defects().forEach(HubConfiguration::report);
        return new Translation(camel, catalog, configuration.codeLists());
    }

    private static void report(Defect defect) {
        if (defect.level() == Defect.Level.ERROR) {
            LOG.error("config    {}", defect);
        } else {
            LOG.warn("config    {}", defect);
        }
    }

    static void report(List<String> problems) {
        problems.forEach(problem -> LOG.error("config    {}", problem));
    }

}
