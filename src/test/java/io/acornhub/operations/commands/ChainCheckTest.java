// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.SharedSamples;
import io.acornhub.edi.CheckReport;
import io.acornhub.edi.CheckReport.Verdict;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of one command line are judged together: what goes out by what came in and by what went out before it. */
class ChainCheckTest {
    private static final Path OWN = Path.of("src/test/resources/commands");
    private static Workbench workbench;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        workbench = new Workbench(Path.of("."));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void aRightChainIsAcceptedFileByFile() throws IOException {
        List<CheckReport> reports = check(own("850"), own("855"), own("856"), own("810"), own("820"));
        assertThat(reports).allSatisfy(r -> assertThat(r.faults()).isEmpty());
        assertThat(reports).extracting(CheckReport::verdict).containsOnly(Verdict.ACCEPTED);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', value = {
        "855 | ACK*IQ*40*EA | ACK*IQ*45*EA | QUANTITY_ABOVE_ORDER",
        "855 | PO1*1*24*EA*12.5* | PO1*1*24*EA*12.6* | PRICE_ABOVE_ORDER",
        "855 | ACK*IB*8*EA*068*20260323~\\n | '' | QUANTITY_NOT_ALL_ANSWERED",
        "856 | SN1**40*EA~ | SN1**49*EA~ | SHIPPED_ABOVE_ACKNOWLEDGED",
        "856 | PRF*4TG7Q2PX | PRF*4TG7Q2PY | ORDER_UNKNOWN",
        "856 | LIN**UP*614141000203 | LIN**UP*614141000302 | REJECTED_LINE_SHIPPED",
        "856 | 00006141410000000029 | 00006141410000000012 | PACKAGE",
        "856 | 00006141410000000029 | 00006141410000000028 | SSCC_CHECK_DIGIT_WRONG",
        "856 | N1*ST**92*PHX6 | N1*ST**92*ONT8 | SHIP_TO_DIFFERS",
        "856 | HL*5*2*P | HL*5*9*P | HIERARCHY_BROKEN",
        "810 | IT1*2*40* | IT1*2*41* | INVOICED_ABOVE_SHIPPED",
        "810 | EA*7.35*NT | EA*7.36*NT | PRICE_DIFFERS",
        "810 | TDS*59400 | TDS*59500 | TOTAL_WRONG",
        "820 | RMR*IV*INV-88123**582.12 | RMR*IV*INV-88124**582.12 | INVOICE_UNKNOWN",
        "820 | BPR*I*558.6 | BPR*I*558.7 | PAYMENT_SUM_WRONG"})
    void whatDoesNotFitTheFilesBeforeItIsHeldForItsReason(String file, String from, String to, String code) throws IOException {
        String text = Files.readString(own(file));
        String wanted = from.replace("\\n", "\n");
        assertThat(text).contains(wanted);
        Path changed = Files.writeString(folder.resolve(file + ".edi"), counted(text.replace(wanted, to)));
        List<Path> files = new ArrayList<>();
        for (String before : List.of("850", "855", "856", "810", "820")) {
            files.add(before.equals(file) ? changed : own(before));
            if (before.equals(file)) {
                break;
            }
        }
        List<CheckReport> reports = check(files.toArray(Path[]::new));
        CheckReport last = reports.remove(reports.size() - 1);
        assertThat(reports).extracting(CheckReport::verdict).containsOnly(Verdict.ACCEPTED);
        assertThat(last.verdict()).isEqualTo(Verdict.HELD);
        assertThat(last.faults()).extracting(f -> f.code().name()).anyMatch(c -> c.startsWith(code));
        assertThat(last.faults()).extracting(Fault::text).allSatisfy(t -> assertThat(t).isNotBlank());
    }

    @Test
    void numbersThatAFileBeforeUsedAreFound() throws IOException {
        Path shipped = again("856", "303");
        Path invoiced = again("810", "304");
        List<CheckReport> reports = check(own("850"), own("855"), own("856"), shipped, own("810"), invoiced);
        assertThat(codes(reports.get(3))).contains(FaultCode.SHIPMENT_ID_REUSED, FaultCode.SSCC_REUSED,
            FaultCode.SHIPPED_ABOVE_ACKNOWLEDGED);
        assertThat(codes(reports.get(5))).contains(FaultCode.INVOICE_NUMBER_REUSED, FaultCode.INVOICED_ABOVE_SHIPPED);
        assertThat(reports.get(4).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aFileAloneIsNotHeldForWhatIsNotAmongTheFiles() throws IOException {
        for (String file : List.of("855", "856", "810")) {
            assertThat(check(own(file)).get(0).verdict()).as(file).isEqualTo(Verdict.ACCEPTED);
        }
        assertThat(check(own("850"), own("810")).get(1).faults()).isEmpty();
    }

    @Test
    void whatTheHubKeepsAsCanonicalJsonIsJudgedTheSameWay() throws IOException {
        List<Fault> faults = new ArrayList<>();
        List<String> notice = new CanonicalInput(workbench, null).read(Files.readAllBytes(own("856")), faults);
        assertThat(faults).isEmpty();
        Path right = Files.writeString(folder.resolve("notice.json"), notice.get(0));
        Path wrong = Files.writeString(folder.resolve("wrong.json"), notice.get(0).replace("\"amount\":40", "\"amount\":400"));
        Path none = Files.writeString(folder.resolve("none.json"), "{\"type\":\"ShipmentNotice\"}");
        assertThat(check(own("850"), own("855"), right).get(2).faults()).isEmpty();
        assertThat(codes(check(own("850"), own("855"), wrong).get(2))).contains(FaultCode.SHIPPED_ABOVE_ACKNOWLEDGED);
        assertThat(check(none).get(0).verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void aWarehousesCartonListIsJudgedByTheGuardsToo() throws IOException {
        String list = Files.readString(Path.of("edi-mappings/csv/cartons/ship-notice/samples/accepts/two-shipments.csv"));
        Path wrong = Files.writeString(folder.resolve("cartons.csv"), list.replace("000012345000000021", "000012345000000022"));
        assertThat(codes(check(wrong).get(0))).contains(FaultCode.SSCC_CHECK_DIGIT_WRONG);
        Path right = Files.writeString(folder.resolve("right.csv"), list);
        assertThat(codes(check(right).get(0))).doesNotContain(FaultCode.SSCC_CHECK_DIGIT_WRONG);
    }

    static Stream<Arguments> guardRows() {
        return Stream.of(Arguments.of("x12-hl-parent-broken.edi", FaultCode.HIERARCHY_BROKEN),
            Arguments.of("x12-uom-differs-from-order-1.edi then x12-uom-differs-from-order-2.edi", FaultCode.UNIT_DIFFERS),
            Arguments.of("x12-uom-differs-from-order-1.edi then x12-ack-line-left-out.edi", FaultCode.LINE_NOT_ACKNOWLEDGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guardRows")
    void whatTheIndexOfBadFilesLeavesToGuardsIsHeld(String files, FaultCode code) throws IOException {
        List<CheckReport> reports = check(Stream.of(files.split(" then ")).map(f -> SharedSamples.sample("bad/" + f)).toArray(Path[]::new));
        CheckReport last = reports.get(reports.size() - 1);
        assertThat(last.verdict()).isEqualTo(Verdict.HELD);
        assertThat(codes(last)).contains(code);
    }

    @Test
    void theFirstWrittenChainIsAcceptedFileByFile() throws IOException {
        Path set = SharedSamples.sample("amazon/us-set1/01-850-4TG7Q2PX.edi").getParent();
        List<CheckReport> reports = check(edi(set, "05b"));
        assertThat(reports).allSatisfy(r -> assertThat(r.verdict()).as(r.file() + " " + r.faults()).isEqualTo(Verdict.ACCEPTED));
        assertThat(check(set.resolve("01-850-4TG7Q2PX.edi"), set.resolve("03-855-4TG7Q2PX.edi"), set.resolve("05b-856-palletised.edi"))
            .get(2).faults()).isEmpty();
    }

    @Test
    void theSecondWrittenChainIsAcceptedButForAnInvoiceWhoseSacIsOutOfPlace() throws IOException {
        Path set = SharedSamples.sample("amazon/us-set2/01-850-7QKX1M3B.edi").getParent();
        for (CheckReport report : check(edi(set, "none"))) {
            if (report.file().contains("07-810")) {
                // SAC13 and SAC15 stand one element too far right, which our grammar tells
                assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
                assertThat(report.faults()).extracting(Fault::segment).contains("SAC");
            } else {
                assertThat(report.verdict()).as(report.file() + " " + report.faults()).isEqualTo(Verdict.ACCEPTED);
            }
        }
    }

    private static Path[] edi(Path set, String without) throws IOException {
        try (Stream<Path> files = Files.list(set)) {
            return files.filter(f -> f.toString().endsWith(".edi") && !f.getFileName().toString().startsWith(without)).sorted()
                .toArray(Path[]::new);
        }
    }

    /** The same document once more in another interchange. */
    private Path again(String file, String control) throws IOException {
        return Files.writeString(folder.resolve(file + "-again.edi"), Files.readString(own(file)).replace("000000" + control, "000000999"));
    }

    /** With the count of segments that the text now has. */
    private static String counted(String text) {
        long segments = text.lines().dropWhile(l -> !l.startsWith("ST*")).takeWhile(l -> !l.startsWith("SE*")).count() + 1;
        return text.replaceFirst("SE[*][0-9]+", "SE*" + segments);
    }

    private static Path own(String name) {
        return OWN.resolve(name + ".edi");
    }

    private static List<FaultCode> codes(CheckReport report) {
        return report.faults().stream().map(Fault::code).toList();
    }

    private static List<CheckReport> check(Path... files) throws IOException {
        FileCheck check = new FileCheck(workbench);
        List<CheckReport> reports = new ArrayList<>();
        for (Path file : files) {
            reports.add(check.check(file));
        }
        return reports;
    }
}
