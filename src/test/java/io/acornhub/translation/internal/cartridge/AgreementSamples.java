// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.SharedSamples;
import io.acornhub.edi.Delimiters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files on which the engines must agree. */
final class AgreementSamples {
    private static final String SETS = "753|754|850|855|856|997|999|860|865|810|820|846|830|852|861|864|824|214";

    private AgreementSamples() {
    }

    /** Samples of the X12 bundles. */
    static List<Path> own() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("edi-mappings/x12"))) {
            return files.filter(f -> f.toString().contains("/samples/accepts/") && !f.toString().contains(".expected."))
                .filter(f -> f.toString().endsWith(".edi")).filter(AgreementSamples::isWhole).sorted().toList();
        }
    }

    /** A slice has no trailers; those are for {@link CartridgeTreeReader}. */
    private static boolean isWhole(Path file) {
        return text(file).contains("IEA");
    }

    /** Interchanges written for this project, in the shared folder. */
    static List<Path> written() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("us-set1", "us-set2", "us-more")) {
            try (Stream<Path> files = Files.list(SharedSamples.sample("amazon").resolve(folder))) {
                files.filter(f -> f.getFileName().toString().matches("(0[0-9]b?-)?(" + SETS + ").*[.]edi"))
                    .sorted().forEach(found::add);
            }
        }
        return found;
    }

    /** Public interchanges whose envelopes are in order, read where they are. */
    static List<Path> published() throws IOException {
        Path folder = SharedSamples.sample("x12");
        return Files.readAllLines(folder.resolve("index.tsv")).stream().map(row -> row.split("\t"))
            .filter(row -> row[5].equals("ok") && row[1].matches(".*(" + SETS + ").*")
                && (row[2].startsWith("004010") || row[2].startsWith("005010")))
            .map(row -> folder.resolve(row[0])).toList();
    }

    static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the line breaks behind terminators, which belong to nobody. */
    static String compact(String interchanges) {
        StringBuilder compact = new StringBuilder();
        Delimiters delimiters = null;
        for (int at = 0; at < interchanges.length();) {
            if (interchanges.startsWith("ISA", at)) {
                delimiters = Delimiters.of(interchanges.substring(at));
            }
            int end = interchanges.indexOf(delimiters.segment(), at) + 1;
            compact.append(interchanges, at, end);
            at = end;
            while (at < interchanges.length() && " \t\r\n".indexOf(interchanges.charAt(at)) >= 0) {
                at++;
            }
        }
        return compact.toString();
    }
}
