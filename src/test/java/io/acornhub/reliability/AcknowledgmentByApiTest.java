// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.HubHome;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.Deadlines;
import io.acornhub.lifecycle.RunningDeadline;
import io.acornhub.lifecycle.RunningDeadline.State;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.reliability.VendorApi.Fault;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledgments that leave by the API and what becomes of them, in the whole hub on the embedded defaults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcknowledgmentByApiTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(2000);
    private SpineHub hub;
    private VendorApi amazon;

    @BeforeAll
    void startHub(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        HubHome home = HubHome.copy(folder.resolve("home"));
        hub = new SpineHub(home, folder.resolve("data"), List.of("acorn.deadlines.every=PT0.2S", "T_ID=id", "T_SECRET=secret",
            "T_REFRESH=refresh", "acorn.selling-partner.unknown-after=PT0.1S", "acorn.selling-partner.pause=PT0.01S"));
        amazon = new VendorApi(hub.clock());
        home.replace("config/partners/amazon-us.yaml", "agreements:\n  # ---- from Amazon\n", """
              - name: direct
                type: spapi
                settings: {region: NA, marketplace: ATVPDKIKX0DER, clientId: "env:T_ID", clientSecret: "env:T_SECRET",
                  refreshToken: "env:T_REFRESH", endpoint: "%s", tokenEndpoint: "%s/auth/o2/token", timeout: PT10S}
            agreements:
              # ---- from Amazon
            """.formatted(amazon.uri(), amazon.uri()));
        home.replace("config/partners/amazon-us.yaml", "order-acknowledgment, channel: api, ordersBy: [api]}",
            "order-acknowledgment, channel: direct}");
        hub.start();
    }

    @AfterAll
    void stopHub() {
        hub.close();
        amazon.close();
    }

    @AfterEach
    void asBefore() {
        amazon.shows = false;
        amazon.transaction = "Processing";
        amazon.change = order -> { };
    }

    /** An order that came in and was answered by SAP. */
    private String answered(boolean partly, Fault... faults) {
        WrittenOrder order = WrittenOrder.of(9, NUMBER.addAndGet(10) + (partly ? 3 : 0), false);
        hub.fromAmazon(OrderFiles.one(700_000L + NUMBER.incrementAndGet(), order));
        hub.awaitState("850", order.po(), "DELIVERED");
        amazon.next(faults);
        hub.fromSap("ORDRSP_" + order.po() + ".idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, NUMBER.incrementAndGet()))));
        NUMBER.set(NUMBER.get() / 10 * 10);
        return order.po();
    }

    private Submission awaitIn(String po, SubmissionState state) {
        return SpineHub.patiently(po + " " + state).until(() -> of(po), found -> !found.isEmpty() && found.get(0).state() == state).get(0);
    }

    private List<Submission> of(String po) {
        return hub.bean(Submissions.class).of("amazon-us", Operation.SUBMIT_ACKNOWLEDGEMENT, po);
    }

    private Map<String, Object> document(String po) {
        return hub.documents("ORDRSP", po).get(0);
    }

    private List<Tasks.Task> openTasks(String po) {
        return hub.bean(Tasks.class).of((String) document(po).get("id")).stream().filter(t -> t.closedAt() == null).toList();
    }

    private String step(String po) {
        return hub.jdbc().queryForObject("select state from purchase_order where po_number = ?", String.class, po);
    }

    @Test
    void whatAmazonTakesIsSubmittedThenAssumedThenConfirmed() {
        String po = answered(false);
        Submission submitted = awaitIn(po, SubmissionState.SUBMITTED);
        assertThat(submitted.transactionId()).startsWith("20260302-");
        assertThat(submitted.requestId()).isEqualTo("request-" + submitted.transactionId());
        assertThat(document(po)).containsEntry("state", "SENT").containsEntry("delivered_light", "green");
        assertThat(hub.bean(Deadlines.class).find(State.MET, "amazon-us", 500)).extracting(RunningDeadline::subject).contains(po);
        assertThat(amazon.taken(po)).hasSize(1);

        hub.clock().move(Duration.ofMinutes(16));
        Submission assumed = awaitIn(po, SubmissionState.ASSUMED_ACCEPTED);
        assertThat(assumed.reason()).contains("no Failure within 15 minutes").contains("Processing");
        assertThat(document(po)).containsEntry("state", "CLOSED").containsEntry("acknowledged_light", "amber")
            .containsEntry("proven_light", "amber");

        amazon.shows = true;
        hub.clock().move(Duration.ofMinutes(30));
        Submission confirmed = awaitIn(po, SubmissionState.CONFIRMED);
        assertThat(confirmed.evidence()).hasSize(64);
        assertThat(confirmed.reason()).contains("shows every line of order " + po + " as answered");
        assertThat(document(po)).containsEntry("state", "CLOSED").containsEntry("acknowledged_light", "green")
            .containsEntry("proven_light", "green");
        assertThat(hub.bean(Submissions.class).answers(confirmed.id())).extracting(Submissions.AnswerRow::operation)
            .containsExactly("submitAcknowledgement", "getTransaction", "getPurchaseOrdersStatus");
    }

    @Test
    void aFailureOpensTheWorkAgainInAmazonsWords() {
        amazon.transaction = "Failure";
        String po = answered(false);
        awaitIn(po, SubmissionState.SUBMITTED);
        hub.clock().move(Duration.ofMinutes(2));
        Submission failed = awaitIn(po, SubmissionState.FAILED);
        assertThat(failed.reason()).isEqualTo("Failure: INVALID_ORDER_ID: no such order");
        assertThat(document(po)).containsEntry("state", "REJECTED").containsEntry("acknowledged_light", "red");
        assertThat(step(po)).isEqualTo("NEW");
        assertThat(openTasks(po)).extracting(Tasks.Task::kind).containsExactly(Tasks.Kind.CORRECT);
        assertThat(hub.bean(Alarms.class).find(Alarm.Kind.ACKNOWLEDGMENT_REJECTS, "amazon-us", true, 500)).extracting(Alarm::subject)
            .contains(po);
    }

    @Test
    void whatAmazonRefusesIsRejectedWithItsCodeAndWords() {
        String po = answered(false, Fault.REFUSED);
        Submission refused = awaitIn(po, SubmissionState.REFUSED);
        assertThat(refused.reason()).isEqualTo("400 InvalidInput: items must not be empty");
        assertThat(refused.evidenceRequest()).isEqualTo("request-refused");
        assertThat(hub.faults(document(po).get("id"))).containsExactly("SUBMISSION_REFUSED");
        assertThat(step(po)).isEqualTo("NEW");
        assertThat(amazon.taken(po)).isEmpty();
    }

    @Test
    void anAnswerThatWasLostIsSentAgainSinceItReplacesTheFirst() {
        String po = answered(false, Fault.LOST_AFTER);
        Submission submitted = awaitIn(po, SubmissionState.SUBMITTED);
        assertThat(submitted.attempt()).isEqualTo(2);
        assertThat(amazon.taken(po)).hasSize(2);
        assertThat(amazon.taken(po).get(1)).isEqualTo(amazon.taken(po).get(0));
    }

    @Test
    void oneWithARejectedLineThatArrivedIsNotSentAgain() {
        amazon.shows = true;
        String po = answered(true, Fault.LOST_AFTER);
        Submission confirmed = awaitIn(po, SubmissionState.CONFIRMED);
        assertThat(confirmed.attempt()).isEqualTo(1);
        assertThat(amazon.taken(po)).hasSize(1);
        assertThat(document(po)).containsEntry("proven_light", "green");
    }

    @Test
    void oneWithARejectedLineThatIsNotSeenWaitsAQuarterOfAnHourBeforeItGoesAgain() {
        String po = answered(true, Fault.LOST_BEFORE);
        SpineHub.patiently("a look").until(() -> of(po).stream().anyMatch(s -> s.looks() > 0));
        assertThat(of(po).get(0).state()).isEqualTo(SubmissionState.UNKNOWN);
        assertThat(amazon.taken(po)).isEmpty();
        hub.clock().move(Duration.ofMinutes(16));
        awaitIn(po, SubmissionState.SUBMITTED);
        assertThat(amazon.taken(po)).hasSize(1);
    }

    @Test
    void throttlingOnlyDelays() {
        String po = answered(false, Fault.THROTTLED, Fault.THROTTLED, Fault.THROTTLED, Fault.THROTTLED, Fault.THROTTLED);
        SpineHub.patiently(po).until(() -> {
            hub.clock().move(Duration.ofSeconds(20));
            return of(po).stream().anyMatch(s -> s.state() == SubmissionState.SUBMITTED);
        });
        assertThat(amazon.taken(po)).hasSize(1);
        assertThat(hub.jdbc().queryForList("select 1 from parked where subject in (?, ?)", of(po).get(0).interchangeId(),
            of(po).get(0).documentId())).isEmpty();
    }

    @Test
    void aHubThatDiedBetweenThePostAndItsAnswerSendsItAgain() {
        String po = answered(false);
        Submission submitted = awaitIn(po, SubmissionState.SUBMITTED);
        // as a process leaves it that is killed after the POST and before its answer is committed
        hub.jdbc().update("update submission set state = 'POSTING', transaction_id = null, request_id = null, look_at = ? where id = ?",
            java.sql.Timestamp.from(hub.clock().instant().plus(Duration.ofMinutes(5))), submitted.id());
        hub.jdbc().update("update interchange set status = 'STAGED', sent_at = null where id = ?", submitted.interchangeId());
        hub.jdbc().update("update document set state = 'ENVELOPED' where id = ?", submitted.documentId());
        hub.clock().move(Duration.ofMinutes(6));
        Submission again = awaitIn(po, SubmissionState.SUBMITTED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(document(po)).containsEntry("state", "SENT");
        assertThat(amazon.taken(po)).hasSize(2);
    }

    @Test
    void otherQuantitiesThanSentAreAContradiction() {
        amazon.shows = true;
        amazon.change = order -> {
            ObjectNode status = (ObjectNode) order.path("itemStatus").path(0).path("acknowledgementStatus");
            int accepted = status.path("acceptedQuantity").path("amount").asInt();
            ((ObjectNode) status.path("acceptedQuantity")).put("amount", 0);
            ((ObjectNode) status.path("rejectedQuantity")).put("amount", accepted);
            status.put("confirmationStatus", "REJECTED");
        };
        String po = answered(false);
        awaitIn(po, SubmissionState.SUBMITTED);
        hub.clock().move(Duration.ofMinutes(2));
        SpineHub.patiently("a look").until(() -> of(po).get(0).looks() > 0);
        hub.clock().move(Duration.ofMinutes(4));
        Submission failed = awaitIn(po, SubmissionState.FAILED);
        assertThat(failed.reason()).contains("otherwise than answered, line 1: sent").contains("REJECTED");
        assertThat(failed.evidence()).isNotNull();
        assertThat(step(po)).isEqualTo("NEW");
    }
}
