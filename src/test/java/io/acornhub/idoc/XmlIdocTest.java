// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import static io.acornhub.idoc.IdocSamples.readText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.idoc.IdocReading.Unknown;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlIdocTest {
    private static final String CONTROL = "<EDI_DC40 SEGMENT=\"1\"><TABNAM>EDI_DC40</TABNAM><IDOCTYP>ORDERS05</IDOCTYP>"
        + "<MESTYP>ORDRSP</MESTYP></EDI_DC40>";

    private static String file(String segments) {
        return "<ORDERS05><IDOC BEGIN=\"1\">" + CONTROL + segments + "</IDOC></ORDERS05>";
    }

    @Test
    void e2NamesOfConnectorsAreTheSameSegments() {
        Idoc idoc = readText(file("<E2EDP01011 SEGMENT=\"1\"><POSEX>10</POSEX>"
            + "<E2EDP19003 SEGMENT=\"1\"><QUALF>001</QUALF></E2EDP19003></E2EDP01011>")).get(0);

        assertThat(idoc.tree().value("E1EDP01/POSEX")).isEqualTo("10");
        assertThat(idoc.tree().value("E1EDP01/E1EDP19/QUALF")).isEqualTo("001");
    }

    @Test
    void theSoapFormWithANamespaceOnItsRootIsRead() {
        String soap = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><n0:ORDERS05 xmlns:n0="
            + "'urn:sap-com:document:sap:idoc:soap:messages'>" + file("<E1EDK01><BELNR>1</BELNR></E1EDK01>").substring(10)
            .replace("</ORDERS05>", "</n0:ORDERS05></e:Body></e:Envelope>");

        assertThat(readText(soap).get(0).tree().value("E1EDK01/BELNR")).isEqualTo("1");
    }

    @Test
    void theEncodingIsWhatTheFileSays() {
        byte[] latin = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + file("<E1EDKA1><NAME1>Müller</NAME1></E1EDKA1>"))
            .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(IdocSamples.read(latin).get(0).tree().value("E1EDKA1/NAME1")).isEqualTo("Müller");
    }

    @Test
    void commentsCdataAndReferencesAreUnderstood() {
        Idoc idoc = readText("<!-- <IDOC> -->\n" + file("<!-- </IDOC> --><E1EDKA1><NAME1><![CDATA[A </IDOC> B]]></NAME1>"
            + "<NAME2>C &amp; D&#246;</NAME2></E1EDKA1>")).get(0);

        assertThat(idoc.tree().value("E1EDKA1/NAME1")).isEqualTo("A </IDOC> B");
        assertThat(idoc.tree().value("E1EDKA1/NAME2")).isEqualTo("C & Dö");
    }

    @Test
    void emptyFieldsAreAbsentAndEmptySegmentsStay() {
        Idoc idoc = readText(file("<E1EDK01 SEGMENT=\"1\"/><E1EDK14><QUALF></QUALF><ORGID/></E1EDK14>")).get(0);

        assertThat(idoc.tree().child("E1EDK01").children()).isEmpty();
        assertThat(idoc.tree().child("E1EDK14").children()).isEmpty();
    }

    @Test
    void anUnknownFieldIsKeptWithAWarningOrFails() {
        String xml = file("<E1EDK01 SEGMENT=\"1\"><NEWFIELD>7</NEWFIELD></E1EDK01>");

        Idoc idoc = readText(xml).get(0);
        assertThat(idoc.tree().value("E1EDK01/NEWFIELD")).isEqualTo("7");
        assertThat(idoc.warnings()).singleElement().extracting(Fault::code).isEqualTo(FaultCode.IDOC_FIELD_UNKNOWN);
        IdocReading strict = new IdocReading(StandardCharsets.UTF_8, Unknown.FAIL, Unknown.FAIL);
        assertThat(faultOf(xml, strict).code()).isEqualTo(FaultCode.IDOC_FIELD_UNKNOWN);
    }

    @Test
    void anUnknownSegmentIsKeptWithAllThatIsInItOrFails() {
        String xml = file("<E1EDK01 SEGMENT=\"1\"><Z1HEAD SEGMENT=\"1\"><_-ACME_-CODE>7</_-ACME_-CODE></Z1HEAD></E1EDK01>");

        assertThat(faultOf(xml, IdocReading.DEFAULT).code()).isEqualTo(FaultCode.IDOC_SEGMENT_UNKNOWN);
        IdocReading keep = new IdocReading(StandardCharsets.UTF_8, Unknown.KEEP, Unknown.KEEP);
        Idoc idoc = IdocSamples.read(xml.getBytes(StandardCharsets.UTF_8), keep).get(0);
        assertThat(idoc.tree().value("E1EDK01/Z1HEAD/_-ACME_-CODE")).isEqualTo("7");
        assertThat(idoc.warnings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <E1EDP02><QUALF>001</QUALF></E1EDP02>                  | IDOC_SEGMENT_OUT_OF_PLACE | E1EDP02 stands under IDOC
        <E1EDS01/><E1EDK01/>                                   | IDOC_SEGMENT_OUT_OF_PLACE | E1EDK01 stands after E1EDS01
        <E1EDK01>lost<BELNR>1</BELNR></E1EDK01>                | IDOC_UNREADABLE           | text outside its fields: 'lost'
        <E1EDK01><BELNR>&secret;</BELNR></E1EDK01>             | IDOC_UNREADABLE           | secret
        <E1EDK01><BELNR>1</E1EDK01></BELNR>                    | IDOC_UNREADABLE           | not well-formed
        """)
    void whatIsWrongInsideAnIdocIsSaid(String segments, FaultCode code, String text) {
        Fault fault = faultOf(file(segments), IdocReading.DEFAULT);

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).contains(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <ORDERS05><IDOC BEGIN="1"><E1EDK01/></IDOC></ORDERS05> | IDOC_CONTROL_RECORD_MISSING | EDI_DC40 must come first
        <ORDERS05><IDOC><EDI_DC/></IDOC></ORDERS05>            | IDOC_RECORD_TYPE_OLD        | WE21
        <ORDERS05><IDOC><EDI_DC40><TABN                        | IDOC_UNREADABLE             | inside IDoc 1: it is cut
        <ORDERS05><IDOC/>                                      | IDOC_UNREADABLE             | inside element ORDERS05: it is cut
        <html><body>not found</body></html>                    | IDOC_UNREADABLE             | root element html, holds no IDOC
        <!DOCTYPE x [<!ENTITY e SYSTEM "file:/x">]><x/>        | IDOC_UNREADABLE             | document type declaration
        <ORDERS05/>                                            | IDOC_UNREADABLE             | holds no IDOC
        """)
    void whatIsWrongWithTheFileIsSaid(String xml, FaultCode code, String text) {
        Fault fault = new ReadingOn().faultOf(xml);

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).contains(text);
    }

    /** Reads on behind refused IDocs, so that the fault of the file itself shows. */
    private static final class ReadingOn implements IdocHandler {
        private Fault fault;

        @Override
        public void idoc(Idoc idoc) {
            assertThat(idoc.slice().ordinal()).isPositive();
        }

        @Override
        public void refused(IdocSlice slice, FaultException refused) {
            fault = refused.faults().get(0);
        }

        Fault faultOf(String xml) {
            try {
                new IdocReader(IdocSamples.LAYOUTS, IdocReading.DEFAULT)
                    .read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), this);
            } catch (FaultException e) {
                fault = e.faults().get(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return fault;
        }
    }

    private static Fault faultOf(String xml, IdocReading reading) {
        Fault[] found = new Fault[1];
        assertThatThrownBy(() -> IdocSamples.read(xml.getBytes(StandardCharsets.UTF_8), reading))
            .isInstanceOfSatisfying(FaultException.class, e -> found[0] = e.faults().get(0));
        return found[0];
    }
}
