// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.SharedSamples;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Direction;
import io.acornhub.partner.ErrorTolerance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HierarchyCheckTest {
    private static final String NOTICE = "BSN*00*SHP1*20260309*1420*0001~HL*1**S~TD5**2*UPSN~HL*2*1*O~PRF*4TG7Q2PX~HL*3*2*P~"
        + "MAN*GM*00006141410000000050~HL*4*3*I~LIN**UP*614141000104~SN1**10*EA~HL*5*3*I~LIN**UP*614141000203~SN1**2.5*EA~CTT*5*12.5";

    @Test
    void aTreeIsATree() {
        assertThat(faults(NOTICE)).isEmpty();
        assertThat(faults(NOTICE.replace("HL*1**S", "HL*1**S*1").replace("HL*5*3*I", "HL*5*3*I*0"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', value = {
        "HL*4*3*I   | HL*4*9*I   | HL02 | names parent 9, which does not exist before it",
        "HL*4*3*I   | HL*4*5*I   | HL02 | names parent 5, which does not exist before it",
        "HL*4*3*I   | HL*4*4*I   | HL02 | names parent 4, which does not exist before it",
        "HL*4*3*I   | HL*4**I    | HL02 | names no parent",
        "HL*1**S    | HL*1*2*S   | HL02 | nothing stands above the first level",
        "HL*5*3*I   | HL*7*3*I   | HL01 | should have the number 5",
        "HL*5*3*I   | HL*4*3*I   | HL01 | the number 4 stands twice",
        "HL*5*3*I   | HL*5*4*I   | HL03 | lies below a level I",
        "HL*3*2*P   | HL*3*2*S   | HL03 | of level S and lies below a level O",
        "HL*5*3*I~LIN**UP*614141000203~SN1**2.5*EA | HL*5*2*P~MAN*GM*1 | HL01 | has nothing below it",
        "HL*3*2*P   | HL*3*2*P*0 | HL04 | HL04 of HL 3 is 0",
        "HL*5*3*I   | HL*5*3*I*1 | HL04 | it has no levels below it",
        "~SN1**2.5*EA | ~PO4*1    | HL03 | item without a quantity",
        "CTT*5      | CTT*4      | CTT01 | the notice has 5",
        "*12.5      | *13        | CTT02 | sum to 12.5"})
    void whatMakesNoTreeIsNamed(String right, String wrong, String element, String words) {
        assertThat(faults(NOTICE.replace(right.strip(), wrong.strip()))).anySatisfy(fault -> {
            assertThat(fault.element()).isEqualTo(element);
            assertThat(fault.text()).contains(words);
            assertThat(fault.position()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-set1/05-856-SHP0004711.edi", "us-set1/05b-856-palletised.edi", "us-set2/05-856-SHP0005101.edi",
        "us-more/856-two-orders-consolidated.edi"})
    void theNoticesOfTheChainsAreTrees(String file) throws IOException {
        try (InputStream in = Files.newInputStream(SharedSamples.sample("amazon/" + file))) {
            assertThat(X12Samples.read(in, X12Limits.DEFAULT).sets).isNotEmpty()
                .allSatisfy(set -> assertThat(HierarchyCheck.check(set.tree())).isEmpty());
        }
    }

    @Test
    void theBrokenSampleIsRightForAGrammarAndWrongHere() throws IOException {
        try (InputStream in = Files.newInputStream(SharedSamples.sample("bad/x12-hl-parent-broken.edi"))) {
            TransactionSet set = X12Samples.read(in, X12Limits.DEFAULT).sets.get(0);
            assertThat(set.faults()).isEmpty();
            assertThat(HierarchyCheck.check(set.tree())).anySatisfy(fault -> {
                assertThat(fault.code()).isEqualTo(FaultCode.HIERARCHY_BROKEN);
                assertThat(fault.text()).contains("HL 4 (I) names parent 9");
            });
        }
    }

    @Test
    void aCheckedNoticeThatMakesNoTreeIsHeld() throws IOException {
        String file = X12Samples.interchange(X12Samples.set("856", "0001", NOTICE.replace("HL*4*3", "HL*4*9").split("~")))
            .replace("GS*PO", "GS*SH").replace("*X*004010", "*X*005010");
        Checker checker = X12Samples.checker(X12Samples.configuration(ErrorTolerance.NONE,
            X12Samples.agreement("856", Direction.INBOUND, "x12/005010/ship-notice-856")));
        CheckReport report = checker.check("file", X12Samples.stream(file), (partner, group, set) -> HierarchyCheck.check(set.tree()));
        assertThat(report.verdict()).isEqualTo(CheckReport.Verdict.HELD);
    }

    private static List<Fault> faults(String segments) {
        String file = X12Samples.interchange(X12Samples.set("856", "0001", segments.split("~"))).replace("GS*PO", "GS*SH")
            .replace("*X*004010", "*X*005010");
        TransactionSet set = X12Samples.read(file).sets.get(0);
        assertThat(set.faults()).isEmpty();
        return HierarchyCheck.check(set.tree());
    }
}
