// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.DocumentType;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultFamily;
import io.acornhub.lifecycle.Finding;
import io.acornhub.lifecycle.InboundRules;
import io.acornhub.lifecycle.Verdicts;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The register of guards, and that README.md says the same. */
class GuardRegisterTest {
    private static final Map<DocumentType, String> SETS = Map.of(DocumentType.ORDER_ACKNOWLEDGMENT, "855, 865",
        DocumentType.SHIPMENT_NOTICE, "856", DocumentType.INVOICE, "810", DocumentType.INVENTORY_ADVICE, "846",
        DocumentType.ROUTING_REQUEST, "753");

    @Test
    void namesAreUniqueWithinADocumentAndReasonsAreOfBusiness() {
        for (DocumentType type : DocumentType.values()) {
            assertThat(Guards.of(type)).extracting(Guard::name).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
            assertThat(Guards.of(type)).extracting(Guard::code).doesNotHaveDuplicates()
                .allMatch(code -> code.family() == FaultFamily.BUSINESS);
        }
    }

    @Test
    void theTableOfTheReadmeIsTheRegister() throws IOException {
        Map<String, List<String>> documents = new LinkedHashMap<>();
        Guards.all().forEach(g -> documents.computeIfAbsent("`" + g.name() + "` | " + g.stops() + " |", k -> new ArrayList<>())
            .add(SETS.get(g.document())));
        List<String> rows = documents.entrySet().stream().map(e -> "| " + String.join(", ", e.getValue()) + " | " + e.getKey()).toList();
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        List<String> guards = readme.subList(readme.indexOf("| before sending | guard | stops |") + 2, readme.size()).stream()
            .takeWhile(line -> line.startsWith("|")).toList();
        assertThat(guards).as("guards in README.md; it should read\n" + String.join("\n", rows)).containsExactlyElementsOf(rows);
    }

    @Test
    void theReadmeNamesEveryRuleOnWhatComesIn() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (DocumentType type : DocumentType.values()) {
            assertThat(InboundRules.names(type)).allMatch(name -> readme.contains("`" + name + "`"));
        }
    }

    @Test
    void anAgreementBlocksHoldsWarnsOrSwitchesOff() {
        Agreement agreement = new Agreement("810", Direction.OUTBOUND, "004010", "Invoice", "b", "folder", "IN", "00400", List.of(), null,
            Map.of("total", "block", "price", "warn", "unit", "off"), null, List.of(), Map.of());
        List<Finding> findings = Guards.all().stream().filter(g -> g.document() == DocumentType.INVOICE)
            .filter(g -> List.of("total", "price", "unit", "cents").contains(g.name()))
            .map(g -> new Finding(g.name(), Fault.of(g.code(), "found"))).toList();

        Verdicts verdicts = Verdicts.of(findings, agreement);

        assertThat(verdicts.blocks()).extracting("code").containsExactly(FaultCode.TOTAL_WRONG);
        assertThat(verdicts.holds()).extracting("code").containsExactly(FaultCode.AMOUNT_NOT_IN_CENTS);
        assertThat(verdicts.warnings()).extracting("code").containsExactly(FaultCode.PRICE_DIFFERS);
        assertThat(verdicts.stops()).extracting("code").containsExactly(FaultCode.TOTAL_WRONG, FaultCode.AMOUNT_NOT_IN_CENTS);
    }

    @Test
    void settingsThatCannotBeReadAreNamed() {
        assertThat(GuardSettings.problems(Map.of("zeroShare", "0.3", "futureTolerance", "PT5M", "amountTolerance", "0.01"))).isEmpty();
        assertThat(GuardSettings.problems(Map.of("zeroShare", "1.1", "futureTolerance", "5 minutes", "amountTolerance", "-1"))).hasSize(3);
    }
}
