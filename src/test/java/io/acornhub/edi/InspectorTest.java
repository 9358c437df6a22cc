// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectorTest {
    private static final String SET = X12Samples.set("850", "0001", X12Samples.ORDER);

    @Test
    void anAgreedOrderIsAccepted() throws IOException {
        InspectedInterchange interchange = only(X12Samples.order());
        assertThat(interchange.partner()).get().extracting(p -> p.name()).isEqualTo("amazon-us");
        InspectedGroup group = interchange.groups().get(0);
        assertThat(interchange.accepts(group, group.sets().get(0))).isTrue();
        assertThat(interchange.technicalAcknowledgmentDue()).isFalse();
        assertThat(interchange.groupsToAcknowledge()).containsExactly(group);
    }

    @Test
    void anUnknownSenderOrReceiverIsToldApartAndSendersGetNoAnswer() throws IOException {
        InspectedInterchange sender = only(X12Samples.order().replace("*AMAZON         *", "*NOBODY         *"));
        assertThat(sender.faults()).extracting(Fault::code).containsExactly(FaultCode.INTERCHANGE_SENDER_UNKNOWN);
        assertThat(sender.rejected()).isTrue();
        assertThat(sender.technicalAcknowledgmentDue()).isFalse();
        InspectedInterchange receiver = only(X12Samples.order().replace("*ACMEVENDOR     *", "*SOMEONE        *"));
        assertThat(receiver.faults()).extracting(Fault::code).containsExactly(FaultCode.INTERCHANGE_RECEIVER_UNKNOWN);
    }

    @Test
    void testDataOnTheLiveConnectionIsHeldButAccepted() throws IOException {
        InspectedInterchange interchange = only(X12Samples.order().replace("*0*P*>", "*0*T*>"));
        InspectedSet set = interchange.groups().get(0).sets().get(0);
        assertThat(set.accepted()).isTrue();
        assertThat(set.held()).isTrue();
        assertThat(set.faults()).extracting(Fault::code).containsExactly(FaultCode.TEST_ON_LIVE);
    }

    @Test
    void anIndustrySuffixBelongsToTheRelease() throws IOException {
        assertThat(only(X12Samples.order().replace("X*004010~", "X*004010VICS~")).groups().get(0).sets().get(0).accepted())
            .isTrue();
    }

    @Test
    void aReleaseThatIsNotAgreedRejectsTheGroupAndASetThatIsNotOnlyItself() throws IOException {
        InspectedGroup release = only(X12Samples.order().replace("X*004010~", "X*005010~")).groups().get(0);
        assertThat(release.result().faults()).extracting(Fault::code).containsExactly(FaultCode.GROUP_VERSION_NOT_SUPPORTED);
        InspectedGroup document = only(X12Samples.order().replace("ST*850", "ST*860").replace("GS*PO", "GS*PC")).groups().get(0);
        assertThat(document.result().faults()).isEmpty();
        assertThat(document.sets().get(0).faults()).extracting(Fault::code).containsExactly(FaultCode.SET_NOT_SUPPORTED);
    }

    @Test
    void businessRulesSeeTheTreesAndTheirFaultsHoldTheSet() throws IOException {
        List<String> seen = new ArrayList<>();
        SetConsumer rules = (partner, group, set) -> {
            seen.add(set.tree().value("BEG/BEG03"));
            return List.of(Fault.of(FaultCode.HASH_TOTAL_WRONG, "the quantities do not sum"));
        };
        CheckReport report = X12Samples.checker().check("file", X12Samples.stream(X12Samples.order()), rules);
        assertThat(seen).containsExactly("PO000001");
        assertThat(report.verdict()).isEqualTo(CheckReport.Verdict.HELD);
        assertThat(report.acknowledgment()).contains("AK9*A*1*1*1");
    }

    @Test
    void verdictsOfAFileFollowFromItsInterchanges() throws IOException {
        assertThat(verdict(X12Samples.order())).isEqualTo("accepted");
        assertThat(verdict(X12Samples.interchange(SET, SET))).isEqualTo("partial");
        assertThat(verdict(X12Samples.interchange(SET.replace("SE*11", "SE*12")))).isEqualTo("rejected");
        assertThat(verdict("")).isEqualTo("unreadable");
        assertThat(verdict(X12Samples.order() + "rubbish")).isEqualTo("accepted");
        assertThat(verdict(X12Samples.order() + X12Samples.order())).isEqualTo("partial");
    }

    @Test
    void ofAnInterchangeWithVeryManyFaultsOnlyTheVerdictsAreKept() throws IOException {
        String[] sets = new String[3000];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = X12Samples.set("850", String.format("%05d", i), "ZZZ", "ZZZ", "ZZZ", "ZZZ", "ZZZ", "ZZZ", "ZZZ", "ZZZ",
                "ZZZ", "ZZZ");
        }
        List<InspectedSet> inspected = only(X12Samples.interchange(sets)).groups().get(0).sets();
        assertThat(inspected).hasSize(3000).noneMatch(InspectedSet::accepted);
        assertThat(inspected.get(0).faults()).hasSizeGreaterThan(9);
        assertThat(inspected.get(2999).faults()).extracting(Fault::code).containsExactly(FaultCode.SET_SEGMENTS_IN_ERROR);
    }

    private static InspectedInterchange only(String file) throws IOException {
        return new Inspector().inspect(X12Samples.stream(file), X12Samples.configuration(), X12Samples.grammars()).interchanges()
            .get(0);
    }

    private static String verdict(String file) throws IOException {
        return X12Samples.checker().check("file", X12Samples.stream(file), SetConsumer.none()).verdict().word();
    }
}
