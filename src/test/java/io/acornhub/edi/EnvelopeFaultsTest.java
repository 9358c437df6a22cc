// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.edi.X12Samples.Recorded;
import io.acornhub.interchange.FaultCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeFaultsTest {
    @ParameterizedTest
    @CsvSource({"IEA*1*000000001,IEA*2*000000001,INTERCHANGE_GROUP_COUNT_WRONG",
        "IEA*1*000000001,IEA*x*000000001,INTERCHANGE_GROUP_COUNT_WRONG",
        "IEA*1*000000001,IEA*1*000000002,INTERCHANGE_CONTROL_NUMBER_MISMATCH",
        "*260302*0815*U,*260230*0815*U,INTERCHANGE_DATE_INVALID",
        "*260302*0815*U,*260302*2415*U,INTERCHANGE_TIME_INVALID", "*00400*,*00999*,INTERCHANGE_VERSION_INVALID",
        "*0*P*>,*0*X*>,INTERCHANGE_USAGE_INVALID", "000000001,00000000A,INTERCHANGE_CONTROL_NUMBER_INVALID",
        "GE*1*1~,GE*1*1~N1*ST~,INTERCHANGE_STRUCTURE_INVALID", "GS*PO,N9*PO~GS*PO,INTERCHANGE_STRUCTURE_INVALID"})
    void theInterchangeIsRejectedWith(String right, String wrong, FaultCode code) {
        Recorded read = X12Samples.read(X12Samples.order().replace(right, wrong));
        assertThat(read.ends.get(0).faults()).extracting(f -> f.code()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"GE*1*1,GE*2*1,GROUP_SET_COUNT_WRONG", "GE*1*1,GE*1*2,GROUP_CONTROL_NUMBER_MISMATCH",
        "GE*1*1~,'',GROUP_TRAILER_MISSING",
        "*0815*1*X,*0815*A*X,GROUP_CONTROL_NUMBER_INVALID", "GS*PO*,GS*POX*,GROUP_NOT_SUPPORTED"})
    void theGroupIsRejectedWith(String right, String wrong, FaultCode code) {
        Recorded read = X12Samples.read(X12Samples.order().replace(right, wrong));
        GroupResult result = read.groupEnds.get(0);
        assertThat(result.faults()).extracting(f -> f.code()).contains(code);
        assertThat(result.acceptedInAll()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"SE*11*0001,SE*12*0001,SET_SEGMENT_COUNT_WRONG", "SE*11*0001,SE*11*0002,SET_CONTROL_NUMBER_MISMATCH",
        "SE*11*0001~,'',SET_TRAILER_MISSING", "ST*850*0001,ST*850*1,SET_CONTROL_NUMBER_INVALID", "ST*850,ST*810,SET_NOT_IN_GROUP",
        "ST*850,ST*123,SET_NOT_SUPPORTED"})
    void theSetIsRejectedWith(String right, String wrong, FaultCode code) {
        TransactionSet set = X12Samples.read(X12Samples.order().replace(right, wrong)).sets.get(0);
        assertThat(set.faults()).extracting(f -> f.code()).contains(code);
        assertThat(set.accepted()).isFalse();
    }

    @Test
    void aControlNumberServesOnlyOneSetOfAGroup() {
        String set = X12Samples.set("850", "0001", X12Samples.ORDER);
        Recorded read = X12Samples.read(X12Samples.interchange(set, set));
        assertThat(read.sets.get(0).accepted()).isTrue();
        assertThat(read.sets.get(1).faults()).extracting(f -> f.code()).containsExactly(FaultCode.SET_CONTROL_NUMBER_NOT_UNIQUE);
    }

    @Test
    void aSetWithoutGrammarIsStillDelivered() {
        TransactionSet set = X12Samples.read(X12Samples.order().replace("ST*850", "ST*832").replace("GS*PO", "GS*SC"))
            .sets.get(0);
        assertThat(set.tree()).isNull();
        assertThat(set.segments()).isEqualTo(11);
        assertThat(set.length()).isPositive();
    }
}
