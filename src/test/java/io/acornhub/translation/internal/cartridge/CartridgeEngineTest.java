// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.Grammars;
import io.acornhub.edi.SetGrammar;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.interchange.PartnerFault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cartridge over a small grammar of release 005010: repetitions, composites, tags that begin like others. */
class CartridgeEngineTest {
    private static final String GRAMMAR = """
        <schema xmlns="http://xlate.io/EDISchema/v4">
          <transaction>
            <sequence>
              <segment type="BEG" minOccurs="1"/>
              <segment type="N10"/>
              <loop code="L_N1" maxOccurs="9">
                <sequence>
                  <segment type="N1" minOccurs="1"/>
                  <segment type="N11" maxOccurs="2"/>
                </sequence>
              </loop>
            </sequence>
          </transaction>
          <elementType name="E1" number="1" base="string" minLength="1" maxLength="30"/>
          <compositeType name="C1"><sequence><element type="E1"/><element type="E1"/>
            <element type="E1"/></sequence></compositeType>
          <segmentType name="BEG"><sequence><element type="E1"/><element type="E1" maxOccurs="3"/>
            <composite type="C1" maxOccurs="2"/><element type="E1"/></sequence></segmentType>
          <segmentType name="N1"><sequence><element type="E1"/><element type="E1"/></sequence></segmentType>
          <segmentType name="N10"><sequence><element type="E1"/></sequence></segmentType>
          <segmentType name="N11"><sequence><element type="E1"/></sequence></segmentType>
        </schema>
        """;
    private static SetGrammar grammar;
    private static CartridgeEngine engine;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        Path file = Files.writeString(folder.resolve("grammar.xml"), GRAMMAR);
        grammar = Grammars.load(file, "850", "005010");
        engine = CartridgeEngine.of(grammar, folder.resolve("schemas"));
    }

    private static String interchange(String e, String r, String c, String t, String version, String... segments) {
        String isa = String.join(e, "ISA", "00", " ".repeat(10), "00", " ".repeat(10), "ZZ", "AMAZON         ", "ZZ",
            "ACMEVENDOR     ",
            "260302", "0815", r, version, "000000001", "0", "P", c) + t;
        return isa + String.join(e, "GS", "PO", "A1", "B1", "20260302", "0815", "1", "X", "005010") + t
            + String.join(e, "ST", "850", "0001") + t + String.join(t, segments) + t
            + String.join(e, "SE", String.valueOf(segments.length + 2), "0001") + t
            + String.join(e, "GE", "1", "1") + t + String.join(e, "IEA", "1", "000000001") + t;
    }

    private static String standard(String... segments) {
        return interchange("*", "^", ">", "~", "00501", segments);
    }

    private static Node set(Node interchange) {
        return interchange.child("FunctionalGroup").child("TransactionSet");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void sameBothWays(String text, Charset charset) throws IOException {
        byte[] bytes = text.getBytes(charset);
        List<Node> trees = engine.parse(bytes);
        assertThat(HubReading.faults(bytes, grammar)).isEmpty();
        assertThat(HubReading.text(trees)).isEqualTo(HubReading.text(HubReading.trees(bytes, grammar)));
        assertThat(new String(engine.unparse(trees.get(0), Delimiters.of(text), charset), charset)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"BEG*A, BEG01", "BEG**B, BEG02", "BEG*A***D, BEG01 BEG04", "BEG**B1^B2^B3, BEG02 BEG02 BEG02",
        "BEG*A*B1^B2**D, BEG01 BEG02 BEG02 BEG04",
        "BEG***X>>Z, BEG03", "BEG***X>Y^>Y2*D, BEG03 BEG03 BEG04", "BEG***>>Z^X, BEG03 BEG03"})
    void elementsRepetitionsAndComponentsStandWhereTheyBelong(String segment, String names) throws IOException {
        sameBothWays(standard(segment), StandardCharsets.US_ASCII);
        assertThat(set(engine.parse(bytes(standard(segment))).get(0)).child("BEG").children()).extracting(Node::name)
            .containsExactly(names.split(" "));
    }

    @Test
    void tagsThatBeginLikeOthersAreToldApart() throws IOException {
        String text = standard("BEG*A", "N10*X", "N1*A", "N11*B", "N11*C", "N1*D");
        sameBothWays(text, StandardCharsets.US_ASCII);
        assertThat(set(engine.parse(bytes(text)).get(0)).children()).extracting(Node::name)
            .containsExactly("ST", "BEG", "N10", "LoopN1", "LoopN1", "SE");
        assertThatThrownBy(() -> engine.parse(bytes(standard("BEG*A", "N1*A", "N10*X")))).isInstanceOf(PartnerFault.class);
    }

    @ParameterizedTest
    @CsvSource({"42, 94, 62, 126", "124, 43, 58, 39", "29, 31, 28, 10", "37, 94, 58, 33", "42, 37, 94, 13", "127, 94, 58, 21",
        "9, 94, 58, 126"})
    void everyInterchangeBringsItsOwnDelimiters(int element, int repetition, int component, int terminator) throws IOException {
        String e = Character.toString(element);
        String c = Character.toString(component);
        String text = interchange(e, Character.toString(repetition), c, Character.toString(terminator), "00501",
            "BEG" + e + "A" + e + "B" + (char) repetition + "C" + e + "X" + c + "Y", "N1" + e + "WHY?NOT");
        assertThat(new String(engine.unparse(engine.parse(bytes(text)).get(0), Delimiters.of(text), StandardCharsets.US_ASCII),
            StandardCharsets.US_ASCII)).isEqualTo(text);
        if (element > ' ') {
            // the hub takes no control character for an element separator
            sameBothWays(text, StandardCharsets.US_ASCII);
        }
    }

    @Test
    void interchangesOfOneFileMayHaveDifferentDelimiters() {
        String text = standard("BEG*A") + "\r\n" + interchange("|", "^", ":", "'", "00501", "BEG|B") + "\n";
        assertThat(engine.parse(bytes(text))).extracting(tree -> set(tree).value("BEG/BEG01")).containsExactly("A", "B");
    }

    @Test
    void textIsReadAsUtf8WhereItIsAndElseAsIso88591() throws IOException {
        sameBothWays(standard("BEG*Gr\u00fc\u00dfe", "N1*\u20ac"), StandardCharsets.UTF_8);
        sameBothWays(standard("BEG*Gr\u00fc\u00dfe"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void setsOfOtherKindsArePassedOver() {
        String text = standard("BEG*A").replace("GE*1*1~",
            "GE*1*1~GS*FA*A1*B1*20260302*0815*2*X*005010~ST*997*0001~AK1*PO*1~AK9*A*1*1*1~"
            + "SE*4*0001~GE*1*2~");
        assertThat(engine.parse(bytes(text)).get(0).children("FunctionalGroup")).extracting(group -> group.children().size())
            .containsExactly(3, 2);
    }

    @Test
    void aTreeThatIsNotTheSchemasIsNotWritten() {
        Node tree = engine.parse(bytes(standard("BEG*A"))).get(0);
        set(tree).add(Node.leaf("XYZ", "1", 0));
        assertThatThrownBy(() -> engine.unparse(tree, Delimiters.of(standard("BEG*A")), StandardCharsets.UTF_8))
            .isInstanceOfSatisfying(MappingFault.class, fault -> {
                assertThat(fault.faults().get(0).code()).isEqualTo(FaultCode.OUTGOING_INVALID);
                assertThat(fault.faults().get(0).text()).contains("XYZ");
            });
    }

    @Test
    void aSliceIsCompletedAndAWholeInterchangeLeftAlone() {
        byte[] whole = bytes(standard("BEG*A"));
        String slice = standard("BEG*A").replaceAll("GE[*].*", "");
        assertThat(Slice.completed(bytes(slice + "\r\n"))).isEqualTo(whole);
        assertThat(Slice.completed(whole)).isSameAs(whole);
    }

    @Test
    void aSchemaFileIsNamedByItsContentAndWrittenOnce() throws IOException {
        SchemaFiles files = new SchemaFiles(folder.resolve("named"));
        Path first = files.schema(grammar);
        assertThat(first.getFileName().toString()).matches("x12-005010-850-[0-9a-f]{16}[.]dfdl[.]xsd");
        assertThat(files.schema(grammar)).isEqualTo(first);
        Path other = Files.writeString(folder.resolve("other.xml"), GRAMMAR.replace("maxOccurs=\"9\"", "maxOccurs=\"8\""));
        assertThat(files.schema(Grammars.load(other, "850", "005010"))).isNotEqualTo(first);
        try (var written = Files.list(folder.resolve("named"))) {
            assertThat(written).hasSize(2);
        }
    }

    @Test
    void aSchemaThatDoesNotCompileIsTheMappingsFault() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.dfdl.xsd"), "<schema/>");
        assertThatThrownBy(() -> CartridgeEngine.of(broken)).isInstanceOf(MappingFault.class)
            .hasMessageContaining("broken.dfdl.xsd");
    }
}
