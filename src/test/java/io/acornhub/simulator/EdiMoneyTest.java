// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.operations.commands.HubCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub's own sample ship notices and invoices on Amazon's desk, and the 820 that answers them. */
class EdiMoneyTest {
    private static final String PO = "8PQ2ZZ7K";
    private static final String FIRST = "order-acknowledgment-855/samples/accepts/mixed.expected.edi";
    private static final String BILL = "invoice-810/samples/accepts/two-lines-with-terms.expected.edi";
    @TempDir
    private Path folder;

    private static String sample(String release, String name) {
        try {
            return Files.readString(Path.of("edi-mappings/x12", release, name), StandardCharsets.ISO_8859_1).replace("4TG7Q2PX", PO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String notice(String name) {
        return sample("005010", "ship-notice-856/samples/accepts/" + name + ".expected.edi").replace("*302", "*303")
            .replace("000000302", "000000303");
    }

    private static String bill() {
        return sample("004010", BILL).replace("BIG*20260309", "BIG*20260609").replace("*302*", "*304*").replace("*302~", "*304~")
            .replace("000000302", "000000304");
    }

    /** An order of March that is acknowledged; it is 9 June, half past two in the afternoon in UTC. */
    private EdiFixture acknowledged() {
        EdiFixture amazon = EdiFixture.in(folder, "ACME5");
        amazon.place(EdiFixture.order(PO));
        amazon.files("850", 1);
        amazon.send(sample("004010", FIRST));
        assertThat(amazon.lastReceived().path("verdict").asText()).as("%s", amazon.lastReceived()).isEqualTo("ACCEPTED");
        amazon.caller().advance(Duration.between(EdiFixture.START, Instant.parse("2026-06-09T14:30:00Z")));
        return amazon;
    }

    private static JsonNode refusedOrNot(EdiFixture amazon, String text) {
        amazon.send(text);
        return amazon.lastReceived();
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-pack", "by-tare", "full-pallet-without-cartons"})
    void theHubsOwnSample856IsTaken(String name) {
        try (EdiFixture amazon = acknowledged()) {
            JsonNode received = refusedOrNot(amazon, notice(name));
            assertThat(received.path("verdict").asText()).as("%s", received).isEqualTo("ACCEPTED");
            assertThat(amazon.last("997", 2)).contains("AK1*SH*303*005010~", "AK9*A*1*1*1~").anyMatch(line -> line.contains("*X*005010"));
            JsonNode kept = amazon.caller().get("/_sim/received?kind=SHIPMENT_CONFIRMATION").body().path(0).path("document");
            assertThat(kept.at("/shippedItems/0/shippedQuantity/amount").asInt()).isEqualTo(24);
            assertThat(kept.at("/shippedItems/1/shippedQuantity/amount").asInt()).isEqualTo(40);
            assertThat(kept.path("pallets").size()).isEqualTo(name.equals("by-pack") ? 0 : name.equals("by-tare") ? 1 : 2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "REF*BX*7009876543~         | REF*ZZ*X~                  | DEFECTIVE | amazon-reference",
        "HL*4*3*I                   | HL*4*9*I                   | REFUSED   | hierarchy: HL 4: HL02 9 is no level before it",
        "HL*4*3*I                   | HL*4*2*I                   | REFUSED   | hierarchy: HL 4: level I under O",
        "HL*5*2*P                   | HL*6*2*P                   | REFUSED   | hierarchy: HL01 is 6, the next number is 5",
        "00006141410000010011       | 00006141410000010012       | REFUSED   | its check digit",
        "00006141410000010011       | 00006141410000010028       | REFUSED   | stands twice under one order",
        "SN1**24*EA                 | SN1**24*CA                 | DEFECTIVE | unit: item 614141000104 of order 8PQ2ZZ7K: SN103 is CA",
        "CTT*6*64                   | CTT*7*64                   | REFUSED   | CTT01 says 7, there are 6 HL",
        "PRF*8PQ2ZZ7K               | PRF*ZZZZZZZZ               | REFUSED   | Amazon placed no order ZZZZZZZZ",
        "DTM*011*20260609*1400      | DTM*011*20260609*1500      | REFUSED   | SHIPPED_DATE",
        "N1*ST**92*PHX6             | N1*ST**92*PHX7             | REFUSED   | ONE_DESTINATION",
        "REF*BM*BOL90011~           | REF*BM*B1~                 | REFUSED   | BILL_OF_LADING",
        "TD1*CTN*2                  | TD1*CTN*3                  | REFUSED   | cartonCount is 3, there are 2 cartons",
        "614141000104               | 614141000999               | REFUSED   | line-known: item 614141000999"})
    void whatAmazonHasAgainstAn856IsSaidInWords(String what, String instead, String verdict, String reason) {
        try (EdiFixture amazon = acknowledged()) {
            JsonNode received = refusedOrNot(amazon, notice("by-pack").replace(what, instead));
            assertThat(received.path("verdict").asText()).as("%s", received).isEqualTo(verdict);
            assertThat(received.path("reasons").toString()).contains(reason);
        }
    }

    @Test
    void aCartonOfTwoOrdersIsOneCarton() {
        try (EdiFixture amazon = acknowledged()) {
            amazon.place(EdiFixture.order("9QWE4RTY"));
            amazon.send(sample("004010", FIRST).replace(PO, "9QWE4RTY").replace("*302", "*305").replace("000000302", "000000305"));
            JsonNode received = refusedOrNot(amazon, notice("pallet-of-two-orders"));
            assertThat(received.path("verdict").asText()).as("%s", received).isEqualTo("ACCEPTED");
            JsonNode kept = amazon.caller().get("/_sim/received?kind=SHIPMENT_CONFIRMATION").body().path(0).path("document");
            assertThat(kept.path("pallets")).hasSize(1);
            assertThat(kept.at("/pallets/0/cartonReferenceDetails/cartonReferenceNumbers")).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "TDS*59400            | TDS*594.00           | REFUSED   | implied-decimals: TDS01 is 594.00: type N2 has no point",
        "TDS*59400            | TDS*594              | REFUSED   | TDS01 is 594, the amount itself; it has two implied decimals",
        "TDS*59400            | TDS*59401            | REFUSED   | lines, charges and taxes come to 594",
        "*24*EA*12.5*NT       | *24*EA*12.51*NT      | REFUSED   | lines, charges and taxes come to 594.24",
        "BIG*20260609         | BIG*20260610         | REFUSED   | INVOICE_DATE",
        "BIG*20260609         | BIG*20260228         | REFUSED   | INVOICE_DATE",
        "IT1*1*24*EA          | IT1*1*24*CA          | REFUSED   | unit: IT1 1: unit CA, ordered in EA",
        "CTT*2*64             | CTT*2*65             | REFUSED   | CTT02 says 65",
        "IT1*2*40*EA*7.35*NT*UP*614141000203*VN*AC-2000 | IT1*2*40*EA*7.35*NT*UP*614141000302*VN*AC-3 | REFUSED | INVOICE_AFTER_SHIPMENT"})
    void whatAmazonHasAgainstAn810IsSaidInWords(String what, String instead, String verdict, String reason) {
        try (EdiFixture amazon = acknowledged()) {
            amazon.send(notice("by-pack"));
            JsonNode received = refusedOrNot(amazon, bill().replace(what, instead));
            assertThat(received.path("verdict").asText()).as("%s", received).isEqualTo(verdict);
            assertThat(received.path("reasons").toString()).contains(reason);
        }
    }

    @Test
    void anInvoiceIsPaidWithItsDiscountAndAShortageIsKeptBack() {
        try (EdiFixture amazon = acknowledged()) {
            amazon.caller().post("/_sim/orders/" + PO + "/shortages", "[{\"line\": \"2\", \"units\": 2}]");
            amazon.send(notice("by-pack"));
            JsonNode received = refusedOrNot(amazon, bill());
            assertThat(received.path("verdict").asText()).as("%s", received).isEqualTo("ACCEPTED");
            assertThat(refusedOrNot(amazon, bill().replace("*304", "*306").replace("000000304", "000000306")).path("reasons").toString())
                .contains("DUPLICATE_INVOICE_DEFECT");
            amazon.caller().advance(Duration.ofDays(31));
            List<String> payment = amazon.last("820", 1);
            assertThat(payment).contains("BPR*I*567.71*C*ACH************20260708~", "N1*PE**92*ACME5~",
                "RMR*IV*INV-88123**582.41*594*11.59~",
                "REF*PO*8PQ2ZZ7K~", "DTM*003*20260609~", "RMR*IV*INV-88123SC**-14.7*-14.7~");
            List<String> files = new ArrayList<>(List.of("check", amazon.files("850", 1).get(0).toString(),
                amazon.files("820", 1).get(0).toString()));
            amazon.files("997", 4).forEach(file -> files.add(file.toString()));
            assertThat(HubCommands.run(files.toArray(new String[0]))).isZero();
        }
    }

    @Test
    void thePriceAboveTheOrdersIsPaidAtTheOrders() {
        try (EdiFixture amazon = acknowledged()) {
            amazon.send(notice("by-pack"));
            JsonNode received = refusedOrNot(amazon, bill().replace("*24*EA*12.5*NT", "*24*EA*13*NT").replace("TDS*59400", "TDS*60600")
                .replace("ITD*01*3*2**30**60", "ITD*01*3*****60"));
            assertThat(received.path("verdict").asText()).as("%s", received).isEqualTo("DEFECTIVE");
            amazon.caller().advance(Duration.ofDays(61));
            assertThat(amazon.last("820", 1)).contains("RMR*IV*INV-88123**606*606~", "RMR*IV*INV-88123PC**-12*-12~");
        }
    }

    @Test
    void theOnboardingSaysWhatWasPassedAndWhatNot() {
        try (EdiFixture amazon = EdiFixture.in(folder)) {
            assertThat(amazon.caller().get("/_sim/edi/onboarding").status()).isEqualTo(404);
            JsonNode numbers = amazon.caller().post("/_sim/edi/onboarding", "{\"vendorCode\": \"ACME5\"}").body()
                .path("purchaseOrderNumbers");
            assertThat(numbers).hasSize(3);
            List<String> orders = amazon.last("850", 1);
            assertThat(orders).filteredOn(line -> line.startsWith("BEG")).hasSize(3);
            assertThat(amazon.caller().get("/_sim/edi/onboarding").body().path("result").asText()).isEqualTo("waiting");
            String group = amazon.edi().at("/sent/0/group").asText();
            amazon.send(EdiFixture.interchange(1, "FA", "004010", "997", "AK1*PO*" + group, "AK2*850*0001", "AK5*A", "AK2*850*0002",
                "AK5*A", "AK2*850*0003", "AK5*R*5", "AK9*P*3*3*2"));
            amazon.send(EdiFixture.interchange(2, "PR", "004010", "855", "BAK*00*AC*" + numbers.path(1).asText() + "*20260302",
                "PO1*1*6*EA*12.5*NT*EN*4012345000016", "ACK*IA*6*EA", "PO1*2*12*EA*8*NT*EN*4012345000023", "ACK*R2*12*EA", "CTT*2*18"));
            amazon.send(EdiFixture.interchange(3, "PR", "004010", "855", "BAK*00*AC*" + numbers.path(2).asText() + "*20260302",
                "PO1*1*6*EA*12.5*NT*EN*4012345000016", "ACK*IA*6*EA", "PO1*2*12*EA*3.75*NT*EN*4012345000030", "ACK*IR*12*EA", "CTT*2*18"));
            JsonNode report = amazon.caller().get("/_sim/edi/onboarding").body();
            assertThat(report.path("result").asText()).isEqualTo("failed");
            assertThat(steps(report, "failed")).containsExactlyInAnyOrder(numbers.path(2).asText() + " 997 for the 850",
                numbers.path(2).asText() + " line 1 accepted in full, line 2 back-ordered with a date");
            assertThat(steps(report, "passed")).contains(numbers.path(1).asText() + " 855 is right",
                numbers.path(1).asText() + " line 1 accepted in full, line 2 (discontinued) rejected as ObsoleteProduct",
                numbers.path(1).asText() + " 855 within 24 hours");
        }
    }

    private static List<String> steps(JsonNode report, String result) {
        List<String> found = new ArrayList<>();
        for (JsonNode step : report.path("steps")) {
            if (step.path("result").asText().equals(result)) {
                found.add(step.path("purchaseOrderNumber").asText() + " " + step.path("step").asText());
            }
        }
        return found;
    }
}
