// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.edi.CheckReport.Verdict;
import io.acornhub.edi.X12Samples.Recorded;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Direction;
import io.acornhub.partner.ErrorTolerance;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a group is acknowledged where the agreement says more than the standard's default. */
class AgreedAcknowledgmentTest {
    private static final String ISA_5010 = "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     "
        + "*260308*1200*^*00501*000006101*0*P*>~";
    private static final String ROUTING = X12Samples.set("754", "0001", "BGN*11*7001234567*20260308*1200", "N1*ST**92*PHX6", "LX*1",
        "TD5**2*ABFS", "OID**4TG7Q2PX**CTN*2");
    private static final Agreement ROUTING_AGREED = X12Samples.agreement("754", Direction.INBOUND, "x12/005010/754-routing-instruction");
    private static final Agreement FUNCTIONAL = X12Samples.agreement("997", Direction.OUTBOUND,
        "x12/005010/997-functional-acknowledgment");
    private static final Agreement IMPLEMENTATION = X12Samples.agreement("999", Direction.OUTBOUND,
        "x12/005010/999-implementation-acknowledgment");

    @Test
    void aGroupOf005010IsAnsweredInItsOwnReleaseAndNamesIt() throws IOException {
        String answer = check(routing(ROUTING), ErrorTolerance.NONE, ROUTING_AGREED, FUNCTIONAL).acknowledgment();
        assertThat(answer).contains("*^*00501*").contains("*X*005010~");
        assertThat(segments(answer)).containsSubsequence("AK1*RG*6101*005010", "AK2*754*0001", "AK5*A", "AK9*A*1*1*1");
        assertFreeOfFaults(answer);
    }

    @Test
    void a999TakesThePlaceOfThe997WhereItIsAgreed() throws IOException {
        String wrong = ROUTING.replace("*20260308*1200", "*20260230*1200").replace("92*PHX6", "92").replace("LX*1", "LX*1~ZZZ*1")
            .replace("SE*7", "SE*8").replace("TD5**2", "TD5^A**2");
        String answer = check(routing(wrong), ErrorTolerance.NONE, ROUTING_AGREED, FUNCTIONAL, IMPLEMENTATION).acknowledgment();
        assertThat(segments(answer)).containsSubsequence("AK1*RG*6101*005010", "AK2*754*0001", "IK3*BGN*2**8", "IK4*3*373*8*20260230",
            "IK3*N1*3**8", "IK4*4*67*2", "IK3*ZZZ*5**1", "IK5*R*5", "AK9*R*1*1*0");
        assertFreeOfFaults(answer);
    }

    @Test
    void whatA999SaysIsReadAsWhatA997Says() throws IOException {
        String wrong = ROUTING.replace("*20260308*1200", "*20260230*1200").replace("LX*1", "LX*1~ZZZ*1").replace("SE*7", "SE*8");
        ReceivedAcknowledgment functional = received(check(routing(ROUTING, wrong.replace("0001~", "0002~").replace("754*0001",
            "754*0002")), ErrorTolerance.NONE, ROUTING_AGREED, FUNCTIONAL).acknowledgment());
        ReceivedAcknowledgment implementation = received(check(routing(ROUTING, wrong.replace("0001~", "0002~").replace("754*0001",
            "754*0002")), ErrorTolerance.NONE, ROUTING_AGREED, IMPLEMENTATION).acknowledgment());
        assertThat(implementation.verdict()).isEqualTo(ReceivedAcknowledgment.Verdict.PARTIAL);
        assertThat(implementation.groupControlNumber()).isEqualTo("6101");
        assertThat(implementation.sets()).hasSize(2);
        assertThat(implementation.sets().get(1).faults()).hasSameSizeAs(functional.sets().get(1).faults())
            .anyMatch(f -> f.contains("segment BGN at 2 element 3: invalid date"));
        assertThat(implementation).usingRecursiveComparison().ignoringFields("sets.faults").isEqualTo(functional);
    }

    @Test
    void whatOnlyA999SaysIsPutInWordsToo() {
        String file = X12Samples.interchange(X12Samples.set("999", "0001", "AK1*SH*303*005010", "AK2*856*0001", "IK3*LIN*12**I4",
            "CTX*SITUATIONAL TRIGGER>X*LIN*12", "IK3*SN1*13**8", "IK4*2*382*I12*7", "CTX*A>B", "IK5*E*I5", "AK9*E*1*1*1"))
            .replace("GS*PO", "GS*FA").replace("004010", "005010");
        TransactionSet set = X12Samples.read(file).sets.get(0);
        assertThat(set.faults()).isEmpty();
        ReceivedAcknowledgment answer = AcknowledgmentReader.functional(set.tree());
        assertThat(answer.verdictOf("856", "0001")).isEqualTo(ReceivedAcknowledgment.Verdict.ACCEPTED_WITH_ERRORS);
        assertThat(answer.sets().get(0).faults()).containsExactly(
            "segment LIN at 12: segment not used by the implementation (IK304 I4)",
            "segment SN1 at 13 element 2: value does not match its pattern (IK403 I12), value 7",
            "one or more segments break the implementation (IK502 I5)");
    }

    @Test
    void groupsOfTwoReleasesAreAnsweredInTwoInterchanges() throws IOException {
        String both = routing(ROUTING).replace("IEA*1", "GS*PO*AMAZON*ACMEVENDOR*20260302*0815*7*X*004010~"
            + X12Samples.set("850", "0001", X12Samples.ORDER) + "GE*1*7~IEA*2");
        String answer = check(both, ErrorTolerance.NONE, ROUTING_AGREED, FUNCTIONAL).acknowledgment();
        Recorded read = X12Samples.read(answer);
        assertThat(read.interchanges).extracting(InterchangeHeader::version).containsExactly("00501", "00400");
        assertThat(segments(answer)).containsSubsequence("AK1*RG*6101*005010", "AK9*A*1*1*1", "AK1*PO*7", "AK9*A*1*1*1");
    }

    @Test
    void toleratedFaultsAreToldAndTheSetIsTaken() throws IOException {
        String wrong = X12Samples.set("850", "0001", X12Samples.ORDER).replace("CSH*N", "ZZZ*N");
        CheckReport report = check(X12Samples.interchange(wrong), ErrorTolerance.of("AK304 1"));
        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.faults()).extracting(f -> f.code()).containsExactly(FaultCode.SEGMENT_UNKNOWN);
        assertThat(segments(report.acknowledgment())).containsSubsequence("AK3*ZZZ*4**1", "AK5*E*5", "AK9*E*1*1*1");
    }

    @Test
    void aFaultThatIsNotToleratedRejectsAllTheSame() throws IOException {
        String wrong = X12Samples.set("850", "0001", X12Samples.ORDER).replace("CSH*N", "ZZZ*N").replace("*064*20260310",
            "*064*20260230");
        assertThat(segments(check(X12Samples.interchange(wrong), ErrorTolerance.of("AK304 1")).acknowledgment()))
            .containsSubsequence("AK5*R*5", "AK9*R*1*1*0");
        String counts = X12Samples.interchange(X12Samples.set("850", "0001", X12Samples.ORDER)).replace("SE*11", "SE*12");
        assertThat(segments(check(counts, ErrorTolerance.of("any")).acknowledgment())).containsSubsequence("AK5*R*4", "AK9*R*1*1*0");
    }

    @Test
    void setsThatNoAgreementKnowsAreRejectedAsNotSupported() throws IOException {
        for (String unknown : List.of("832 SC", "810 IN", "856 SH")) {
            String[] what = unknown.split(" ");
            String file = X12Samples.interchange(X12Samples.set(what[0], "0001", "BCT*PC*1")).replace("GS*PO", "GS*" + what[1]);
            CheckReport report = check(file, ErrorTolerance.of("any"));
            assertThat(segments(report.acknowledgment())).as(unknown)
                .containsSubsequence("AK1*" + what[1] + "*1", "AK2*" + what[0] + "*0001", "AK5*R*1", "AK9*R*1*1*0");
            assertThat(report.faults()).singleElement().satisfies(f -> assertThat(f.inWords()).contains("not agreed"));
        }
    }

    private static String routing(String... sets) {
        return ISA_5010 + "GS*RG*AMAZON*ACMEVENDOR*20260308*1200*6101*X*005010~" + String.join("", sets) + "GE*" + sets.length
            + "*6101~IEA*1*000006101~";
    }

    private static CheckReport check(String file, ErrorTolerance tolerance, Agreement... more) throws IOException {
        Configuration configuration = X12Samples.configuration(tolerance, more);
        return X12Samples.checker(configuration).check("file", X12Samples.stream(file), SetConsumer.none());
    }

    private static ReceivedAcknowledgment received(String answer) {
        return AcknowledgmentReader.functional(X12Samples.read(answer).sets.get(0).tree());
    }

    private static void assertFreeOfFaults(String answer) {
        Recorded read = X12Samples.read(answer);
        assertThat(read.sets).hasSize(1).allMatch(s -> s.faults().isEmpty());
        assertThat(read.ends).allMatch(e -> e.faults().isEmpty());
    }

    private static List<String> segments(String answer) {
        return List.of(answer.replace("\n", "").split("~"));
    }
}
