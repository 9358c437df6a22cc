// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.channel.as2.As2Verification;
import io.acornhub.channel.as2.As2Verification.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code as2 verify FILE.zip}: whether the evidence of an AS2 message proves that it was exchanged as it says. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Verifies the evidence of an AS2 message, offline: hashes, signatures, the receipt and its integrity check.",
    "The evidence comes from GET /api/as2/messages/{id}/evidence. Exit code 1: it does not prove the exchange; the reason is printed."})
final class As2VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The ZIP with the evidence.")
    private Path file;

    @Option(names = "--complete", description = "Also say no where something is absent: no signature, no receipt.")
    private boolean complete;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file + " (there is no such file)");
        }
        PrintWriter out = spec.commandLine().getOut();
        As2EvidenceZip evidence = As2EvidenceZip.read(file);
        JsonNode manifest = evidence.manifest();
        if (manifest != null) {
            out.println(manifest.path("direction").asText().toLowerCase(Locale.ROOT) + " message " + manifest.path("messageId").asText()
                + " of " + manifest.path("at").asText() + ", " + manifest.path("ownId").asText() + " and "
                + manifest.path("partnerId").asText());
        }
        List<String> broken = evidence.problems();
        broken.forEach(problem -> out.println("FAILED   " + problem));
        boolean proven = broken.isEmpty();
        if (proven) {
            As2Verification verification = evidence.verify();
            for (As2Verification.Check check : verification.checks()) {
                out.printf("%-8s %s: %s%n", check.verdict(), check.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), check.words());
            }
            boolean something = verification.checks().stream().anyMatch(c -> c.verdict() == Verdict.PROVEN);
            proven = something && (complete ? verification.complete() : verification.sound());
        }
        out.println(proven ? "The evidence holds." : "The evidence does not prove the exchange.");
        out.flush();
        return proven ? 0 : 1;
    }
}
