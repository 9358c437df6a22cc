// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.edi.GrammarProvider;
import io.acornhub.edi.SetGrammar;
import io.acornhub.partner.Configuration;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleCatalog;
import io.acornhub.translation.BundleDirection;
import io.acornhub.translation.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** What the commands work with: the home's config and mappings, each read when it is first needed. */
final class Workbench implements AutoCloseable {
    private final Path home;
    private Configuration configuration;
    private BundleCatalog catalog;
    private CamelContext camel;
    private Translation translation;

    /** @param home null for the folder the command is started in, or {@code acorn.home} */
    Workbench(Path home) {
        this.home = home != null ? home : Path.of(System.getProperty("acorn.home", System.getenv().getOrDefault("ACORN_HOME", ".")));
        if (!Files.isDirectory(this.home.resolve("edi-mappings"))) {
            throw new IllegalArgumentException("no edi-mappings in " + this.home.toAbsolutePath().normalize()
                + "; start in the hub's home or say --home DIR");
        }
    }

    Configuration configuration() {
        if (configuration == null) {
            try {
                configuration = Configuration.read(home.resolve("config"), System::getenv).on(Instant.now());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return configuration;
    }

    BundleCatalog catalog() {
        if (catalog == null) {
            catalog = BundleCatalog.load(home.resolve("edi-mappings"));
        }
        return catalog;
    }

    /** Where the JSON Schemas of canonical documents are. */
    Path schemaFolder() {
        return home.resolve("edi-mappings").resolve("canonical");
    }

    GrammarProvider grammars() {
        return bundle -> catalog().find(bundle).map(found -> catalog().grammar(bundle));
    }

    Translation translation() {
        if (translation == null) {
            DefaultCamelContext context = new DefaultCamelContext();
            context.start();
            camel = context;
            translation = new Translation(context, catalog(), configuration().codeLists());
        }
        return translation;
    }

    /** The bundle that reads a message into a canonical document, whoever it comes from; it may take the grammar of the one that writes. */
    Optional<Bundle> reading(String format, String release, String message) {
        return catalog().bundles().stream().filter(b -> b.direction() == BundleDirection.TO_CANONICAL && b.format().equals(format)
            && !overlay(b) && b.message().equals(message) && (release == null || release.startsWith(b.release()))).findFirst();
    }

    /** One partner's variant of a bundle that does the same. */
    private boolean overlay(Bundle bundle) {
        return bundle.base() != null && catalog().find(bundle.base()).filter(b -> b.direction() == bundle.direction()).isPresent();
    }

    Optional<SetGrammar> grammarOf(String release, String message) {
        return catalog().bundles().stream().filter(b -> b.format().equals("x12") && b.base() == null && b.message().equals(message)
            && release.startsWith(b.release())).findFirst().map(b -> catalog().grammar(b.id()));
    }

    @Override
    public void close() {
        if (camel != null) {
            camel.stop();
        }
    }
}
