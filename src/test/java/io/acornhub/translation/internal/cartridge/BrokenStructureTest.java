// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.acornhub.edi.SetGrammar;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.PartnerFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks an order's structure breaks it for both engines, and what does not, for none. */
class BrokenStructureTest {
    private static final String ISA = "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *"
        + "260302*0815*U*00400*000000001*0*P*>";
    private static final List<String> ORDER = List.of(ISA, "GS*PO*AMAZON*ACMEVENDOR*20260302*0815*1*X*004010", "ST*850*0001",
        "BEG*00*NE*PO000001**20260302", "REF*CR*ACME5", "CSH*N", "DTM*064*20260310", "N1*ST**92*PHX6", "N3*STREET",
        "PO1*1*10*EA*12.5*NT*UP*614141000104", "PID*F****BOLT", "PO1*2*20*EA*7.35*NT*UP*614141000203", "CTT*2*30", "SE*12*0001",
        "GE*1*1", "IEA*1*000000001");

    @ParameterizedTest(name = "{0} {1} at {2} of {3}")
    @CsvSource(nullValues = "-", value = {
        // what is done, with which segment, how often, before which tag
        "true, put, N10*1, 1, N3", "true, put, XYZ*1, 1, N3", "true, put, AK1*PO*1, 1, CTT",
        "true, put, BEG*00*NE*A**20260302, 1, REF",
        "true, put, CUR*BY*USD, 2, DTM", "true, put, FOB*CC, 1, BEG", "true, put, CTT*1, 1, PO1",
        "true, put, SAC*C*D240, 26, DTM",
        "true, put, N2*NAME, 3, N3", "true, put, CSH*N*1*2*3*4*5*6*7*8*9*10, 1, DTM", "true, put, ST*850*0002, 1, PO1",
        "true, put, GS*PO*A*B*20260302*0815*2*X*004010, 1, PO1", "true, put, SE*3*0001, 1, PO1", "true, drop, -, 1, BEG",
        "true, drop, -, 2, PO1", "true, drop, -, 1, SE", "true, drop, -, 1, GE", "true, drop, -, 1, IEA", "true, drop, -, 1, ST",
        "true, drop, -, 1, GS",
        "false, drop, -, 1, CTT", "false, drop, -, 1, PID", "false, drop, -, 2, N1", "false, put, N2*NAME, 2, N3",
        "false, put, SAC*C*D240, 25, DTM", "false, put, REF*DP*1, 3, CSH", "false, put, N1*BT*ACME, 5, PO1",
        "false, put, N4*X***, 1, PO1",
        "false, put, MEA****4>X, 1, PID", "false, put, AMT*1*1, 1, SE", "false, put, REF, 1, CSH"})
    void bothEnginesAgreeWhetherItIsBroken(boolean broken, String what, String segment, int times, String place)
            throws IOException {
        List<String> segments = new ArrayList<>(ORDER);
        int at = index(segments, place);
        if (what.equals("put")) {
            segments.addAll(at, Collections.nCopies(times, segment));
        } else {
            segments.subList(at, at + times).clear();
            segments.removeIf(s -> place.equals("PO1") && s.startsWith("PO1"));
        }
        byte[] bytes = bytes(segments);
        assertThat(HubReading.faults(bytes, order()).isEmpty()).as("the hub accepts").isEqualTo(!broken);
        assertThat(cartridgeFault(bytes) == null).as("the cartridge accepts").isEqualTo(!broken);
        if (!broken) {
            assertThat(HubReading.text(Engines.cartridge("850").parse(bytes)))
                .isEqualTo(HubReading.text(HubReading.trees(bytes, order())));
        }
    }

    @Test
    void whatTheCartridgeCannotPlaceIsNamedBySegmentAndPosition() {
        List<String> segments = new ArrayList<>(ORDER);
        segments.add(index(segments, "CTT"), "XYZ*1");

        Fault fault = cartridgeFault(bytes(segments));

        assertThat(fault.code()).isEqualTo(FaultCode.INTERCHANGE_STRUCTURE_INVALID);
        assertThat(fault.segment()).isEqualTo("XYZ");
        assertThat(fault.position()).isEqualTo(11);
        assertThat(fault.text()).isEqualTo("segment XYZ at byte 355 does not fit the schema: segment SE must stand here");
    }

    private static SetGrammar order() {
        return Engines.grammar("850");
    }

    private static int index(List<String> segments, String tag) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith(tag)) {
                return i;
            }
        }
        throw new IllegalArgumentException(tag);
    }

    private static byte[] bytes(List<String> segments) {
        return (String.join("~\n", segments) + "~\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Fault cartridgeFault(byte[] bytes) {
        PartnerFault fault = catchThrowableOfType(PartnerFault.class, () -> Engines.cartridge("850").parse(bytes));
        return fault == null ? null : fault.faults().get(0);
    }
}
