// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config partner list}: one line a file of {@code config/partners}, the broken and the disabled ones too. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false, description = "Lists the partner files, each with its state.")
final class PartnerListCommand implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Configuration configuration = home.configuration();
        boolean broken = false;
        for (Path file : files(home.config().resolve("partners"))) {
            String name = file.getFileName().toString().replace(".yaml", "");
            List<String> problems = configuration.problems().stream().filter(p -> p.startsWith(file.toString())).toList();
            Optional<Partner> partner = configuration.partner(name);
            broken |= !problems.isEmpty();
            out.println(name + "  " + (problems.isEmpty() ? partner.map(PartnerListCommand::words).orElse("not enabled")
                : "broken, " + problems.size() + " defects; see config check"));
        }
        out.flush();
        return broken ? 1 : 0;
    }

    private static String words(Partner partner) {
        return (partner.usage().equals("P") ? "live" : "test") + "  " + partner.title() + "  channels "
            + partner.channels().stream().map(c -> c.name() + " (" + c.type() + (c.enabled() ? ")" : ", not enabled)"))
                .collect(Collectors.joining(", "))
            + "  " + partner.agreements().size() + " agreements";
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
