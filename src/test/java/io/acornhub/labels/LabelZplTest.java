// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.Party;
import io.acornhub.labels.internal.Gs1Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelZplTest {

    @Test
    void everyPackageIsOneFormatWithItsSsccInCodeSetCAfterFnc1() {
        String zpl = LabelZpl.write(Labels.of(PackingLists.of(Shipments.palletised())));
        assertThat(zpl.split("\\^XA", -1)).hasSize(4);
        assertThat(zpl.split("\\^XZ", -1)).hasSize(4);
        for (long serial : new long[] {900, 1, 2}) {
            assertThat(zpl).contains("^BY4^BCN,288,N,N,N,N^FD>;>800" + Shipments.sscc(serial) + "^FS",
                "^FH^FD(00) " + Shipments.sscc(serial) + "^FS");
        }
        assertThat(zpl).contains("^BCN,140,N,N,N,N^FD>;>842085043^FS", "^FD(420) 85043^FS", "^FD4TG7Q2PX^FS", "^FD1 of 2^FS",
            "^FDMIXED: 3 items^FS", "^FDABFS ABF Freight^FS", "^PW812", "^LL1218", "^CI28");
    }

    @ParameterizedTest
    @CsvSource({"420,85043,>;>842085043,90", "420,895061234,>;>8420895061234,112", "420,1234,>;>8420123>64,101",
        "420,M5V2T6,>;>842>60M5V2T6,145", "00,006141410000000012,>;>800006141410000000012,156"})
    void theCodeSetChangesOnlyWhereThereAreNoPairsOfDigits(String identifier, String value, String zpl, int modules) {
        Gs1Code code = new Gs1Code(identifier, value);
        assertThat(code.zpl()).isEqualTo(zpl);
        assertThat(code.modules()).isEqualTo(modules);
    }

    @Test
    void noValueIsTakenForACommand() {
        Party to = new Party("SHIP_TO", "PHX6", "FC", "A^XZ~JA_B\\C\nD", List.of(), null, null, "85043", "US");
        String zpl = LabelZpl.write(Labels.of(PackingLists.of(Shipments.to(to))));
        assertThat(zpl).contains("^FDA_5EXZ_7EJA_5FB_5CC D^FS").doesNotContain("~");
        assertThat(zpl.split("\\^XZ", -1)).hasSize(4);
    }

    @Test
    void nothingLiesOutsideTheLabel() {
        String zpl = LabelZpl.write(Labels.of(PackingLists.of(Shipments.palletised())));
        java.util.regex.Pattern.compile("\\^FO(\\d+),(\\d+)").matcher(zpl).results().forEach(origin -> {
            assertThat(Integer.parseInt(origin.group(1))).isBetween(0, 800);
            assertThat(Integer.parseInt(origin.group(2))).isBetween(0, 1180);
        });
    }
}
