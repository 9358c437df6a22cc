// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The commands on the project's own config and mappings, called as a shell would. */
class CommandsTest {
    private static final Path ORDER = Path.of("src/test/resources/commands/850.edi");
    private static final Path ANSWER = Path.of("src/test/resources/commands/ordrsp.idoc");
    private static final Path MAPPINGS = Path.of("edi-mappings");
    private final ObjectMapper json = new ObjectMapper();
    private final StringWriter err = new StringWriter();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private Level level;
    private String out;

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
    void aGoodOrderIsAcceptedWithThe997ItWouldGet() throws IOException {
        assertThat(run("check", "--format", "json", ORDER.toString())).isZero();

        JsonNode report = json.readTree(out);
        assertThat(report.path("verdict").asText()).isEqualTo("accepted");
        assertThat(report.path("faults").isEmpty()).isTrue();
        assertThat(report.path("acknowledgment").asText()).contains("AK1*PO*4711~", "AK2*850*0001~", "AK5*A~", "AK9*A*1*1*1~");
    }

    @Test
    void aFaultSaysWhereAndWhatInTheTradesCodes() throws IOException {
        Path bad = changed("BEG*00*NE*4TG7Q2PX**20260302~", "BEG*00*NE*4TG7Q2PX**20260230~");

        assertThat(run("check", "--format", "json", bad.toString())).isEqualTo(1);

        JsonNode report = json.readTree(out);
        assertThat(report.path("verdict").asText()).isEqualTo("rejected");
        JsonNode fault = report.path("faults").get(0);
        assertThat(fault.path("standardCode").asText()).isEqualTo("AK403=8");
        assertThat(fault.path("segment").asText()).isEqualTo("BEG");
        assertThat(fault.path("position").asInt()).isEqualTo(2);
        assertThat(fault.path("value").asText()).isEqualTo("20260230");
        assertThat(report.path("acknowledgment").asText()).contains("AK3*BEG*2**8~", "AK4*5*373*8*20260230~", "AK5*R*5~", "AK9*R*1*1*0~");
    }

    @Test
    void theSameFileAgainIsADuplicateAndAnotherOrderOfThatNumberIsHeld() throws IOException {
        Path other = changed("000004711", "000004799");

        assertThat(run("check", "--format", "json", ORDER.toString(), ORDER.toString(), other.toString())).isEqualTo(1);

        assertThat(verdicts()).containsExactly("accepted", "duplicate", "held");
        assertThat(out).contains("PURCHASE_ORDER_REPEATED", "TA1*000004711*260302*0815*R*025~");
    }

    @Test
    void anAnswerIsJudgedByTheOrderThatCameBeforeIt() throws IOException {
        Path short1 = folder.resolve("short.idoc");
        List<String> records = new ArrayList<>(Files.readAllLines(ANSWER));
        records.removeIf(r -> r.startsWith("E2EDP") && records.indexOf(r) > 8);
        Files.write(short1, records);

        assertThat(run("check", "--format", "json", ORDER.toString(), ANSWER.toString())).isZero();
        assertThat(run("check", "--format", "json", ORDER.toString(), short1.toString())).isEqualTo(1);
        assertThat(verdicts()).containsExactly("accepted", "held");
        assertThat(out).contains("LINE_NOT_ACKNOWLEDGED");
    }

    @Test
    void whatIsNoEdiIsToldWithoutAStackTrace() throws IOException {
        Path html = Files.writeString(folder.resolve("page.edi"), "<html><body>502 Bad Gateway</body></html>");
        Path empty = Files.writeString(folder.resolve("empty.edi"), "");

        assertThat(run("check", html.toString(), empty.toString())).isEqualTo(1);

        assertThat(out).contains("unreadable").contains("FILE_EMPTY").doesNotContain("\tat ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anOrderIsTranslatedToCanonicalJsonAndOnToAnIdoc() throws IOException {
        assertThat(run("translate", ORDER.toString())).isZero();
        JsonNode order = json.readTree(out);
        assertThat(order.path("poNumber").asText()).isEqualTo("4TG7Q2PX");
        assertThat(order.path("lines")).hasSize(4);

        Path canonical = Files.writeString(folder.resolve("order.json"), out);
        assertThat(run("translate", canonical.toString(), "--to", "idoc-flat")).isZero();
        assertThat(out.lines().findFirst().orElseThrow()).startsWith("EDI_DC40").hasSize(524);
        assertThat(out).contains("E2EDP01011");
        assertThat(run("translate", ORDER.toString(), "--to", "idoc-xml")).isZero();
        assertThat(out).contains("<ORDERS05>", "<E1EDP01 SEGMENT=\"1\">");
    }

    @Test
    void anAnswerOfSapIsTranslatedToAnAcknowledgment() {
        assertThat(run("translate", ANSWER.toString(), "--to", "x12")).isZero();

        assertThat(out).contains("ST*855*0001~", "BAK*00*AC*4TG7Q2PX*20260302", "SE*");
    }

    @Test
    void everyKindOfIdocIsTranslatedAndChecked() throws IOException {
        assertThat(translated("idoc/delvry07/desadv-shipment-notice", "pallet-of-cartons-flat.idoc").path("packages")).hasSize(4);
        assertThat(translated("idoc/delvry03/desadv-shipment-notice", "one-carton.xml").path("shippedAt").isMissingNode()).isTrue();
        assertThat(translated("idoc/invoic02/invoic-invoice", "credit-memo-flat.idoc").path("kind").asText()).isEqualTo("CREDIT");
        assertThat(translated("idoc/aleaud01/aleaud-processing-status", "posted.xml").path("createdObject").asText())
            .isEqualTo("0005001001");

        Path bad = MAPPINGS.resolve("idoc/delvry07/desadv-shipment-notice/samples/rejects/order-number-missing.xml");
        assertThat(run("check", bad.toString())).isEqualTo(1);
        assertThat(out).contains("rejected", "VALUE_MISSING", "the buyer's purchase order number (E1EDL41 QUALI 001) is required");
    }

    @Test
    void everyCanonicalDocumentThatSapTakesIsWrittenAsAnIdoc() {
        assertThat(written("idoc/orders05/purchase-order-change-ordchg", "quantity-and-cancelled-line.json", "idoc-xml"))
            .contains("<MESTYP>ORDCHG</MESTYP>", "<ACTION>003</ACTION>");
        assertThat(written("idoc/pexr2002/remittance-remadv", "cash-discount.json", "idoc-flat")).startsWith("EDI_DC40")
            .contains("PEXR2002", "E2IDPU2");
        assertThat(written("idoc/systat01/processing-status-status", "sent.json", "idoc-xml")).contains("<STATUS>12</STATUS>");
    }

    private JsonNode translated(String bundle, String sample) throws IOException {
        Path file = MAPPINGS.resolve(bundle + "/samples/accepts/" + sample);
        // what an IDoc does not say may hold it; what cannot be read would reject it
        run("check", file.toString());
        assertThat(out).containsAnyOf(": accepted", ": held");
        assertThat(run("translate", file.toString())).as(err.toString()).isZero();
        return json.readTree(out);
    }

    /** A canonical sample as a file of one document a line. */
    private String written(String bundle, String sample, String to) {
        try {
            JsonNode document = json.readTree(MAPPINGS.resolve(bundle + "/samples/accepts/" + sample).toFile());
            Path file = Files.writeString(folder.resolve("document.json"), document.toString());
            assertThat(run("translate", file.toString(), "--to", to)).as(err.toString()).isZero();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wrongUseIsToldFromBadInput() {
        assertThat(run("chek", "x")).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("check", "no-such-file.edi")).isEqualTo(2);
        assertThat(run("translate", ORDER.toString(), "--to", "pdf")).isEqualTo(2);
    }

    private Path changed(String from, String to) throws IOException {
        return Files.writeString(folder.resolve("changed.edi"), Files.readString(ORDER).replace(from, to));
    }

    private List<String> verdicts() throws IOException {
        List<String> verdicts = new ArrayList<>();
        for (String line : out.lines().toList()) {
            verdicts.add(json.readTree(line).path("verdict").asText());
        }
        return verdicts;
    }

    private int run(String... args) {
        StringWriter text = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            CommandLine line = HubCommands.commandLine().setOut(new PrintWriter(text, true)).setErr(new PrintWriter(err, true));
            return line.execute(args);
        } finally {
            System.setOut(console);
            out = text + bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
