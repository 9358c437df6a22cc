// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.routing.ConfigurationCheck;
import io.acornhub.translation.BundleCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code config check}: everything that is wrong with the files of {@code config} and with what they name. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Checks partners, ERP systems and code lists, and whether bundles, route templates, folders, secrets and certificates"
        + " that they name are there. Nothing is changed, and no network is used: that does 'connection check'.",
    exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:fine, perhaps with warnings", "1:defects", "2:wrong use"})
final class ConfigCheckCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private Home home = new Home();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), or json: one object a line.")
    private CheckCommand.Format format = CheckCommand.Format.text;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Configuration configuration = home.configuration();
        Path mappings = home.path().resolve("edi-mappings");
        BundleCatalog catalog = Files.isDirectory(mappings) ? BundleCatalog.load(mappings) : null;
        List<Defect> defects = ConfigurationCheck.all(home.path(), home.data(), configuration, catalog, Home::variable,
            Clock.systemUTC().instant());
        long errors = defects.stream().filter(d -> d.level() == Defect.Level.ERROR).count();
        for (Defect defect : defects) {
            out.println(format == CheckCommand.Format.json ? json(defect)
                : String.format("%-8s %s", defect.level().name().toLowerCase(Locale.ROOT), defect));
        }
        if (format == CheckCommand.Format.text) {
            out.println(configuration.partners().size() + " partners and " + configuration.erpSystems().size() + " ERP systems are usable; "
                + errors + " errors, " + (defects.size() - errors) + " warnings");
        }
        out.flush();
        return errors == 0 ? 0 : 1;
    }

    private static String json(Defect defect) throws JsonProcessingException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level", defect.level().name());
        line.put("file", defect.file());
        line.put("line", defect.line() == 0 ? null : defect.line());
        line.put("text", defect.text());
        return JSON.writeValueAsString(line);
    }
}
