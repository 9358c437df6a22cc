// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import static io.acornhub.idoc.IdocSamples.fields;
import static io.acornhub.idoc.IdocSamples.resource;
import static io.acornhub.idoc.IdocSamples.trees;
import static io.acornhub.idoc.IdocSamples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.acornhub.SharedSamples;
import io.acornhub.idoc.IdocReading.Unknown;
import io.acornhub.idoc.IdocWriting.LineEnd;
import io.acornhub.idoc.IdocWriting.Width;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdocRoundTripTest {
    /** What is no IDoc the hub takes, by the sample's number. */
    private static final Map<String, FaultCode> REFUSED = Map.of("s19", FaultCode.IDOC_RECORD_TYPE_OLD,
        "w11", FaultCode.IDOC_CONTROL_RECORD_MISSING, "w12", FaultCode.IDOC_SEGMENT_UNKNOWN);
    private static final IdocWriting XML = IdocWriting.of(Map.of("format", "xml"));

    @ParameterizedTest
    @ValueSource(strings = {"w01-orders05-po-us", "w03-ordrsp-orders05-mixed"})
    void aFlatFileReadAndWrittenIsTheSameBytes(String sample) {
        byte[] flat = resource(sample + ".idoc.txt");

        assertThat(write(IdocWriting.DEFAULT, trees(flat))).isEqualTo(flat);
    }

    @Test
    void aTrimmedFileOfTwoIdocsWithCarriageReturnsIsTheSameBytes() {
        byte[] flat = resource("w10-orders05-two-idocs.idoc.txt");
        IdocWriting trimmed = new IdocWriting(IdocForm.FLAT, StandardCharsets.UTF_8, LineEnd.CRLF, Width.TRIMMED);

        assertThat(trees(flat)).hasSize(2);
        assertThat(write(trimmed, trees(flat))).isEqualTo(flat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w01-orders05-po-us", "w03-ordrsp-orders05-mixed", "w10-orders05-two-idocs"})
    void flatAndXmlAreTheSameFieldByField(String sample) {
        assertThat(fields(trees(resource(sample + ".idoc.txt")))).isEqualTo(fields(trees(resource(sample + ".xml"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w01-orders05-po-us", "w03-ordrsp-orders05-mixed", "w10-orders05-two-idocs"})
    void xmlWrittenFromTheFlatFileIsTheXmlFile(String sample) {
        String wanted = new String(resource(sample + ".xml"), StandardCharsets.UTF_8).replaceFirst("<!--.*-->\n", "");

        assertThat(new String(write(XML, trees(resource(sample + ".idoc.txt"))), StandardCharsets.UTF_8)).isEqualTo(wanted);
    }

    @Test
    void theFlatFileWrittenFromXmlIsTheFlatFile() {
        assertThat(write(IdocWriting.DEFAULT, trees(resource("w03-ordrsp-orders05-mixed.xml"))))
            .isEqualTo(resource("w03-ordrsp-orders05-mixed.idoc.txt"));
    }

    @ParameterizedTest
    @CsvSource({"d01-ordrsp-orders05-x12-4010.idoc.txt,s01-ordrsp-orders05-x12-4010.xml",
        "d10-orders05-purchase-order-soap.idoc.txt,s10-orders05-purchase-order-soap.xml",
        "d02-desadv-delvry07-x12-4010.idoc.txt,s02-desadv-delvry07-x12-4010.xml"})
    void publicSamplesAreTheSameInBothFormsButForWhatTheFlatFormCannotHold(String flat, String xml) throws IOException {
        List<String> fromFlat = fields(trees(Files.readAllBytes(SharedSamples.sample("idoc/" + flat))));
        List<String> fromXml = fields(trees(Files.readAllBytes(SharedSamples.sample("idoc/" + xml))));

        // the partner numbers are longer than their fields, and one sample has two fields of a segment the other way round
        assertThat(fromFlat.stream().filter(line -> !line.contains("PRN=")))
            .containsExactlyInAnyOrderElementsOf(fromXml.stream().filter(line -> !line.contains("PRN=")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"d01-ordrsp-orders05-x12-4010", "d10-orders05-purchase-order-soap", "w02-ordchg-orders05"})
    void publicFlatSamplesReadAndWrittenAreTheSameBytes(String sample) throws IOException {
        byte[] flat = Files.readAllBytes(SharedSamples.sample("idoc/" + sample + ".idoc.txt"));

        assertThat(write(IdocWriting.DEFAULT, trees(flat))).isEqualTo(flat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w01-orders05-po-us", "w02-ordchg-orders05", "w03-ordrsp-orders05-mixed", "w04-desadv-delvry07-hu",
        "w05-invoic02-us", "w06-invoic02-credit", "w10-orders05-two-idocs"})
    void pairsOfOneDocumentAreTheSameFromFlatToXmlAndBack(String sample) throws IOException {
        byte[] flat = Files.readAllBytes(SharedSamples.sample("idoc/" + sample + ".idoc.txt"));
        byte[] xml = Files.readAllBytes(SharedSamples.sample("idoc/" + sample + ".xml"));
        byte[] written = write(XML, trees(flat));

        assertThat(fields(trees(written))).isEqualTo(fields(trees(xml))).isEqualTo(fields(trees(flat)));
        assertThat(fields(trees(write(IdocWriting.DEFAULT, trees(written))))).isEqualTo(fields(trees(flat)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d01-ordrsp-orders05-x12-4010", "d02-desadv-delvry07-x12-4010", "d03-invoic02-x12-4010",
        "d10-orders05-purchase-order-soap", "w04-desadv-delvry07-hu", "w05-invoic02-us", "w06-invoic02-credit"})
    void aPublicFlatFileIsTheSameBytesAfterXmlAndBack(String sample) throws IOException {
        byte[] flat = Files.readAllBytes(SharedSamples.sample("idoc/" + sample + ".idoc.txt"));

        assertThat(write(IdocWriting.DEFAULT, trees(write(XML, trees(flat))))).isEqualTo(flat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w07-pexr2002-remadv", "w08-systat01-status", "w09-aleaud01"})
    void typesWithoutAFlatSampleAreTheSameFromXmlToFlatAndBack(String sample) throws IOException {
        byte[] xml = Files.readAllBytes(SharedSamples.sample("idoc/" + sample + ".xml"));

        assertThat(fields(trees(write(IdocWriting.DEFAULT, trees(xml))))).isEqualTo(fields(trees(xml)));
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsReadOrRefusedInWords() throws IOException {
        Path folder = SharedSamples.sample("idoc/INDEX.tsv").getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*[.](xml|idoc[.]txt)")).sorted().toList().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> readOrRefused(file)));
        }
    }

    private static void readOrRefused(Path file) throws IOException {
        FaultCode wanted = REFUSED.get(file.getFileName().toString().substring(0, 3));
        IdocReading reading = new IdocReading(StandardCharsets.UTF_8, Unknown.KEEP, Unknown.KEEP);
        byte[] bytes = Files.readAllBytes(file);
        if (wanted == null) {
            assertThat(IdocSamples.read(bytes, reading)).isNotEmpty()
                .allSatisfy(idoc -> assertThat(idoc.control("MESTYP")).isNotBlank());
        } else {
            assertThatThrownBy(() -> IdocSamples.read(bytes)).isInstanceOfSatisfying(FaultException.class,
                e -> assertThat(e.faults()).first().satisfies(fault -> assertThat(fault.code()).isEqualTo(wanted)));
        }
    }

    @Test
    void aSegmentMayStandAtSeveralPlacesOfTheTree(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("ztrans01"));
        Files.writeString(folder.resolve("ztrans01/layout.yaml"), """
            type: ZTRANS01
            title: deliveries and units on a transport
            segments:
              - {segment: E1T, definition: E2T, level: 1, min: 1, max: 1, fields: [NUMBER:4]}
              - {segment: E1D, definition: E2D, level: 2, parent: E1T, fields: [NUMBER:4]}
              - {segment: E1U, definition: E2U, level: 3, parent: E1D, fields: [UNIT:4]}
              - {segment: E1C, definition: E2C, level: 4, parent: E1U, fields: [PART:4]}
              - {segment: E1U, definition: E2U, level: 2, parent: E1T, fields: [UNIT:4]}
              - {segment: E1C, definition: E2C, level: 3, parent: E1U, fields: [PART:4]}
            """);
        IdocLayouts layouts = IdocLayouts.load(Path.of("edi-mappings/idoc"), folder);
        String control = IdocSamples.control().replace("ORDERS05", "ZTRANS01");
        String file = control + IdocSamples.record("E2T", 1, "0001") + IdocSamples.record("E2D", 2, "0011")
            + IdocSamples.record("E2U", 3, "D1") + IdocSamples.record("E2C", 4, "A") + IdocSamples.record("E2U", 2, "T1")
            + IdocSamples.record("E2C", 3, "B");

        Node flat = one(layouts, file.getBytes(StandardCharsets.UTF_8));
        Node xml = one(layouts, new IdocWriter(layouts, XML).write(flat));

        assertThat(flat.value("E1T/E1D/E1U/E1C/PART")).isEqualTo("A");
        assertThat(flat.value("E1T/E1U/E1C/PART")).isEqualTo("B");
        assertThat(fields(List.of(xml))).isEqualTo(fields(List.of(flat)));
        assertThat(fields(List.of(one(layouts, new IdocWriter(layouts, IdocWriting.DEFAULT).write(xml)))))
            .isEqualTo(fields(List.of(flat)));
    }

    private static Node one(IdocLayouts layouts, byte[] file) throws IOException {
        List<Idoc> idocs = new ArrayList<>();
        new IdocReader(layouts, IdocReading.DEFAULT).read(new ByteArrayInputStream(file), idocs::add);
        return idocs.get(0).tree();
    }

    @Test
    void anXmlFileWithTabsAndWithoutDeclarationIsRead() throws IOException {
        byte[] xml = Files.readAllBytes(SharedSamples.sample("idoc/s07-ordrsp-orders05-soap.xml"));

        assertThat(trees(xml)).singleElement().satisfies(tree -> {
            assertThat(tree.value("EDI_DC40/MESTYP")).isEqualTo("ORDRSP");
            assertThat(tree.children("E1EDP01")).hasSize(2);
        });
    }
}
