// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Interventions.Outcome;
import io.acornhub.routing.internal.Outgoing;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Settlements;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shipment confirmations and invoices whose POST nobody knows the outcome of, as a lost answer or a killed hub leaves them, and what
 * looks make of them. The document behind each is an acknowledgment; what is posted and looked for is its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherSubmissionsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(4000);
    private SpineHub hub;
    private VendorApi amazon;

    @BeforeAll
    void startHub(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        HubHome home = HubHome.copy(folder.resolve("home"));
        hub = new SpineHub(home, folder.resolve("data"), List.of("acorn.deadlines.every=PT0.2S", "T_ID=id", "T_SECRET=secret",
            "T_REFRESH=refresh", "acorn.selling-partner.unknown-after=PT0.1S", "acorn.selling-partner.pause=PT0.01S"));
        amazon = new VendorApi(hub.clock());
        String settings = """
            settings: {region: %s, marketplace: ATVPDKIKX0DER, clientId: "env:T_ID", clientSecret: "env:T_SECRET",
                  refreshToken: "env:T_REFRESH", endpoint: "%s", tokenEndpoint: "%s/auth/o2/token", timeout: PT10S, finances: "%s"}
            """.strip();
        home.replace("config/partners/amazon-us.yaml", "agreements:\n  # ---- from Amazon\n", """
              - name: direct
                type: spapi
                %s
              - name: blind
                type: spapi
                %s
            agreements:
              # ---- from Amazon
            """.formatted(settings.formatted("NA", amazon.uri(), amazon.uri(), "true"),
                settings.formatted("FE", amazon.uri(), amazon.uri(), "false")));
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
        amazon.invoiceStatus = "IN_PROGRESS";
        amazon.quantities = false;
    }

    /** A document that has left by API. */
    private String document() {
        WrittenOrder order = WrittenOrder.of(11, NUMBER.addAndGet(10), false);
        hub.fromAmazon(OrderFiles.one(900_000L + NUMBER.get(), order));
        hub.awaitState("850", order.po(), "DELIVERED");
        hub.fromSap("ORDRSP_" + order.po() + ".idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, NUMBER.get()))));
        return (String) hub.awaitState("ORDRSP", order.po(), "SENT").get("id");
    }

    /** A submission of that document as it is after a POST without an answer. */
    private Submission unknown(Operation operation, String channel, String subject, String body) {
        String document = document();
        Partner partner = hub.bean(Configuration.class).partner("amazon-us").orElseThrow();
        Instant now = hub.clock().instant();
        Submissions submissions = hub.bean(Submissions.class);
        return hub.bean(TransactionTemplate.class).execute(status -> {
            Interchange request = hub.bean(Outgoing.class).storeBody(partner, channel, operation.id(),
                body.getBytes(StandardCharsets.UTF_8));
            hub.bean(Interchanges.class).status(request.id(), Interchange.Status.STAGED);
            Submission posted = new Submission(HubId.next(), request.id(), document, "amazon-us", "amazon-us-" + channel, operation,
                subject, "ACME1", SubmissionState.READY, 0, null, null, null, null, null, null, 0, null, null, null, null);
            submissions.insert(posted);
            submissions.save(posted.posting(now, now).unknown(now, "no answer in time"));
            hub.jdbc().update("update document set outgoing_id = ?, state = 'ENVELOPED' where id = ?", request.id(), document);
            return posted;
        });
    }

    private Submission unknownShipment(String id) {
        return unknown(Operation.SUBMIT_SHIPMENT_CONFIRMATIONS, "direct", id, shipment(id));
    }

    private static String shipment(String id) {
        return "{\"shipmentConfirmations\":[{\"shipmentIdentifier\":\"" + id + "\",\"shipmentConfirmationType\":\"Original\","
            + "\"shippedItems\":[{\"itemSequenceNumber\":\"001\",\"shippedQuantity\":{\"amount\":5,\"unitOfMeasure\":\"Eaches\"},"
            + "\"itemDetails\":{\"purchaseOrderNumber\":\"4Z32PABC\"}}]}]}";
    }

    private Submission unknownInvoice(String channel, String number) {
        return unknown(Operation.SUBMIT_INVOICES, channel, number, invoice(number));
    }

    private static String invoice(String number) {
        return "{\"invoices\":[{\"invoiceType\":\"Invoice\",\"id\":\"" + number + "\",\"remitToParty\":{\"partyId\":\"PAY1\"},"
            + "\"invoiceTotal\":{\"currencyCode\":\"USD\",\"amount\":\"120.50\"}}]}";
    }

    private Submission await(Submission of, SubmissionState state) {
        return SpineHub.patiently(of.subject() + " " + state).until(() -> hub.bean(Submissions.class).find(of.id()).orElseThrow(),
            s -> s.state() == state);
    }

    private Map<String, Object> row(Submission of) {
        return hub.jdbc().queryForMap("select state, delivered_light, acknowledged_light, proven_light from document where id = ?",
            of.documentId());
    }

    private List<Tasks.Task> openTasks(Submission of) {
        return hub.bean(Tasks.class).of(of.documentId()).stream().filter(t -> t.closedAt() == null).toList();
    }

    @Test
    void aShipmentThatArrivedIsNotSentAgain() {
        amazon.took(shipment("SHP-1"));
        amazon.shows = true;
        Submission confirmed = await(unknownShipment("SHP-1"), SubmissionState.CONFIRMED);
        assertThat(confirmed.attempt()).isEqualTo(1);
        assertThat(amazon.taken("SHP-1")).hasSize(1);
        assertThat(row(confirmed)).containsEntry("state", "CLOSED").containsEntry("proven_light", "green");
    }

    @Test
    void aShipmentThatIsNotSeenGoesAgainUnderTheSameIdentifier() {
        Submission again = await(unknownShipment("SHP-2"), SubmissionState.SUBMITTED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(amazon.taken("SHP-2")).hasSize(1);
        assertThat(amazon.calls("/vendor/shipping/v1/shipments?", "SHP-2")).isPositive();
    }

    @Test
    void aShipmentThatIsThereWithOtherQuantitiesIsForAPerson() {
        amazon.took(shipment("SHP-3").replace("\"amount\":5", "\"amount\":7"));
        amazon.shows = true;
        amazon.quantities = true;
        Submission held = await(unknownShipment("SHP-3"), SubmissionState.HELD);
        assertThat(held.reason()).contains("with {4Z32PABC=7} by order, sent were {4Z32PABC=5}");
        assertThat(openTasks(held)).extracting(Tasks.Task::kind).containsExactly(Tasks.Kind.RESEND);
        assertThat(amazon.taken("SHP-3")).hasSize(1);
    }

    @Test
    void successOfAShipmentIsAmazonsWordThoughNothingShowsIt() {
        amazon.transaction = "Success";
        Submission submitted = await(unknownShipment("SHP-4"), SubmissionState.SUBMITTED);
        hub.clock().move(Duration.ofMinutes(2));
        Submission assumed = await(submitted, SubmissionState.ASSUMED_ACCEPTED);
        assertThat(assumed.reason()).startsWith("Amazon reports Success of its transaction; GetShipmentDetails does not show");
        assertThat(row(assumed)).containsEntry("acknowledged_light", "green").containsEntry("proven_light", "amber");
        hub.clock().move(Duration.ofDays(4));
        SpineHub.patiently("the last look").until(() -> hub.bean(Submissions.class).find(assumed.id()).orElseThrow().lookAt() == null);
        assertThat(hub.bean(Submissions.class).find(assumed.id()).orElseThrow().reason()).endsWith("it is not looked for any more");
    }

    @Test
    void anInvoiceThatArrivedIsNotSentAgainAndItsStateIsKept() {
        amazon.took(invoice("INV-1"));
        amazon.shows = true;
        Submission confirmed = await(unknownInvoice("direct", "INV-1"), SubmissionState.CONFIRMED);
        assertThat(confirmed.attempt()).isEqualTo(1);
        assertThat(amazon.taken("INV-1")).hasSize(1);
        Settlements.Kept kept = hub.bean(Settlements.class).find("amazon-us", "INV-1").orElseThrow();
        assertThat(kept.invoice().status()).isEqualTo("IN_PROGRESS");
        assertThat(kept.invoice().amount()).isEqualByComparingTo("120.50");
    }

    @Test
    void anInvoiceThatIsNotSeenTwiceGoesAgainUnderTheSameNumber() {
        Submission invoice = unknownInvoice("direct", "INV-2");
        SpineHub.patiently("a look").until(() -> hub.bean(Submissions.class).find(invoice.id()).orElseThrow().looks() == 1);
        assertThat(amazon.taken("INV-2")).isEmpty();
        hub.clock().move(Duration.ofMinutes(16));
        Submission again = await(invoice, SubmissionState.SUBMITTED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(amazon.taken("INV-2")).hasSize(1);
    }

    @Test
    void anInvoiceThatAmazonRejectedOpensTheWorkAgain() {
        amazon.took(invoice("INV-3"));
        amazon.shows = true;
        amazon.invoiceStatus = "REJECTED";
        Submission failed = await(unknownInvoice("direct", "INV-3"), SubmissionState.FAILED);
        assertThat(failed.reason()).contains("shows invoice INV-3 as REJECTED");
        assertThat(row(failed)).containsEntry("state", "REJECTED");
    }

    @Test
    void withoutFinancesAnInvoiceWaitsForAPersonWhoSaysThatItArrived() {
        Submission held = await(unknownInvoice("blind", "INV-4"), SubmissionState.HELD);
        assertThat(held.reason()).contains("'finances' off").contains("Look in Vendor Central");
        assertThat(hub.bean(Alarms.class).find(Alarm.Kind.OUTCOME_UNKNOWN, "amazon-us", true, 500)).extracting(Alarm::subject)
            .contains("INV-4");
        assertThat(amazon.calls("/vendor/payments/v1/invoices", "INV-4")).isZero();
        Outcome outcome = hub.interventions().arrived(held.documentId(), "operator", "it is in Vendor Central");
        assertThat(outcome.done()).isTrue();
        assertThat(await(held, SubmissionState.ASSUMED_ACCEPTED).reason()).contains("as operator says: it is in Vendor Central");
        assertThat(openTasks(held)).isEmpty();
    }

    @Test
    void withoutFinancesAnInvoiceThatDidNotArriveIsSentAgainByAPerson() {
        Submission held = await(unknownInvoice("blind", "INV-5"), SubmissionState.HELD);
        assertThat(hub.interventions().resend(held.documentId(), false, "operator", "not in Vendor Central").done()).isTrue();
        Submission again = await(held, SubmissionState.SUBMITTED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(amazon.taken("INV-5")).hasSize(1);
        // in the Far East no transaction is asked for
        hub.clock().move(Duration.ofMinutes(16));
        assertThat(await(held, SubmissionState.ASSUMED_ACCEPTED).transactionState()).isNull();
        assertThat(amazon.calls("/vendor/transactions/v1/transactions/" + again.transactionId(), "")).isZero();
    }
}
