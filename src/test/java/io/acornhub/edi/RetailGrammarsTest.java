// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.SharedSamples;
import io.acornhub.edi.X12Samples.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The grammars of 860, 865, 810, 820, 846, 830, 852, 861, 864, 824 and 214: what they take and what they say against the rest. */
class RetailGrammarsTest {
    private static final int TYPE = 1;
    private static final int RELEASE = 2;
    /** Public files that are not what the standard says; everything else of these sets is accepted. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
        Map.entry("810_bots-plugins_810_3.x12", "AK403 2 IT1 6 4"),
        Map.entry("810_x12parser_Example5_Walmart.txt", "AK304 3 TDS 16"),
        Map.entry("820_bots-plugins_820-004010-01.x12", "AK304 7 REF 8"),
        Map.entry("820_bots-plugins_820-004010-02.x12", "AK304 7 REF 8"),
        Map.entry("820_x12parser_Example1_MortgageBankers.txt", "AK304 1 TX1 16"),
        Map.entry("820_x12parser_Example2_ScanaEnergy.txt", "AK403 4 BPR 2 11"),
        Map.entry("820_x12parser_Example5_Wikipedia.txt", "AK502 7 ST null"),
        Map.entry("824_x12net_ApplicationAdvice.txt", "AK502 6 ST 1 1"),
        Map.entry("830_bots-plugins_830-004010UCS-01.x12", "AK403 2 BFR 2 2"),
        Map.entry("852_x12parser_hdexchange.txt", "AK502 6 ST 1 1"),
        Map.entry("861_x12net_ReceivingAdvice.txt", "AK502 6 ST 1 1"),
        Map.entry("865_x12parser_FromAdvanceAutoParts.txt", "AK403 5 DTM 6 2"));

    @Test
    void publicSetsAreAcceptedUnlessTheyBreakTheStandard() throws IOException {
        Path index = SharedSamples.sample("x12/index.tsv");
        Map<String, String> refused = new TreeMap<>();
        int sets = 0;
        for (String row : Files.readAllLines(index)) {
            String[] cells = row.split("\t", -1);
            if (cells[TYPE].matches("860|865|810|820|846|830|852|861|864|824|214") && cells[RELEASE].startsWith("004010")) {
                Recorded read = X12Samples.read(Files.newInputStream(index.resolveSibling(cells[0])), X12Limits.DEFAULT);
                sets += read.sets.size();
                read.sets.stream().filter(s -> !s.accepted())
                    .forEach(s -> refused.put(cells[0], X12Samples.brief(s.faults().get(0))));
            }
        }
        assertThat(refused).isEqualTo(new TreeMap<>(REFUSED));
        assertThat(sets).isGreaterThan(30);
    }

    /** The sample's SAC has its handling code at 14 and its description at 16, two places too far. */
    @Test
    void aChargeWhoseElementsAreMisplacedIsRefused() throws IOException {
        Path file = SharedSamples.sample("amazon/us-set2/07-810-INV-90001.edi");
        Recorded read = X12Samples.read(Files.newInputStream(file), X12Limits.DEFAULT);
        assertThat(read.sets.get(0).faults().stream().map(X12Samples::brief)).containsExactly("AK403 2 SAC 10 13",
            "AK403 2 SAC 10 15", "AK403 5 SAC 10 16");
    }

    @Test
    void impliedDecimalsAreDigitsOnly() {
        String[] invoice = {"BIG*20260309*INV-1**PO000001", "IT1*1*1*EA*12.5*NT*UP*614141000104", "TDS*12.50"};
        assertThat(faults("IN", "810", invoice)).containsExactly("AK403 6 TDS 4 1");
        invoice[2] = "TDS*1250";
        assertThat(faults("IN", "810", invoice)).isEmpty();
    }

    @Test
    void anInvoiceWithoutTotalOrWithTotalBeforeItsLinesIsRefused() {
        assertThat(faults("IN", "810", "BIG*20260309*INV-1", "IT1*1*1*EA*12.5")).containsExactly("AK304 3 TDS 4");
        assertThat(faults("IN", "810", "BIG*20260309*INV-1", "TDS*1250", "IT1*1*1*EA*12.5")).containsExactly("AK304 7 IT1 4");
    }

    @Test
    void aRemittanceNamesWhatIsWrongInItsItems() {
        String[] payment = {"BPR*I*10*C*ACH", "TRN*1*4001", "ENT*1", "RMR*IV*INV-1**10", "RMR*IV", "ADX*-1*XYZ"};
        assertThat(faults("RA", "820", payment)).containsExactly("AK403 2 RMR 6 2", "AK403 5 ADX 7 2");
    }

    @Test
    void aChangeNeedsItsDateAndItsKindOfChange() {
        assertThat(faults("PC", "860", "BCH*04*NE*PO000001", "POC*1**5")).containsExactly("AK403 1 BCH 2 6",
            "AK403 1 POC 3 2", "AK403 2 POC 3 5");
        assertThat(faults("CA", "865", "BCA*00*AC*PO000001***20260302", "POC*1*QD*5**EA", "ACK*IA*5*EA", "PID*F****BOLT"))
            .containsExactly("AK304 7 PID 5");
    }

    @Test
    void stockForecastActivityReceiptAndTextSayWhatTheyLack() {
        assertThat(faults("IB", "846", "BIA*00*IP*F1*20260601", "CTT*0")).containsExactly("AK304 3 LIN 3");
        assertThat(faults("PS", "830", "BFR*00*F1**DL*A*20260601*20260901*20260601")).containsExactly("AK304 3 LIN 3");
        assertThat(faults("PD", "852", "XQ*H*20260601", "LIN*1*UP*614141000104", "ZA*QS*5")).containsExactly("AK403 2 ZA 4 3");
        assertThat(faults("RC", "861", "BRA*R1*20260601*00*1", "RCD*1*5*EA")).containsExactly("AK304 3 DTM 3");
        assertThat(faults("TX", "864", "BMG*00", "MIT*1")).containsExactly("AK304 3 MSG 4");
        assertThat(faults("AG", "824", "BGN*00*A1*20260601")).containsExactly("AK304 3 OTI 3");
        assertThat(faults("QM", "214", "B10*INV1*SHP1*UPSN", "LX*1", "AT7*AF")).containsExactly("AK403 2 AT7 4 2");
    }

    private static List<String> faults(String group, String set, String... segments) {
        String text = X12Samples.ISA + X12Samples.GS.replace("GS*PO", "GS*" + group)
            + X12Samples.set(set, "0001", segments) + "GE*1*1~IEA*1*000000001~";
        return X12Samples.read(text).sets.get(0).faults().stream().map(X12Samples::brief).toList();
    }
}
