// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.edi.CheckReport.Verdict;
import io.acornhub.edi.X12Samples.Recorded;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgmentTest {
    private static final String RIGHT = X12Samples.set("850", "0001", X12Samples.ORDER);

    @Test
    void everySetIsAnsweredAndTheGoodOnesAreAccepted() throws IOException {
        String wrong = X12Samples.set("850", "0002", "BEG*00*NE*X**20260230", "ZZZ*1", "PO1*1*1*EA").replace("SE*5", "SE*6");
        String answer = check(X12Samples.interchange(RIGHT, wrong, RIGHT.replace("0001~", "0003~"))).acknowledgment();
        assertThat(segments(answer)).containsSubsequence("AK1*PO*1", "AK2*850*0001", "AK5*A", "AK2*850*0002", "AK3*BEG*2**8",
            "AK4*5*373*8*20260230", "AK3*ZZZ*3**1", "AK5*R*5*4", "AK2*850*0003", "AK5*A", "AK9*P*3*3*2");
    }

    @Test
    void ourAnswerIsItselfFreeOfFaults() throws IOException {
        String wrong = RIGHT.replace("PHX6", "P>H\u0007X6").replace("*N~", "*?~");
        Recorded read = X12Samples.read(check(X12Samples.interchange(wrong)).acknowledgment());
        assertThat(read.sets).hasSize(1).allMatch(TransactionSet::accepted);
        assertThat(read.groupEnds).allMatch(g -> g.faults().isEmpty());
        assertThat(read.ends).allMatch(e -> e.faults().isEmpty());
    }

    @Test
    void copiesOfBadDataHoldNoneOfOurDelimiters() throws IOException {
        String theirs = X12Samples.interchange(RIGHT).replace('*', '|').replace('~', '!').replace(">!", ":!")
            .replace("PHX6", "P:H~X6*Y");
        String answer = check(theirs).acknowledgment();
        assertThat(segments(answer)).contains("AK4*4*67*3*P:H X6 Y");
    }

    @Test
    void faultsOfTheGroupRejectAllItsSets() throws IOException {
        CheckReport report = check(X12Samples.interchange(RIGHT).replace("GE*1", "GE*2"));
        assertThat(segments(report.acknowledgment())).containsSubsequence("AK2*850*0001", "AK5*A", "AK9*R*2*1*0*5");
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void groupsOfAcknowledgmentsGetNone() throws IOException {
        String file = X12Samples.interchange(X12Samples.set("997", "0001", "AK1*PR*302", "AK9*A*1*1*1")).replace("GS*PO",
            "GS*FA");
        assertThat(check(file).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(check(file).acknowledgment()).isNull();
        GroupHeader group = X12Samples.read(file).groups.get(0);
        assertThatThrownBy(() -> new FunctionalAcknowledgment(group, X12Samples.grammar("997"), "*>^~"))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTechnicalAcknowledgmentIsSentWhereItIsAskedFor() throws IOException {
        CheckReport report = check(X12Samples.order().replace("*0*P*>", "*1*P*>"));
        assertThat(segments(report.acknowledgment())).contains("TA1*000000001*260302*0815*A*000", "AK9*A*1*1*1");
    }

    @Test
    void arrivingAgainIsADuplicateAndOtherContentAnAlarm() throws IOException {
        Checker checker = X12Samples.checker();
        assertThat(check(checker, X12Samples.order()).verdict()).isEqualTo(Verdict.ACCEPTED);
        CheckReport again = check(checker, X12Samples.order() + "\n");
        assertThat(again.verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(segments(again.acknowledgment())).contains("TA1*000000001*260302*0815*R*025")
            .noneMatch(s -> s.startsWith("AK"));
        CheckReport other = check(checker, X12Samples.order().replace("PO000001", "PO000002"));
        assertThat(other.verdict()).isEqualTo(Verdict.HELD);
        assertThat(other.faults()).extracting(f -> f.code()).containsExactly(FaultCode.INTERCHANGE_NUMBER_REUSED);
        assertThat(segments(other.acknowledgment())).contains("TA1*000000001*260302*0815*R*025");
    }

    @Test
    void whatAPartnerAnswersIsPutInWords() {
        String file = X12Samples.interchange(X12Samples.set("997", "0001", "AK1*PR*302", "AK2*855*0001", "AK5*A", "AK2*855*0002",
            "AK3*PO1*4**8", "AK4*2*330*6*1O", "AK4*3:1*355*7", "AK3*ZZZ*5**1", "AK5*R*5*4", "AK9*P*2*2*1")).replace("GS*PO",
            "GS*FA");
        TransactionSet set = X12Samples.read(file.replace(":", ">")).sets.get(0);
        assertThat(set.faults()).isEmpty();
        ReceivedAcknowledgment answer = AcknowledgmentReader.functional(set.tree());
        assertThat(answer.functionalId()).isEqualTo("PR");
        assertThat(answer.groupControlNumber()).isEqualTo("302");
        assertThat(answer.verdict()).isEqualTo(ReceivedAcknowledgment.Verdict.PARTIAL);
        assertThat(answer.verdictOf("855", "0001")).isEqualTo(ReceivedAcknowledgment.Verdict.ACCEPTED);
        assertThat(answer.verdictOf("855", "0002")).isEqualTo(ReceivedAcknowledgment.Verdict.REJECTED);
        assertThat(answer.sets().get(1).faults()).containsExactly(
            "segment PO1 at 4 element 2: invalid character in data element (AK403 6), value 1O",
            "segment PO1 at 4 element 3:1: invalid code value (AK403 7)", "segment ZZZ at 5: segment id not recognized (AK304 1)",
            "one or more segments in error (AK502 5)", "number of segments does not match actual count (AK502 4)");
    }

    @Test
    void theTechnicalCodeIsTheFirstOfTheInterchange() {
        InterchangeResult end = X12Samples.read(X12Samples.order().replace("IEA*1", "IEA*3")).ends.get(0);
        Node ta1 = TechnicalAcknowledgment.of(end.header(), end.faults());
        assertThat(ta1.children()).extracting(Node::text).containsExactly("000000001", "260302", "0815", "R", "021");
        assertThat(AcknowledgmentReader.technical(ta1).words()).isEqualTo("number of groups wrong (TA105 021)");
    }

    private static CheckReport check(String file) throws IOException {
        return check(X12Samples.checker(), file);
    }

    private static CheckReport check(Checker checker, String file) throws IOException {
        return checker.check("file", X12Samples.stream(file), SetConsumer.none());
    }

    private static List<String> segments(String answer) {
        return List.of(answer.replace("\n", "").split("~"));
    }
}
