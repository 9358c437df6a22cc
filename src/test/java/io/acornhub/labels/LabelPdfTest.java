// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.canonical.Party;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Package;
import io.acornhub.interchange.MappingFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelPdfTest {

    @Test
    void everyPackageHasAPageWhoseBarCodesScanAsItsSsccAndPostalCode() throws IOException {
        try (PaperReader paper = labels(Shipments.palletised())) {
            assertThat(paper.pages()).isEqualTo(3);
            assertThat(paper.barCodes(1)).containsExactly("]C142085043", "]C100" + Shipments.sscc(900));
            assertThat(paper.barCodes(2)).containsExactly("]C142085043", "]C100" + Shipments.sscc(1));
            assertThat(paper.barCodes(3)).containsExactly("]C142085043", "]C100" + Shipments.sscc(2));
        }
    }

    @Test
    void theTextSaysWhereFromWhereToWhatAndWhichOfHowMany() throws IOException {
        try (PaperReader paper = labels(Shipments.palletised())) {
            assertThat(String.join("\n", paper.lines(2, 2))).contains("PHX6", "Amazon.com Services", "4750 W Mohave St",
                "Phoenix, AZ 85043", "Acme Kitchen Supplies", "ABFS ABF Freight", "PRO5550123", "BOL88123", "7001234567", "4TG7Q2PX",
                "614141000104", "Measuring cups, set of 4", "24 EACH", "1 of 2", "SHP0004711", "20.5 POUND", "(420) 85043",
                "(00) " + Shipments.sscc(1));
            assertThat(String.join("\n", paper.lines(3, 3))).contains("4TG7Q2PX, 7QKX1M3B", "MIXED: 2 items", "46 EACH", "2 of 2");
            assertThat(String.join("\n", paper.lines(1, 1))).as("the pallet counts what its cartons hold").contains("PALLET", "1 of 1",
                "MIXED: 3 items", "70 EACH");
        }
    }

    @ParameterizedTest
    @CsvSource({"89506-1234,]C1420895061234", "M5V 2T6,]C1420M5V2T6", "1234,]C14201234", "K1A0B1,]C1420K1A0B1"})
    void postalCodesOfOtherFormsScanToo(String postalCode, String scanned) throws IOException {
        Party to = new Party("SHIP_TO", "YYZ1", "FC", "Centre", List.of(), "Toronto", "ON", postalCode, "CA");
        try (PaperReader paper = labels(Shipments.to(to))) {
            assertThat(paper.barCodes(2)).containsExactly(scanned, "]C100" + Shipments.sscc(1));
        }
    }

    @Test
    void aReceiverWithoutAddressAndLettersThatTheFontLacksStillGiveALabel() throws IOException {
        Party to = new Party("SHIP_TO", null, null, "Łódź 亚马逊 Café", null, null, null, null, null);
        try (PaperReader paper = labels(Shipments.to(to))) {
            assertThat(paper.barCodes(2)).containsExactly("]C100" + Shipments.sscc(1));
            assertThat(String.join("\n", paper.lines(2, 2))).contains("?ódz ??? Café");
        }
    }

    @Test
    void aPackageWithoutOrWithAWrongSsccIsNamedInsteadOfLabelled() {
        ShipmentNotice bad = Shipments.with(Shipments.palletised().items(), List.of(
            new Package("C1", null, "CARTON", null, null, null, null, null),
            new Package("C2", null, "CARTON", "006141410000000013", null, null, null, null)), Shipments.FROM, Shipments.TO);
        assertThatThrownBy(() -> Labels.of(PackingLists.of(bad))).isInstanceOfSatisfying(MappingFault.class, fault ->
            assertThat(fault.faults()).extracting(f -> f.text()).satisfiesExactly(
                first -> assertThat(first).contains("Package C1 has no SSCC"),
                second -> assertThat(second).contains("package C2, 006141410000000013, is not 18 digits with the right check digit")));
        ShipmentNotice none = Shipments.with(bad.items(), List.of(), Shipments.FROM, Shipments.TO);
        assertThatThrownBy(() -> Labels.of(PackingLists.of(none))).hasMessageContaining("names no packages");
    }

    private static PaperReader labels(ShipmentNotice notice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LabelPdf.write(Labels.of(PackingLists.of(notice)), out);
        return new PaperReader(out.toByteArray());
    }
}
