// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of segments and elements, given as code list, code, segment, position and element. */
class ValidationTest {
    @Test
    void aRightOrderHasNoFaults() {
        assertThat(X12Samples.faults(X12Samples.ORDER)).isEmpty();
    }

    @ParameterizedTest(name = "{1} for {0} gives {2}")
    @CsvSource(delimiter = ';', value = {
        "CSH*N; ZZZ*1; AK304 1 ZZZ 4", "CSH*N; AK1*PO*1; AK304 6 AK1 4", "CTT*2*30; BEG*00*NE*X**20260302; AK304 7 BEG 10",
        "BEG*00*NE*PO000001**20260302; CUR*BY*USD; AK304 3 BEG 2",
        "BEG*00*NE*PO000001**20260302; BEG*00*NE*PO000001; AK403 1 BEG 2 5",
        "BEG*00*NE*PO000001**20260302; BEG*00*NE*PO000001**20260302*********X; AK403 3 BEG 2 14",
        "BEG*00*NE*PO000001**20260302; BEG*00*NE*PO000001**2026030; AK403 4 BEG 2 5",
        "BEG*00*NE*PO000001**20260302; BEG*00*NE*PO00000100000000000000X**20260302; AK403 5 BEG 2 3",
        "BEG*00*NE*PO000001**20260302; BEG*00*NE*PO\u0001**20260302; AK403 6 BEG 2 3",
        "BEG*00*NE*PO000001**20260302; BEG*00*Q1*PO000001**20260302; AK403 7 BEG 2 2",
        "BEG*00*NE*PO000001**20260302; BEG*00*NE*PO000001**20260230; AK403 8 BEG 2 5",
        "BEG*00*NE*PO000001**20260302; BEG*00*NE*PO000001**20250229; AK403 8 BEG 2 5",
        "BEG*00*NE*PO000001**20260302; BEG*00*NE*PO000001**19000229; AK403 8 BEG 2 5",
        "DTM*064*20260310; DTM*064**2460; AK403 9 DTM 5 3", "DTM*064*20260310; DTM*064; AK403 2 DTM 5 2",
        "DTM*064*20260310; DTM*064*20260310***D8; AK403 2 DTM 5 6", "N1*ST**92*PHX6; N1*ST**92; AK403 2 N1 7 4",
        "PO1*1*10*EA*12.5*NT*UP*614141000104; PO1*1*1O*EA*12.5; AK403 6 PO1 8 2",
        "PO1*1*10*EA*12.5*NT*UP*614141000104; PO1*1*10*EA*1,5; AK403 6 PO1 8 4",
        "PO1*1*10*EA*12.5*NT*UP*614141000104; PO1*1*10*EA*1E5; AK403 6 PO1 8 4",
        "PO1*1*10*EA*12.5*NT*UP*614141000104; PO1*1*10*EA*1.2.3; AK403 6 PO1 8 4",
        "PO1*1*10*EA*12.5*NT*UP*614141000104; PO1*1*10*XX*12.5; AK403 7 PO1 8 3",
        "CTT*2*30; CTT*2.5*30; AK403 6 CTT 10 1", "REF*CR*ACME5; REF*CR*A>B; AK403 3 REF 3 2"})
    void oneFaultIsNamedAtItsPlace(String right, String wrong, String expected) {
        String[] segments = X12Samples.ORDER.clone();
        segments[Arrays.asList(segments).indexOf(right)] = wrong;
        assertThat(X12Samples.faults(segments)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"PO1*1*10*EA*-12.5", "PO1*1*10*EA*.5", "PO1*1*10*EA*12345678901234.567", "PO1*1*10*EA*12.5***",
        "PO1*1*10*EA*12.5*NT***UP*614141000104"})
    void numbersMayHaveASignAndAPointAndEmptyElementsMayStandInBetween(String line) {
        String[] segments = X12Samples.ORDER.clone();
        segments[6] = line;
        assertThat(X12Samples.faults(segments)).isEmpty();
    }

    @Test
    void theTwentyNinthOfFebruaryIsADateInLeapYears() {
        String[] segments = X12Samples.ORDER.clone();
        for (String day : List.of("20240229", "20000229")) {
            segments[0] = "BEG*00*NE*PO000001**" + day;
            assertThat(X12Samples.faults(segments)).as(day).isEmpty();
        }
    }

    @Test
    void exclusionsAreNamedAtTheLaterElement() {
        assertThat(X12Samples.faults(inserted(5, "TD3*TL*********40GP"))).containsExactly("AK403 10 TD3 7 10");
    }

    @Test
    void componentsAreCheckedAtTheirOwnPlace() {
        List<String> faults = X12Samples.faults(inserted(5, "MEA*PD*WT*1*!!", "MEA*PD*WT*1*LB>X", "MEA*PD*WT*1*LB>1>1"));
        assertThat(faults).containsExactly("AK403 7 MEA 7 4:1", "AK403 6 MEA 8 4:2");
    }

    @Test
    void aSegmentMayNotStandMoreOftenThanTheGrammarSays() {
        assertThat(X12Samples.faults(inserted(1, "BEG*00*NE*PO000001**20260302"))).containsExactly("AK304 5 BEG 3");
    }

    @Test
    void aLoopMayNotStandMoreOftenThanTheGrammarSays() {
        List<String> segments = new ArrayList<>(List.of(X12Samples.ORDER));
        for (int i = 0; i < 26; i++) {
            segments.add(3, "SAC*C*D240***100");
        }
        assertThat(X12Samples.faults(segments.toArray(String[]::new))).containsExactly("AK304 4 SAC 30");
    }

    @Test
    void aMissingLoopIsAMissingSegmentAtThePlaceOfWhatFollows() {
        assertThat(X12Samples.faults(Arrays.copyOf(X12Samples.ORDER, 6))).containsExactly("AK304 3 PO1 8");
    }

    @Test
    void aSegmentGoesToTheInnermostPlaceThatHasRoom() {
        String[] segments = inserted(7, "N1*ST**92*PHX6", "N1*BT**92*X1", "REF*CR*1", "SLN*1**I*1*EA", "N1*SO**92*9");
        var tree = X12Samples.read(X12Samples.interchange(X12Samples.set("850", "0001", segments))).sets.get(0).tree();
        var line = tree.child("LoopPO1");
        assertThat(line.children("LoopN1")).hasSize(2);
        assertThat(line.children("LoopN1").get(1).value("REF/REF02")).isEqualTo("1");
        assertThat(line.value("LoopSLN/LoopN1/N1/N104")).isEqualTo("9");
        assertThat(tree.children("LoopPO1")).hasSize(2);
    }

    @Test
    void afterAFaultTheWalkGoesOn() {
        assertThat(X12Samples.faults(inserted(1, "ZZZ*1", "YYY", "CUR*BY*USD", "XX"))).containsExactly("AK304 1 ZZZ 3",
            "AK304 1 YYY 4",
            "AK304 1 XX 6");
    }

    @Test
    void faultsOfOneSetAreLimited() {
        String[] segments = new String[300];
        Arrays.fill(segments, "ZZZ*1");
        assertThat(X12Samples.faults(segments)).hasSize(X12Limits.DEFAULT.setFaults());
    }

    private static String[] inserted(int at, String... more) {
        List<String> segments = new ArrayList<>(List.of(X12Samples.ORDER));
        segments.addAll(at, List.of(more));
        return segments.toArray(String[]::new);
    }
}
