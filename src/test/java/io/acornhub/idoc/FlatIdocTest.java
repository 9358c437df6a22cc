// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import static io.acornhub.idoc.IdocSamples.control;
import static io.acornhub.idoc.IdocSamples.readText;
import static io.acornhub.idoc.IdocSamples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.SharedSamples;
import io.acornhub.idoc.IdocReading.Unknown;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatIdocTest {
    private static final IdocReading KEEP = new IdocReading(StandardCharsets.UTF_8, Unknown.KEEP, Unknown.KEEP);

    @Test
    void fieldsAreCutByCharactersNotBytes() {
        Idoc idoc = readText(control() + record("E2EDKA1003", 2, String.format("%-3s%-17s%-17s%-35s%-35s", "WE", "4711", "",
            "Müller & Söhne – Köln",
            "Straße 5"))).get(0);

        assertThat(idoc.tree().value("E1EDKA1/NAME1")).isEqualTo("Müller & Söhne – Köln");
        assertThat(idoc.tree().value("E1EDKA1/NAME2")).isEqualTo("Straße 5");
    }

    @Test
    void theCharacterSetIsASetting() {
        byte[] latin = (control() + record("E2EDKA1003", 2, String.format("%-3s%-34s%-35sKöln", "WE", "", "Müller")))
            .getBytes(StandardCharsets.ISO_8859_1);
        IdocReading reading = new IdocReading(StandardCharsets.ISO_8859_1, Unknown.FAIL, Unknown.KEEP);

        assertThat(IdocSamples.read(latin, reading).get(0).tree().value("E1EDKA1/NAME2")).isEqualTo("Köln");
        assertThat(faultOf(latin).code()).isEqualTo(FaultCode.FILE_ENCODING);
        assertThat(faultOf(latin).text()).contains("record 2 is not in UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoCharacterOfTheFirstRecord() {
        assertThat(readText("\ufeff" + control()).get(0).control("MESTYP")).isEqualTo("ORDRSP");
    }

    @Test
    void versionsOfAnyReleaseAndE1NamesAreTheSameSegment() {
        Idoc idoc = readText(control() + record("E2EDP01011", 2, "000010") + record("E2EDP01009", 2, "000020")
            + record("E2EDP01", 2, "000030") + record("E1EDP01", 2, "000040") + record("E1EDP01011", 2, "000050")).get(0);

        assertThat(idoc.tree().children("E1EDP01")).extracting(line -> line.value("POSEX"))
            .containsExactly("000010", "000020", "000030", "000040", "000050");
    }

    @Test
    void theTreeComesFromTheLayoutWhateverTheNumbersInTheRecordsSay() {
        Idoc idoc = readText(control() + record("E2EDP01011", 0, "000010") + record("E2EDP05002", 0, "+")
            + record("E2EDPS5000", 0, "X")
            + record("E2EDP20002", 0, "5") + record("E2EDP01011", 0, "000020") + record("E2EDS01", 9, "001")).get(0);

        assertThat(idoc.tree().children()).extracting(Node::name).containsExactly("EDI_DC40", "E1EDP01", "E1EDP01", "E1EDS01");
        assertThat(idoc.tree().child("E1EDP01").child("E1EDP05").child("E1EDPS5")).isNotNull();
        assertThat(idoc.tree().child("E1EDP01").value("E1EDP20/WMENG")).isEqualTo("5");
        assertThat(idoc.tree().children("E1EDP01").get(1).position()).isEqualTo(6);
    }

    @Test
    void leadingBlanksTrailingMinusAndNoDateStayInTheTreeAsTheyCame() {
        Node line = readText(control() + record("E2EDP01011", 2, String.format("%-6s%-3s1%s", "10", "002", "       10.500-"))
            + record("E2EDP20002", 3,
            String.format("%-15s%-15s%s", " 4.000", "", "00000000"))).get(0).tree().child("E1EDP01");

        assertThat(line.value("MENGE")).isEqualTo("      10.500-");
        assertThat(IdocValues.decimal(line.value("MENGE"))).isEqualByComparingTo("-10.5");
        assertThat(IdocValues.decimal(line.value("E1EDP20/WMENG"))).isEqualByComparingTo("4");
        assertThat(IdocValues.date(line.value("E1EDP20/EDATU"))).isNull();
    }

    @Test
    void aSegmentUnderNoParentIsOutOfPlace() {
        Fault fault = faultOf(control() + record("E2EDP02002", 3, "001"));

        assertThat(fault.code()).isEqualTo(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE);
        assertThat(fault.position()).isEqualTo(2);
        assertThat(fault.text()).isEqualTo("segment E1EDP02 belongs under E1EDP01, which is not before it");
    }

    @Test
    void aSegmentBehindOneThatTheLayoutHasLaterIsOutOfPlace() {
        Fault fault = faultOf(control() + record("E2EDS01", 2, "001") + record("E2EDK14", 2, "00610"));

        assertThat(fault.code()).isEqualTo(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE);
        assertThat(fault.position()).isEqualTo(3);
        assertThat(fault.text()).contains("E1EDK14 stands after E1EDS01");
    }

    @Test
    void moreThanTheLayoutAllowsIsReadWithAWarning() {
        Idoc idoc = readText(control() + record("E2EDP01011", 2, "10") + record("E2EDP19003", 3, "001A").repeat(6)).get(0);

        assertThat(idoc.tree().child("E1EDP01").children("E1EDP19")).hasSize(6);
        assertThat(idoc.warnings()).singleElement().extracting(Fault::text).asString().contains("more than 5 times");
    }

    @Test
    void aRecordLongerThanItsLayoutKeepsItsTail() {
        Idoc idoc = readText(control() + record("E2EDK14", 2, String.format("%-38sNEW FIELD", "006"))).get(0);

        assertThat(idoc.tree().value("E1EDK14/_TAIL")).isEqualTo("NEW FIELD");
        assertThat(idoc.warnings()).singleElement().extracting(Fault::code).isEqualTo(FaultCode.IDOC_FIELD_UNKNOWN);
    }

    @Test
    void anUnknownSegmentFailsUnlessItIsToBeKept() {
        String file = control() + record("E2EDP01011", 2, "000010") + record("Z1SHOP", 3, "PRIO 1") + record("E2EDP20002", 3,
            "5");

        assertThat(faultOf(file).code()).isEqualTo(FaultCode.IDOC_SEGMENT_UNKNOWN);
        assertThat(faultOf(file).position()).isEqualTo(3);
        Idoc kept = IdocSamples.read(file.getBytes(StandardCharsets.UTF_8), KEEP).get(0);
        assertThat(kept.tree().value("E1EDP01/Z1SHOP/SDATA")).isEqualTo("PRIO 1");
        assertThat(kept.tree().value("E1EDP01/E1EDP20/WMENG")).isEqualTo("5");
        assertThat(kept.warnings()).singleElement().extracting(Fault::code).isEqualTo(FaultCode.IDOC_SEGMENT_UNKNOWN);
    }

    @Test
    void aBadIdocDoesNotKeepTheOthersFromBeingRead() throws IOException {
        String file = control() + record("E2EDS01", 2, "001") + control() + record("NONSENSE", 2, "") + control()
            + record("E2EDS01", 2, "002");
        List<String> seen = new ArrayList<>();

        new IdocReader(IdocSamples.LAYOUTS,
            IdocReading.DEFAULT).read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            new IdocHandler() {
                @Override
                public void idoc(Idoc idoc) {
                    seen.add(idoc.slice().ordinal() + " read");
                }

                @Override
                public void refused(IdocSlice slice, FaultException fault) {
                    seen.add(slice.ordinal() + " refused at record " + fault.faults().get(0).position());
                }
            });

        assertThat(seen).containsExactly("1 read", "2 refused at record 4", "3 read");
    }

    @Test
    void aFileCutInTheMiddleOfARecordIsRefused() {
        String whole = new String(IdocSamples.resource("w01-orders05-po-us.idoc.txt"), StandardCharsets.UTF_8);

        assertThat(faultOf(whole.substring(0, 20_000)).text()).startsWith("the file is cut: record 20 ends after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "hello", "ISA*00*          *00*"})
    void whatIsNoIdocFileIsSaidSo(String file) {
        assertThat(faultOf(file).code()).isIn(FaultCode.FILE_EMPTY, FaultCode.IDOC_CONTROL_RECORD_MISSING);
    }

    @Test
    void aFileWithoutLineEndsIsRefusedWithTheReason() {
        assertThat(faultOf(control().strip() + "E2EDK01005".repeat(10_000)).text()).contains("one record a line");
    }

    @Test
    void utf16IsRefusedWithWhatToDo() {
        assertThat(faultOf(control().getBytes(StandardCharsets.UTF_16)).text()).contains("let the port write UTF-8");
    }

    @Test
    void anIdocTypeWithoutLayoutIsNamed() {
        assertThat(faultOf(control().replace("ORDERS05", "MATMAS05")).text())
            .startsWith("there is no layout for IDoc type MATMAS05; there are [").contains("ORDERS05");
    }

    @Test
    void theNegativeSamplesAreRefusedForTheirReason() throws IOException {
        assertThat(faultOf(sample("w11-bad-no-control.idoc.txt")).code()).isEqualTo(FaultCode.IDOC_CONTROL_RECORD_MISSING);
        Fault unknown = faultOf(sample("w12-bad-unknown-segment.idoc.txt"));
        assertThat(unknown.code()).isEqualTo(FaultCode.IDOC_SEGMENT_UNKNOWN);
        assertThat(unknown.inWords()).contains("ZZUNKNOWN", "[ZZUNKNOWN at segment 8]");
        Fault old = faultOf(sample("s19-edi_dc-r3-orders05.idoc.txt"));
        assertThat(old.code()).isEqualTo(FaultCode.IDOC_RECORD_TYPE_OLD);
        assertThat(old.text()).contains("EDI_DC", "WE21");
    }

    @Test
    void unknownSegmentsOfThePublicSampleCanBeKept() throws IOException {
        Idoc idoc = IdocSamples.read(sample("w12-bad-unknown-segment.idoc.txt"), KEEP).get(0);

        assertThat(idoc.warnings()).hasSize(4);
        assertThat(idoc.tree().children("E1EDP01")).hasSize(1);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SharedSamples.sample("idoc/" + name));
    }

    private static Fault faultOf(String file) {
        return faultOf(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault faultOf(byte[] file) {
        Fault[] found = new Fault[1];
        assertThatThrownBy(() -> IdocSamples.read(file)).isInstanceOfSatisfying(FaultException.class,
            e -> found[0] = e.faults().get(0));
        return found[0];
    }
}
