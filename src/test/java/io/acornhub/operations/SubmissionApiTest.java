// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.interchange.HubId;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submission.Proof;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What was posted by API, as people see it. */
@Import(SampleDocuments.class)
class SubmissionApiTest extends HubWebTest {
    @Autowired
    SampleDocuments samples;
    @Autowired
    OperationsTestHub.Recorder interventions;
    @Autowired
    Submissions submissions;
    @Autowired
    TransactionTemplate transaction;
    private String id;

    @BeforeEach
    void fill() throws IOException {
        samples.fill();
        interventions.asked.clear();
        id = HubId.next();
        Instant now = Instant.now();
        transaction.executeWithoutResult(status -> {
            Submission ready = new Submission(id, samples.sent, samples.acknowledgment, "amazon-us", "amazon-us-api",
                Operation.SUBMIT_ACKNOWLEDGEMENT, "2WX4R7KT", "ACME1", SubmissionState.READY, 0, null, null, null, null, null, null, 0,
                null, null, null, null);
            submissions.insert(ready);
            submissions.save(ready.posting(now, now.plusSeconds(300)).submitted("tx-1", "request-1", null, null)
                .decided(SubmissionState.ASSUMED_ACCEPTED, "Processing", now, null, Proof.of("no Failure within 15 minutes")));
            submissions.answer(id, now, Operation.SUBMIT_ACKNOWLEDGEMENT, 202, "request-1", "a".repeat(64), "transaction tx-1");
        });
    }

    @Test
    void aDocumentShowsWhatBecameOfIt() {
        JsonNode submission = json(get("/api/documents/" + samples.acknowledgment)).path("submissions").path(0);
        assertThat(submission.path("state").asText()).isEqualTo("ASSUMED_ACCEPTED");
        assertThat(submission.path("transactionId").asText()).isEqualTo("tx-1");
        assertThat(submission.path("words").asText()).isEqualTo("submitAcknowledgement 2WX4R7KT counts as accepted, which nothing shows: "
            + "no Failure within 15 minutes.");
        assertThat(submission.path("answers").path(0).path("requestId").asText()).isEqualTo("request-1");
    }

    @Test
    void submissionsAreListedByState() {
        assertThat(json(get("/api/submissions?state=assumed_accepted")).findValuesAsText("id")).contains(id);
        assertThat(json(get("/api/submissions?state=open")).findValuesAsText("id")).doesNotContain(id);
    }

    @Test
    void somebodyCanSayThatItArrived() {
        post("/api/documents/" + samples.acknowledgment + "/arrived", "{\"reason\":\"seen in Vendor Central\"}");
        assertThat(interventions.asked).singleElement().asString().startsWith("arrived " + samples.acknowledgment)
            .endsWith("seen in Vendor Central");
    }
}
