// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.operations.commands.HubCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amazon on two folders: 850s and their 997s, 855s and what is said of them. */
class EdiPartnerTest {
    private static final String PO = "4TG7Q2PX";
    private static final Path SAMPLES = Path.of("edi-mappings/x12/004010/order-acknowledgment-855/samples/accepts");
    @TempDir
    private Path folder;

    private static String sample(String name) throws IOException {
        return Files.readString(SAMPLES.resolve(name), StandardCharsets.ISO_8859_1);
    }

    @Test
    void anOrderGoesOutAsAn850ThatTheHubTakes() {
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5")) {
            amazon.place(EdiFixture.order(PO));
            List<String> lines = amazon.last("850", 1);
            assertThat(lines.subList(2, lines.size() - 2)).containsExactly("ST*850*0001~", "BEG*00*NE*4TG7Q2PX**20260302~",
                "REF*CR*ACME5~", "FOB*CC~", "CSH*Y~", "DTM*064*20260310~", "DTM*063*20260316~", "N1*ST**92*PHX6~",
                "PO1*1*24*EA*12.5*NT*UP*614141000104~", "PO1*2*48*EA*7.35*NT*UP*614141000203~", "PO1*3*12*EA*22*NT*UP*614141000302~",
                "PO1*4*6*EA*5*NT*UP*614141000401~", "CTT*4*90~", "SE*14*0001~");
            assertThat(HubCommands.run(new String[] {"check", amazon.files("850", 1).get(0).toString()})).isZero();
            assertThat(amazon.edi().at("/sent/0/answer").asText()).isEqualTo("waiting");
            amazon.caller().advance(Duration.ofHours(25));
            assertThat(amazon.edi().at("/sent/0/answer").asText()).isEqualTo("missing");
            String group = amazon.edi().at("/sent/0/group").asText();
            amazon.send(EdiFixture.interchange(301, "FA", "004010", "997", "AK1*PO*" + group, "AK2*850*0001", "AK5*A", "AK9*A*1*1*1"));
            assertThat(amazon.edi().at("/sent/0/answer").asText()).isEqualTo("A");
            assertThat(amazon.edi().at("/sent/0/sets/" + PO).asText()).isEqualTo("A");
            amazon.send(EdiFixture.interchange(302, "FA", "004010", "997", "AK1*PO*77", "AK2*850*0001", "AK5*A", "AK9*A*1*1*1"));
            assertThat(amazon.lastReceived().path("reasons").path(0).asText()).contains("Amazon sent no group 77");
        }
    }

    @Test
    void casesArePricedByTheCaseAndBooksToASanAreNamedAsSuch() {
        try (EdiFixture amazon = new EdiFixture(folder, EdiPartnerSettings.of(folder.resolve("inbox"), folder.resolve("outbox"), "ACME1")
            .withPackSizes(true).withUsage("T").withSeparators(new EdiPartnerSettings.Separators('|', ':', '^', '!', false)))) {
            amazon.place("[" + Samples.order("PO000001").toString().replace("PHX7", "1695827") + "]");
            String text = String.join("", amazon.last("850", 1));
            assertThat(text).contains("|0|T|:!GS|PO|AMAZON|").contains("!N1|ST||15|1695827!").contains("!FOB|PP!")
                .contains("!PO1|1|10|EA|4.5|NT|UK|00012345678905|BP|B000000001!PO4|".replace("PO4|", "")
                    + "PO1|2|5|CA|13.5|NT|UK|00012345678912|BP|B000000002!PO4|6!CTT|2|15!");
        }
    }

    @Test
    void theHubsOwnSample855IsTakenAndTheOrderStandsAsItSays() throws IOException {
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5")) {
            amazon.place(EdiFixture.order(PO));
            amazon.files("850", 1);
            amazon.send(sample("mixed.expected.edi"));
            assertThat(amazon.lastReceived().path("verdict").asText()).as("%s", amazon.lastReceived()).isEqualTo("ACCEPTED");
            assertThat(amazon.last("997", 1)).contains("AK1*PR*302~", "AK2*855*0001~", "AK5*A~", "AK9*A*1*1*1~");
            assertThat(HubCommands.run(new String[] {"check", SAMPLES.resolve("mixed.expected.edi").toString(),
                amazon.files("997", 1).get(0).toString()})).isZero();
            JsonNode status = amazon.caller().get("/vendor/orders/v1/purchaseOrdersStatus?purchaseOrderNumber=" + PO).body()
                .at("/payload/ordersStatus/0/itemStatus");
            assertThat(status.findValuesAsText("confirmationStatus")).containsExactly("ACCEPTED", "ACCEPTED", "REJECTED", "REJECTED");
            JsonNode received = amazon.caller().get("/_sim/received").body().path(0);
            assertThat(received.path("number").asText()).isEqualTo(PO);
            assertThat(received.path("verdict").asText()).isEqualTo("ACCEPTED");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "BAK*00*AC*4TG7Q2PX | BAK*00*AD*4TG7Q2PX | DEFECTIVE | acknowledgment-type: BAK02 AD says that nothing changes",
        "ACK*IA*24*EA       | ACK*IA*25*EA       | REFUSED   | QUANTITY_ABOVE_ORDER",
        "ACK*IA*24*EA       | ACK*IP*24*EA       | REFUSED   | acknowledgment-code: line 1: ACK01 is IP; Amazon takes no other price",
        "PO1*1*24*EA*12.5   | PO1*1*24*EA*12.51  | REFUSED   | NET_COST_ABOVE_ORDER",
        "PO1*1*24*EA        | PO1*1*24*CA        | REFUSED   | unit: line 1: unit CA, ordered in EA",
        "614141000104       | 614141000999       | DEFECTIVE | identifier: line 1: article 614141000999, ordered as 614141000104",
        "CTT*4*90           | CTT*4*91           | REFUSED   | control-totals: CTT02 says 91, the quantities sum to 90",
        "BAK*00*AC*4TG7Q2PX | BAK*00*AC*9ZZZZZZZ | REFUSED   | order-known: BAK03: Amazon placed no order 9ZZZZZZZ"})
    void whatAmazonHasAgainstAn855IsSaidInWords(String what, String instead, String verdict, String reason) throws IOException {
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5")) {
            amazon.place(EdiFixture.order(PO));
            amazon.send(sample("mixed.expected.edi").replace(what, instead));
            JsonNode received = amazon.lastReceived();
            assertThat(received.path("answer").asText()).as("the 997 speaks of form alone").isEqualTo("A");
            assertThat(received.path("verdict").asText()).as("%s", received).isEqualTo(verdict);
            assertThat(received.path("reasons").toString()).contains(reason);
            JsonNode kept = amazon.caller().get("/_sim/received?verdict=REFUSED").body();
            assertThat(kept.size()).isEqualTo(verdict.equals("REFUSED") && !reason.contains("no order") ? 1 : 0);
        }
    }

    @Test
    void aLineThatIsNotAnsweredIsRejectedByAmazon() throws IOException {
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5")) {
            amazon.place(EdiFixture.order(PO));
            String text = sample("mixed.expected.edi").replaceAll("PO1\\*1\\*[^~]*~\\s*ACK[^~]*~\\s*", "").replace("CTT*4*90", "CTT*3*66")
                .replace("SE*13", "SE*11");
            amazon.send(text);
            assertThat(amazon.lastReceived().path("verdict").asText()).as("%s", amazon.lastReceived()).isEqualTo("ACCEPTED");
            JsonNode status = amazon.caller().get("/vendor/orders/v1/purchaseOrdersStatus?purchaseOrderNumber=" + PO).body();
            assertThat(status.at("/payload/ordersStatus/0/itemStatus/0/acknowledgementStatus/confirmationStatus").asText())
                .isEqualTo("REJECTED");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "ACK*IA*24*EA      | ACK*IA*2x*EA        | AK3*ACK*4**8~,AK4*2**6*2x~,AK5*R*5~,AK9*R*1*1*0~",
        "BAK*00*AC         | BAK*00*             | AK3*BAK*2**8~,AK4*2**1~,AK5*R*5~",
        "SE*13*0001        | SE*12*0001          | AK5*R*4~",
        "SE*13*0001        | SE*13*0002          | AK5*R*3~",
        "GE*1*302          | GE*2*302            | AK9*R*2*1*0*5~",
        "CTT*4*90          | ZZZ*1               | AK3*ZZZ*12**2~,AK3*CTT*13**3~,AK5*R*5~"})
    void faultsOfFormAreAnsweredWhereTheyStand(String what, String instead, String segments) throws IOException {
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5")) {
            amazon.place(EdiFixture.order(PO));
            amazon.send(sample("mixed.expected.edi").replace(what, instead));
            assertThat(amazon.last("997", 1)).contains(segments.split(","));
            assertThat(amazon.lastReceived().path("verdict").asText()).isEqualTo("REFUSED");
            assertThat(amazon.caller().get("/_sim/received").body()).isEmpty();
            assertThat(HubCommands.run(new String[] {"check", amazon.files("997", 1).get(0).toString()})).isZero();
        }
    }

    @Test
    void faultsOfElementsAreAcceptedWithErrorsWhereThatIsAgreed() throws IOException {
        try (EdiFixture amazon = new EdiFixture(folder, EdiPartnerSettings.of(folder.resolve("inbox"), folder.resolve("outbox"), "ACME5")
            .acceptingWithErrors(true))) {
            amazon.place(EdiFixture.order(PO));
            amazon.send(sample("mixed.expected.edi").replace("*AC*4TG7Q2PX*20260302", "*AC*4TG7Q2PX*20260332"));
            assertThat(amazon.last("997", 1)).contains("AK4*4**8*20260332~", "AK5*E*5~", "AK9*E*1*1*1~");
            assertThat(amazon.lastReceived().path("verdict").asText()).isEqualTo("ACCEPTED");
        }
    }

    @Test
    void somebodyCanDecideWhatTheNext997Says() throws IOException {
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5")) {
            amazon.place(EdiFixture.order(PO));
            assertThat(amazon.caller().post("/_sim/edi/answers", "{\"answer\": \"X\"}").status()).isEqualTo(400);
            amazon.caller().post("/_sim/edi/answers", "{\"document\": \"855\", \"answer\": \"R\"}");
            amazon.send(sample("mixed.expected.edi"));
            assertThat(amazon.last("997", 1)).contains("AK5*R~", "AK9*R*1*1*0~");
            amazon.caller().post("/_sim/edi/answers", "{\"answer\": \"none\"}");
            amazon.send(sample("mixed.expected.edi").replaceAll("\\*(0*)302", "*$1303"));
            assertThat(amazon.lastReceived().path("verdict").asText()).isEqualTo("ACCEPTED");
            assertThat(amazon.files("997", 1)).hasSize(1);
        }
    }

    @Test
    void aResendIsAnsweredAgainAndDoneOnceAndItsNumberWithOtherContentIsADuplicate() throws IOException {
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5")) {
            amazon.place(EdiFixture.order(PO));
            amazon.send(sample("mixed.expected.edi"));
            amazon.send(sample("mixed.expected.edi"));
            amazon.files("997", 2);
            assertThat(amazon.caller().get("/_sim/received").body()).hasSize(1);
            amazon.send(sample("mixed.expected.edi").replace("ACK*IR*12", "ACK*IA*12"));
            assertThat(amazon.last("TA1", 1)).contains("TA1*000000302*260302*1500*R*025~");
            assertThat(HubCommands.run(new String[] {"check", amazon.files("TA1", 1).get(0).toString()})).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"*ZZ*AMAZON         * | *ZZ*SOMEBODY       * | 008",
        "*ZZ*ACMEVENDOR     * | *ZZ*SOMEBODYELSE   * | 006", "*0*P*>          | *0*T*>          | 020",
        "IEA*1*000000302 | IEA*1*000000303 | 001", "IEA*1 | IEA*2 | 021"})
    void anEnvelopeThatIsNotForAmazonGetsATa1(String what, String instead, String code) throws IOException {
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5")) {
            amazon.send(sample("mixed.expected.edi").replace(what, instead));
            assertThat(amazon.last("TA1", 1).get(1)).endsWith("*R*" + code + "~");
        }
    }

    @Test
    void whatIsNoX12IsTakenAndSaidToBeUnreadable() {
        try (EdiFixture amazon = EdiFixture.in(folder)) {
            amazon.send("<order/>");
            assertThat(amazon.lastReceived().path("reasons").path(0).asText()).startsWith("unreadable: no X12 that can be read");
        }
    }
}
