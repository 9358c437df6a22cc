// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdocWriterTest {
    private final Node idoc = Node.branch("IDOC", 0);
    private final Node control = idoc.add(Node.branch("EDI_DC40", 0));

    IdocWriterTest() {
        leaf(control, "IDOCTYP", "ORDERS05");
        leaf(control, "MESTYP", "ORDERS");
        leaf(control, "DOCNUM", "0000000000000042");
        leaf(control, "MANDT", "100");
    }

    @Test
    void recordsAreFullWidthAndNumberedAsSapDoes() {
        segment("E1EDK01", "BELNR", "4TESTPO1");
        Node line = segment("E1EDP01", "POSEX", "000010");
        leaf(line.add(Node.branch("E1EDP19", 0)), "QUALF", "001");
        segment("E1EDS01", "SUMID", "001");

        String[] records = write(Map.of()).split("\n");

        assertThat(records[0]).hasSize(524).startsWith("EDI_DC40  1000000000000000042");
        assertThat(List.of(records).subList(1, 5)).allSatisfy(record -> assertThat(record).hasSize(1063))
            .extracting(record -> record.substring(0, 66)).containsExactly(
                "E2EDK01005                    100000000000000004200000100000001   ",
                "E2EDP01011                    100000000000000004200000200000002000",
                "E2EDP19003                    100000000000000004200000300000203001",
                "E2EDS01                       100000000000000004200000400000002001");
    }

    @Test
    void umlautsTakeOneCharacterInAnyCharacterSet() {
        segment("E1EDK01", "BELNR", "1");
        segment("E1EDKA1", "NAME1", "Größe Straße");

        assertThat(write(Map.of()).split("\n")[2]).hasSize(1063);
        byte[] latin = IdocSamples.write(IdocWriting.of(Map.of("charset", "ISO-8859-1")), List.of(idoc));
        assertThat(latin).hasSize(525 + 2 * 1064);
        assertThat(new String(latin, StandardCharsets.ISO_8859_1)).contains("Größe Straße");
    }

    @Test
    void aCharacterThePortCannotWriteIsAFaultAndNotAQuestionMark() {
        segment("E1EDK01", "BELNR", "1");
        segment("E1EDKA1", "NAME1", "Łódź");

        Fault fault = faultOf(Map.of("charset", "ISO-8859-1"));
        assertThat(fault.code()).isEqualTo(FaultCode.OUTGOING_INVALID);
        assertThat(fault.text()).startsWith("'Ł' in ").contains("cannot be written in ISO-8859-1");
    }

    @Test
    void fieldsAreWrittenInTheLayoutsOrderWhateverTheTreesIs() {
        Node head = segment("E1EDK01", "BELNR", "1");
        leaf(head, "CURCY", "USD");
        leaf(head, "NTGEW", "  ");

        String xml = write(Map.of("format", "xml"));
        assertThat(xml).contains("      <CURCY>USD</CURCY>\n      <BELNR>1</BELNR>\n").doesNotContain("NTGEW");
    }

    @Test
    void xmlEscapesWhatMustBe() {
        segment("E1EDK01", "BELNR", "A<B>&\"C\"");

        assertThat(write(Map.of("format", "xml"))).contains("<BELNR>A&lt;B&gt;&amp;\"C\"</BELNR>");
    }

    @Test
    void aValueLongerThanItsFieldIsAFaultWithItsPath() {
        segment("E1EDK01", "BELNR", "1");
        segment("E1EDKA1", "PSTLZ", "85043");
        segment("E1EDKA1", "PSTLZ", "85043-1234");

        Fault fault = faultOf(Map.of());
        assertThat(fault.code()).isEqualTo(FaultCode.IDOC_VALUE_TOO_LONG);
        assertThat(fault.element()).isEqualTo("E1EDKA1[2]/PSTLZ");
        assertThat(fault.text()).isEqualTo("E1EDKA1[2]/PSTLZ holds 9 characters, the value has 10: '85043-1234'");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        segment("E1EDS01", "SUMID", "001");
        segment("E1EDK14", "QUALF", "006");
        segment("E1EDK14", "NOSUCH", "x");
        segment("Z1NONE", "A", "x");
        segment("E1EDP02", "QUALF", "a\nb");

        assertThatThrownBy(() -> write(Map.of())).isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.faults())
            .extracting(fault -> fault.code() + " " + fault.element()).containsExactly(
                "IDOC_SEGMENT_OUT_OF_PLACE E1EDK14[1]", "IDOC_FIELD_UNKNOWN E1EDK14[2]/NOSUCH", "IDOC_SEGMENT_UNKNOWN Z1NONE[1]",
                "IDOC_SEGMENT_OUT_OF_PLACE E1EDP02[1]", "OUTGOING_INVALID E1EDP02[1]/QUALF", "VALUE_MISSING E1EDK01"));
    }

    @Test
    void moreThanTheLayoutAllowsIsAFault() {
        segment("E1EDK01", "BELNR", "1");
        Node line = segment("E1EDP01", "POSEX", "10");
        for (int i = 0; i < 6; i++) {
            leaf(line.add(Node.branch("E1EDP19", 0)), "QUALF", "00" + i);
        }

        assertThat(faultOf(Map.of()).text()).isEqualTo("segment E1EDP19 may come 5 times at most");
    }

    @Test
    void aTreeWithoutControlRecordOrTypeIsAFault() {
        Node bare = Node.branch("IDOC", 0);
        bare.add(Node.branch("E1EDK01", 0));

        assertThatThrownBy(() -> IdocSamples.write(IdocWriting.DEFAULT, List.of(bare))).hasMessageContaining("EDI_DC40 first");
    }

    @Test
    void settingsSayWhatTheyCanBe() {
        assertThatThrownBy(() -> IdocWriting.of(Map.of("format", "json"))).hasMessage("format: 'json' is none of [flat, xml]");
        assertThatThrownBy(() -> IdocReading.of(Map.of("charset",
            "klingon"))).hasMessageContaining("no character set called 'klingon'");
        assertThatThrownBy(() -> IdocReading.of(Map.of("charset",
            "UTF-16LE"))).hasMessageContaining("let the file port write UTF-8");
    }

    private Node segment(String name, String field, String value) {
        Node segment = idoc.add(Node.branch(name, 0));
        leaf(segment, field, value);
        return segment;
    }

    private static void leaf(Node segment, String field, String value) {
        segment.add(Node.leaf(field, value, 0));
    }

    private String write(Map<String, String> settings) {
        return new String(IdocSamples.write(IdocWriting.of(settings), List.of(idoc)), StandardCharsets.UTF_8);
    }

    private Fault faultOf(Map<String, String> settings) {
        Fault[] found = new Fault[1];
        assertThatThrownBy(() -> write(settings)).isInstanceOfSatisfying(FaultException.class, e -> found[0] = e.faults().get(0));
        return found[0];
    }
}
