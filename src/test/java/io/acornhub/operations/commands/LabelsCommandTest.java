// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LabelsCommandTest {
    private static final String NOTICE = "src/test/resources/papers/shipment.json";
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private Level level;
    private String out;
    private String err;

    @TempDir
    private Path folder;

    @BeforeEach
    void quietLibraries() {
        level = root.getLevel();
        root.setLevel(Level.ERROR);
    }

    @AfterEach
    void asBefore() {
        root.setLevel(level);
    }

    @Test
    void labelsAndPackingListsAreWrittenToAFileOrPrinted() throws IOException {
        Path pdf = folder.resolve("labels.pdf");
        assertThat(run("labels", NOTICE, "-o", pdf.toString())).isZero();
        assertThat(pages(pdf)).isEqualTo(3);
        assertThat(run("labels", NOTICE, "--format", "packing-list-pdf", "-o", pdf.toString())).isZero();
        assertThat(pages(pdf)).isEqualTo(1);
        assertThat(run("labels", NOTICE, "--format", "zpl")).isZero();
        assertThat(out).contains("^FD>;>800006141410000000012^FS", "^FD>;>842089000^FS");
        assertThat(run("labels", NOTICE, "--format", "packing-list")).isZero();
        assertThat(new ObjectMapper().readTree(out).at("/packages/2/contents/0/quantity").asText()).isEqualTo("40");
        assertThat(out).contains("\"shippedAt\":\"2026-03-09T14:00:00Z\"");
    }

    @Test
    void whatHasNoLabelsIsToldInWords() throws IOException {
        Path without = Files.writeString(folder.resolve("without.json"), Files.readString(Path.of(NOTICE))
            .replace("\"sscc\":\"006141410000000012\",", ""));
        assertThat(run("labels", without.toString())).isEqualTo(1);
        assertThat(err).contains("VALUE_MISSING: Package C1 has no SSCC");
        assertThat(run("labels", "src/test/resources/commands/850.edi")).isEqualTo(1);
        assertThat(err).contains("holds no shipment notice");
        assertThat(run("labels", NOTICE, "--format", "png")).isEqualTo(2);
        assertThat(run("labels", "no-such-file.json")).isEqualTo(2);
        Path two = Files.writeString(folder.resolve("two.json"), Files.readString(Path.of(NOTICE)).repeat(2));
        assertThat(run("labels", two.toString(), "--format", "packing-list-pdf")).isEqualTo(1);
        assertThat(err).contains("holds 2 shipments");
        Path pdf = folder.resolve("two.pdf");
        assertThat(run("labels", two.toString(), "-o", pdf.toString())).isZero();
        assertThat(pages(pdf)).isEqualTo(6);
    }

    private static int pages(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getNumberOfPages();
        }
    }

    private int run(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringWriter errors = new StringWriter();
        PrintStream console = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            return HubCommands.commandLine().setErr(new PrintWriter(errors, true)).execute(args);
        } finally {
            System.setOut(console);
            out = bytes.toString(StandardCharsets.UTF_8);
            err = errors.toString();
        }
    }
}
