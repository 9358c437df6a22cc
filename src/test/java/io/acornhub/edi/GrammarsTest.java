// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.interchange.MappingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrammarsTest {
    private final SetGrammar order = X12Samples.grammar("850");

    @Test
    void loopsAreNamedAfterTheLastPartOfTheirCode() {
        LoopNode lines = loop(order.root(), "PO1");
        assertThat(lines.name()).isEqualTo("LoopPO1");
        assertThat(lines.code()).isEqualTo("L_PO1");
        assertThat(loop(lines, "N1").name()).isEqualTo("LoopN1");
        assertThat(lines.min()).isEqualTo(1);
    }

    @Test
    void aSetGoesFromItsHeaderToItsTrailer() {
        assertThat(order.root().name()).isEqualTo("TransactionSet");
        assertThat(order.root().children().get(0).tag()).isEqualTo("ST");
        assertThat(order.root().children().get(order.root().children().size() - 1).tag()).isEqualTo("SE");
    }

    @Test
    void elementsHaveNamesTypesAndCodes() {
        ElementUse number = order.segment("BEG").element(3);
        assertThat(number.name()).isEqualTo("BEG03");
        assertThat(number.number()).isEqualTo("324");
        assertThat(number.simple().form()).isEqualTo("AN");
        assertThat(number.simple().max()).isEqualTo(22);
        assertThat(order.segment("PO1").element(3).simple().allows("EA")).isTrue();
        assertThat(order.segment("PO1").element(3).simple().allows("XX")).isFalse();
        assertThat(order.segment("N1").rules()).extracting(SyntaxRule::note).contains("P0304");
    }

    @Test
    void componentsCarryThePlaceOfTheirComposite() {
        ElementUse unit = order.segment("MEA").element(4);
        assertThat(unit.isComposite()).isTrue();
        assertThat(unit.composite().components().get(0).name()).isEqualTo("MEA0401");
    }

    @Test
    void theDictionaryAlsoKnowsSegmentsOfOtherSets() {
        assertThat(order.segment("AK3")).isNotNull();
        assertThat(order.uses("AK3")).isFalse();
        assertThat(order.uses("SLN")).isTrue();
    }

    @Test
    void includesAreFoundBesideTheGrammarWhereverThatIs(@TempDir Path elsewhere) throws IOException {
        Path release = Path.of("edi-mappings/x12/004010");
        Path set = Files.createDirectories(elsewhere.resolve("a folder/997"));
        Files.copy(release.resolve("dictionary.xml"), elsewhere.resolve("a folder/dictionary.xml"));
        Files.copy(release.resolve("997-functional-acknowledgment/grammar.xml"), set.resolve("grammar.xml"));
        assertThat(Grammars.load(set.resolve("grammar.xml"), "997", "004010").uses("AK9")).isTrue();
    }

    @Test
    void aGrammarThatIsNotThereOrNotReadableIsNamed(@TempDir Path folder) throws IOException {
        Path absent = folder.resolve("absent.xml");
        assertThatThrownBy(() -> Grammars.load(absent, "850", "004010")).isInstanceOf(MappingFault.class)
            .hasMessageContaining("absent.xml");
        Path broken = Files.writeString(folder.resolve("broken.xml"),
            "<schema xmlns='http://xlate.io/EDISchema/v4'><include schemaLocation='nowhere.xml'/><transaction/></schema>");
        assertThatThrownBy(() -> Grammars.load(broken, "850", "004010")).isInstanceOf(MappingFault.class)
            .hasMessageContaining("broken.xml");
    }

    @Test
    void theSetHeaderHasAThirdElementFrom005010On() {
        assertThat(EnvelopeSegments.st("004010").elements()).hasSize(2);
        assertThat(EnvelopeSegments.st("005010").elements()).hasSize(3);
    }

    private static LoopNode loop(LoopNode in, String tag) {
        return in.children().stream().filter(LoopNode.class::isInstance).map(LoopNode.class::cast).filter(l -> l.tag()
            .equals(tag))
            .findFirst().orElseThrow();
    }
}
