// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@Import(SampleDocuments.class)
class ApiTest extends HubWebTest {
    @Autowired
    SampleDocuments samples;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    OperationsTestHub.Recorder interventions;

    @BeforeEach
    void fill() throws IOException {
        samples.fill();
        interventions.asked.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME1", "acme1", "1021", "01021", "0021", "21", "0000000004500017", "4500017"})
    void anOrderIsFoundByWhateverAPersonHasAtHand(String key) {
        assertThat(ids(get("/api/documents?key=" + key))).as(key).containsExactly(samples.order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000905", "905", "0000000905", "orders-0922.edi"})
    void anInterchangeControlNumberOrFileNameFindsAllItsDocuments(String key) {
        assertThat(ids(get("/api/documents?key=" + key))).containsExactly(samples.parked, samples.order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2WX4R7KT", "2wx4r7kt", "%202WX4R7KT%20"})
    void aPurchaseOrderNumberFindsOrderAndAnswers(String key) {
        assertThat(ids(get("/api/documents?key=" + key))).containsExactly(samples.held, samples.acknowledgment, samples.order);
    }

    @Test
    void groupAndSetControlNumbersFindADocument() {
        assertThat(ids(get("/api/documents?key=1022"))).containsExactly(samples.parked);
        assertThat(ids(get("/api/documents?key=077"))).containsExactly(samples.acknowledgment);
        assertThat(ids(get("/api/documents?key=0001"))).containsExactly(samples.acknowledgment);
        assertThat(ids(get("/api/documents?key=855-77.edi"))).containsExactly(samples.acknowledgment);
    }

    @Test
    void documentsAreFoundByTheirOwnIdAndTheirInterchange() {
        assertThat(ids(get("/api/documents?key=" + samples.order))).containsExactly(samples.order);
        assertThat(ids(get("/api/documents?key=" + samples.received))).contains(samples.order);
        assertThat(ids(get("/api/documents?key=" + samples.sent))).containsExactly(samples.acknowledgment);
        assertThat(ids(get("/api/documents?key=000000077"))).containsExactly(samples.acknowledgment);
    }

    @Test
    void aKeyIsNeverTakenAsPartOfAnother() {
        assertThat(ids(get("/api/documents?key=2WX4"))).isEmpty();
        assertThat(ids(get("/api/documents?key=" + URLEncoder.encode("%' or 1=1 --", StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void documentsAreFilteredAndPagedNewestFirst() {
        assertThat(ids(get("/api/documents?state=held"))).containsExactly(samples.held);
        assertThat(ids(get("/api/documents?message=855&partner=amazon-us")))
            .containsExactly(samples.held, samples.acknowledgment);
        assertThat(ids(get("/api/documents?message=855&limit=1"))).containsExactly(samples.held);
        assertThat(ids(get("/api/documents?message=855&before=" + samples.held))).containsExactly(samples.acknowledgment);
    }

    @Test
    void aDocumentSaysWhereItIsAndWhatIsDue() {
        JsonNode order = json(get("/api/documents?key=" + samples.order)).get(0);
        assertThat(order.get("summary").asText()).contains("In every ERP system", "acknowledgment is due in 2");
        assertThat(order.get("lights").toString()).isEqualTo(
            "{\"validated\":\"green\",\"delivered\":\"green\",\"acknowledged\":\"amber\",\"proven\":\"grey\"}");
        assertThat(order.at("/deadlines/0/left").asText()).startsWith("PT2");
        assertThat(order.at("/deadlines/0/overdue").asBoolean()).isFalse();
        assertThat(order.get("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        JsonNode sent = json(get("/api/documents/" + samples.acknowledgment));
        assertThat(sent.at("/deadlines/1/overdue").asBoolean()).isTrue();
        assertThat(sent.get("summary").asText()).contains("was due", "ago", "ask the partner");
        assertThat(json(get("/api/documents/" + samples.held)).get("summary").asText())
            .startsWith("Held: Line 2 answers 12 where 10 were ordered").contains("release it");
        assertThat(json(get("/api/documents/" + samples.parked)).get("summary").asText())
            .contains("hub.inbound.translate.parked", "correct the mapping");
    }

    @Test
    void aDocumentShowsItsWholeStory() {
        JsonNode order = json(get("/api/documents/" + samples.order));
        assertThat(order.at("/timeline/verified").asBoolean()).isTrue();
        assertThat(order.at("/timeline/events/0/what").asText()).isEqualTo("ACCEPTED");
        assertThat(order.at("/deliveries/0/reference").asText()).isEqualTo("ORDERS_1.idoc");
        assertThat(order.at("/interchange/controlNumber").asText()).isEqualTo("000000905");
        assertThat(order.at("/interchange/sha256").asText()).hasSize(64);
        assertThat(order.at("/faults/0/text").asText()).contains("[BEG at segment 2]", "AK403 7");
        assertThat(order.at("/links/raw").asText()).endsWith("/raw");
        assertThat(json(get("/api/documents/" + samples.held)).at("/holds/0/code").asText()).isEqualTo("QUANTITY_ABOVE_ORDER");
        assertThat(json(get("/api/documents/" + samples.acknowledgment)).at("/outgoing/controlNumber").asText())
            .isEqualTo("000000077");
    }

    @Test
    void aChangedOrCutTimelineShows() {
        jdbc.update("update event set detail = 'something else' where subject = ? and seq = 2", samples.order);
        JsonNode changed = json(get("/api/documents/" + samples.order)).get("timeline");
        assertThat(changed.get("verified").asBoolean()).isFalse();
        assertThat(changed.get("brokenAt").asInt()).isEqualTo(2);
        jdbc.update("delete from event where subject = ? and seq >= 2", samples.order);
        assertThat(json(get("/api/documents/" + samples.order)).at("/timeline/brokenAt").asInt()).isEqualTo(2);
    }

    @Test
    void bytesComeBackAsTheyWere() {
        HttpResponse<String> raw = get("/api/documents/" + samples.order + "/raw");
        assertThat(raw.body()).isEqualTo(SampleDocuments.SET);
        assertThat(raw.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(get("/api/interchanges/" + samples.received + "/raw").body()).isEqualTo(SampleDocuments.INTERCHANGE);
        assertThat(get("/api/documents/" + samples.acknowledgment + "/outgoing").body()).isEqualTo(SampleDocuments.OUTGOING);
        assertThat(json(get("/api/documents/" + samples.order + "/canonical")).get("number").asText()).isEqualTo("2WX4R7KT");
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        for (String path : List.of("/api/documents/NONE", "/api/interchanges/NONE", "/api/orders/NONE", "/api/documents/NONE/raw",
            "/api/documents/" + samples.order + "/outgoing", "/api/documents/" + samples.parked + "/canonical", "/api/none")) {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).as(path).contains("application/problem+json");
            assertThat(json(response).get("detail").asText()).as(path).endsWith(".");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/documents?limit=0,limit", "/api/documents?limit=many,limit", "/api/documents?state=lost,state",
        "/api/interchanges?status=lost,status", "/api/interchanges?direction=up,direction"})
    void aBadParameterIsNamed(String path, String parameter) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("detail").asText()).contains(parameter);
        assertThat(response.body()).doesNotContain("java.", "org.springframework");
    }

    @Test
    void anOrderShowsItsLinesAndDocuments() {
        JsonNode order = json(get("/api/orders/2WX4R7KT"));
        assertThat(order.at("/lines/0").toString()).contains("\"ordered\":10,", "\"accepted\":7.5,", "\"backOrdered\":2.5,",
            "\"rejected\":0");
        assertThat(order.at("/acknowledgment/left").asText()).startsWith("PT2");
        assertThat(order.get("documents")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whatWaitsForAPersonIsListed() {
        JsonNode holds = json(get("/api/holds"));
        assertThat(holds).hasSize(1);
        assertThat(holds.at("/0/document/id").asText()).isEqualTo(samples.held);
        assertThat(holds.at("/0/holds/0/text").asText()).contains("Line 2");
        assertThat(json(get("/api/parked")).at("/0/subject").asText()).isEqualTo(samples.parked);
    }

    @Test
    void decisionsCarryWhoAndWhy() {
        assertThat(post("/api/documents/" + samples.held + "/release", "{\"reason\":\"agreed\"}").statusCode()).isEqualTo(200);
        assertThat(post("/api/documents/" + samples.held + "/drop", "{\"reason\":\"wrong\"}").statusCode()).isEqualTo(200);
        assertThat(post("/api/documents/" + samples.parked + "/replay", "").statusCode()).isEqualTo(200);
        assertThat(post("/api/interchanges/" + samples.received + "/replay", "").statusCode()).isEqualTo(200);
        assertThat(interventions.asked).containsExactly("release " + samples.held + " operator agreed", "drop " + samples.held
            + " operator wrong", "replay " + samples.parked + " operator", "replay " + samples.received + " operator");
    }

    @Test
    void aDecisionWithoutReasonOrEffectIsRefused() {
        String release = "/api/documents/" + samples.held + "/release";
        assertThat(post(release, "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(post(release, "{}").statusCode()).isEqualTo(400);
        assertThat(post(release, "not json").statusCode()).isEqualTo(400);
        assertThat(post(release, "").statusCode()).isEqualTo(400);
        assertThat(interventions.asked).isEmpty();
        assertThat(post(release, "{\"reason\":\"nothing\"}").statusCode()).isEqualTo(409);
        assertThat(post("/api/documents/NONE/release", "{\"reason\":\"x\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void interchangesAreListedAndShown() {
        assertThat(ids(get("/api/interchanges?status=sent&direction=outbound&partner=amazon-us"))).containsExactly(samples.sent);
        JsonNode one = json(get("/api/interchanges/" + samples.received));
        assertThat(one.get("documents")).hasSize(2);
        assertThat(one.get("fileName").asText()).isEqualTo("orders-0922.edi");
        assertThat(one.at("/timeline/verified").asBoolean()).isTrue();
    }

    @Test
    void theStatusCountsAndNamesWhatIsWrong() {
        JsonNode status = json(get("/api/status"));
        assertThat(status.at("/documents/HELD").asInt()).isEqualTo(1);
        assertThat(status.get("held").asInt()).isEqualTo(1);
        assertThat(status.get("parked").asInt()).isEqualTo(1);
        assertThat(status.get("partnerAcknowledgmentsOverdue").asInt()).isEqualTo(1);
        assertThat(status.get("queues").toString()).contains("hub.inbound.translate.parked");
        assertThat(status.at("/oldestWaiting").toString()).contains(samples.held);
        assertThat(status.at("/failing/0/stage").asText()).isEqualTo("outbound-send.amazon-us-as2");
        assertThat(status.at("/failing/0/failures").asInt()).isEqualTo(7);
        assertThat(status.at("/failing/0/words").asText()).contains("no answer of amazon-us");
        assertThat(status.at("/partners/0/name").asText()).isEqualTo("amazon-us");
        assertThat(status.at("/erpSystems").toString()).contains("sap", "erp-db").doesNotContain("password");
    }

    private static List<String> ids(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return StreamSupport.stream(json(response).spliterator(), false).map(n -> n.get("id").asText()).toList();
    }
}
