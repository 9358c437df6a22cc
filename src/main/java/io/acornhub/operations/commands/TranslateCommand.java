// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code translate FILE}: documents to canonical JSON, or on to another format. */
@Command(name = "translate", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Translates the documents of a file by the mapping bundles and prints them; canonical ones one a line.")
final class TranslateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "An X12 interchange, an IDoc file, JSON of the Selling Partner API (orders, bodies),"
        + " or canonical JSON (one document a line).")
    private Path file;

    @Option(names = "--to", paramLabel = "FORMAT", description = "canonical (default), idoc-flat, idoc-xml, x12 or sp-api.")
    private String to = "canonical";

    @Option(names = "--partner", paramLabel = "NAME",
        description = "Partner whose agreements apply; default: by the envelope, else the first.")
    private String partner;

    @Option(names = "--home", paramLabel = "DIR", description = "Folder with config and edi-mappings; default: the current one.")
    private Path home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!List.of("canonical", "idoc-flat", "idoc-xml", "x12", "sp-api").contains(to)) {
            err.println("acorn-hub: --to is canonical, idoc-flat, idoc-xml, x12 or sp-api, not " + to);
            return 2;
        }
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file + " (there is no such file)");
        }
        List<Fault> faults = new ArrayList<>();
        try (Workbench workbench = new Workbench(home)) {
            List<String> canonical = new CanonicalInput(workbench, partner).read(Files.readAllBytes(file), faults);
            CanonicalOutput output = new CanonicalOutput(workbench, partner);
            OutputStream out = System.out;
            for (String document : canonical) {
                try {
                    out.write(output.write(document, to));
                } catch (FaultException fault) {
                    faults.addAll(fault.faults());
                }
            }
            out.flush();
            faults.forEach(fault -> err.println(file + ": " + fault.code() + ": " + fault.inWords()));
            err.flush();
            return faults.isEmpty() && !canonical.isEmpty() ? 0 : 1;
        }
    }
}
