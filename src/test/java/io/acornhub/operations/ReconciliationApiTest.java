// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.Deadlines;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.StrayAcknowledgments;
import io.acornhub.lifecycle.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@Import(SampleDocuments.class)
class ReconciliationApiTest extends HubWebTest {
    @Autowired
    SampleDocuments samples;
    @Autowired
    OperationsTestHub.Recorder interventions;
    @Autowired
    GroupAcknowledgments groups;
    @Autowired
    Deadlines deadlines;
    @Autowired
    Alarms alarms;
    @Autowired
    Tasks tasks;
    @Autowired
    StrayAcknowledgments strays;
    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void fill() throws IOException {
        samples.fill();
        interventions.asked.clear();
        Instant sent = Instant.now().minus(Duration.ofHours(30));
        transaction.executeWithoutResult(status -> {
            groups.open(samples.sent, "amazon-us", "PR", "004010", "77", Duration.ofHours(24), samples.acknowledgment, "855", "0001");
            groups.sent(samples.sent, sent);
            deadlines.start("amazon-us", "997:855", "2WX4R7KT/77", samples.acknowledgment, sent, sent.plus(Duration.ofHours(24)));
            deadlines.start("amazon-us", "810", "SHP1", samples.acknowledgment, sent, sent.plus(Duration.ofHours(48)));
            String id = deadlines.ofDocument(samples.acknowledgment).get(0).id();
            deadlines.pass(id, Instant.now());
            groups.overdue(groups.ofInterchange(samples.sent).get(0).id(), samples.acknowledgment);
            tasks.open(samples.acknowledgment, "amazon-us", Tasks.Kind.RESEND, "No acknowledgment came.", Instant.now());
            strays.note(new StrayAcknowledgments.Stray(StrayAcknowledgments.Kind.ORPHAN, "amazon-us", "IN1", "TA1", null,
                "It answers interchange 99.", Instant.now()), "99");
        });
    }

    @Test
    void overdueGroupsAreListedWithDueTimeAndWords() {
        JsonNode found = json(get("/api/acknowledgments?state=overdue&partner=amazon-us"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("words").asText()).startsWith("Group PR 77 to amazon-us was sent; the acknowledgment was due 6 h")
            .endsWith("ago.");
        assertThat(Instant.parse(found.get(0).get("due").asText())).isBefore(Instant.now());
        assertThat(found.get(0).get("sets").get(0).get("documentId").asText()).isEqualTo(samples.acknowledgment);
        assertThat(json(get("/api/acknowledgments?state=waiting"))).hasSize(1);
        assertThat(json(get("/api/acknowledgments?state=accepted"))).isEmpty();
        assertThat(json(get("/api/acknowledgments?state=overdue&partner=other"))).isEmpty();
    }

    @Test
    void acknowledgmentsThatFitNothingAreListedByTheirKind() {
        assertThat(json(get("/api/acknowledgments?state=orphan")).get(0).get("words").asText())
            .isEqualTo("TA1 IN1: It answers interchange 99.");
        assertThat(json(get("/api/acknowledgments?state=contradiction"))).isEmpty();
        assertThat(get("/api/acknowledgments?state=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void deadlinesAlarmsAndTasksAreListed() {
        JsonNode missed = json(get("/api/deadlines?state=missed"));
        assertThat(missed).hasSize(1);
        assertThat(missed.get(0).get("words").asText())
            .startsWith("The acknowledgment of our 855 2WX4R7KT/77 from amazon-us was due 6 h");
        assertThat(json(get("/api/deadlines?state=running"))).hasSize(1);
        assertThat(get("/api/deadlines?state=soon").statusCode()).isEqualTo(400);
        JsonNode raised = json(get("/api/alarms"));
        assertThat(raised).extracting(a -> a.get("kind").asText()).containsExactlyInAnyOrder("DEADLINE", "ACKNOWLEDGMENT_ORPHAN");
        assertThat(json(get("/api/alarms?kind=deadline")).get(0).get("level").asText()).isEqualTo("ALARM");
        transaction.executeWithoutResult(status -> alarms.clear(Alarm.ofDocument("IN1"), Instant.now()));
        assertThat(json(get("/api/alarms"))).hasSize(1);
        assertThat(json(get("/api/alarms?cleared=true"))).hasSize(2);
        assertThat(json(get("/api/tasks")).get(0).get("kind").asText()).isEqualTo("RESEND");
        assertThat(json(get("/api/tasks?state=closed"))).isEmpty();
    }

    @Test
    void whatIsShippedAndNotInvoicedIsListed() {
        JsonNode unbilled = json(get("/api/orders/unbilled"));
        assertThat(unbilled).hasSize(1);
        assertThat(unbilled.get(0).get("subject").asText()).isEqualTo("SHP1");
        transaction.executeWithoutResult(status -> deadlines.met("amazon-us", "810", "SHP1", Instant.now()));
        assertThat(json(get("/api/orders/unbilled"))).isEmpty();
    }

    @Test
    void aDocumentShowsItsGroupsTimersAndTasks() {
        JsonNode document = json(get("/api/documents/" + samples.acknowledgment));
        assertThat(document.get("acknowledgments").get(0).get("state").asText()).isEqualTo("OVERDUE");
        assertThat(document.get("timers")).hasSize(2);
        assertThat(document.get("tasks").get(0).get("words").asText()).isEqualTo("No acknowledgment came.");
        assertThat(document.get("links").get("resend").asText()).endsWith("/resend");
    }

    @Test
    void aResendSaysUnderWhichNumbersAndWhy() {
        String resend = "/api/documents/" + samples.acknowledgment + "/resend";
        assertThat(post(resend + "?numbers=new", "{\"reason\":\"corrected\"}").statusCode()).isEqualTo(200);
        assertThat(post(resend + "?numbers=same", "{\"reason\":\"lost\"}").statusCode()).isEqualTo(200);
        assertThat(interventions.asked).containsExactly("resend " + samples.acknowledgment + " true operator corrected",
            "resend " + samples.acknowledgment + " false operator lost");
        assertThat(post(resend + "?numbers=other", "{\"reason\":\"lost\"}").statusCode()).isEqualTo(400);
        assertThat(post(resend, "{\"reason\":\"lost\"}").statusCode()).isEqualTo(400);
        assertThat(post(resend + "?numbers=new", "{\"reason\":\"\"}").statusCode()).isEqualTo(400);
        assertThat(interventions.asked).hasSize(2);
    }
}
