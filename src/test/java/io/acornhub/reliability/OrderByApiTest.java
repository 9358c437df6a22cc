// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.HubHome;
import io.acornhub.MovableClock;
import io.acornhub.PostgresServer;
import io.acornhub.lifecycle.Deadlines;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderOverview;
import io.acornhub.lifecycle.RunningDeadline;
import io.acornhub.lifecycle.RunningDeadline.State;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Settlements;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import io.acornhub.simulator.Simulator;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.UsagePlans;
import io.acornhub.simulator.VendorGroup;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One order by API the whole way against the simulator: answered, shipped, received, invoiced, paid; each step proven. */
class OrderByApiTest {
    @Test
    void theWholeWayByApi(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        walk(folder, List.of());
    }

    @Test
    void theWholeWayByApiOnPostgres(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        walk(folder, PostgresServer.freshDatabase().settings());
    }

    private static void walk(Path folder, List<String> database) throws Exception {
        HubHome home = HubHome.copy(folder.resolve("home")).replace("config/code-lists/addresses.csv", "FC,XMP2", """
            ASSIGNED,AMZUS,Amazon.com Services LLC,PO Box 80387,,Seattle,WA,98108,US,,
            ASSIGNED,ACME5,Acme Vendor Inc,1 Example Way,,Reno,NV,89502,US,,
            FC,PHX6,Amazon PHX6,6 Example Road,,Phoenix,AZ,85043,US,,
            FC,XMP2""");
        MovableClock clock = new MovableClock();
        try (Simulator amazon = Simulator.start(SimulatorSettings.defaults().withUsagePlans(UsagePlans.none()).withClock(clock)
                .withVendorGroups(VendorGroup.of("us", "NA", "ATVPDKIKX0DER", "USD", "ACME5")));
             SpineHub hub = new SpineHub(home, folder.resolve("data"), settings(amazon, database)).start()) {
            new Walk(hub, amazon, clock).whole();
        }
    }

    private static List<String> settings(Simulator amazon, List<String> database) {
        List<String> all = new ArrayList<>(database);
        all.addAll(List.of("ACORN_AMAZON_US_API=true", "ACORN_AMAZON_US_FINANCES=true", "ACORN_AMAZON_US_ENDPOINT=" + amazon.baseUri(),
            "ACORN_AMAZON_US_TOKEN_ENDPOINT=" + amazon.baseUri() + "/auth/o2/token", "ACORN_AMAZON_US_CLIENT_ID=us-client",
            "ACORN_AMAZON_US_CLIENT_SECRET=us-secret", "ACORN_AMAZON_US_REFRESH_TOKEN=Atzr|us",
            "acorn.selling-partner.orders.created.fastest=PT1S", "acorn.selling-partner.orders.created.slowest=PT1S",
            "acorn.selling-partner.pause=PT0.1S", "acorn.deadlines.every=PT0.3S"));
        return all;
    }

    /** The steps, in a hub and an Amazon whose clocks go together. */
    private record Walk(SpineHub hub, Simulator amazon, MovableClock clock) {
        void whole() throws Exception {
            WrittenOrder order = WrittenOrder.of(9, 7010, false, 100);
            place(order);
            hub.awaitState("getPurchaseOrders", order.po(), "DELIVERED");

            hub.fromSap("ORDRSP.idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, 1))));
            awaitState(Operation.SUBMIT_ACKNOWLEDGEMENT, order.po(), SubmissionState.SUBMITTED);
            move(Duration.ofMinutes(16));
            Submission answer = awaitState(Operation.SUBMIT_ACKNOWLEDGEMENT, order.po(), SubmissionState.CONFIRMED);
            assertThat(answer.evidence()).isNotNull();

            hub.fromSap("DESADV.idoc", hub.idocs().write(false, List.of(Desadv.of(order, 2))));
            awaitState(Operation.SUBMIT_SHIPMENT_CONFIRMATIONS, order.shipment(), SubmissionState.SUBMITTED);
            move(Duration.ofMinutes(16));
            SpineHub.patiently("the shipment").until(() -> List.of(SubmissionState.ASSUMED_ACCEPTED, SubmissionState.CONFIRMED)
                .contains(of(Operation.SUBMIT_SHIPMENT_CONFIRMATIONS, order.shipment()).get(0).state()));

            hub.fromSap("INVOIC.idoc", hub.idocs().write(false, List.of(Invoic.of(order, 3))));
            awaitState(Operation.SUBMIT_INVOICES, order.invoice(), SubmissionState.SUBMITTED);
            move(Duration.ofMinutes(16));
            awaitState(Operation.SUBMIT_INVOICES, order.invoice(), SubmissionState.CONFIRMED);
            assertThat(hub.bean(Deadlines.class).find(State.MET, "amazon-us", 500)).extracting(RunningDeadline::kind)
                .contains("855", "856", "810");
            received(order);
            paid(order);
        }

        private void received(WrittenOrder order) {
            move(Duration.ofDays(5));
            // what a first read did not show is read again hours later
            OrderFigures figures = SpineHub.patiently("the receipt").pollInterval(Duration.ofSeconds(5)).until(() -> {
                move(Duration.ofHours(7));
                return hub.bean(OrderOverview.class).figures("amazon-us", order.po());
            }, f -> f.lines().stream().allMatch(l -> "RECEIVED".equals(l.receipt())));
            assertThat(figures.lines()).allSatisfy(l -> assertThat(l.received()).isEqualByComparingTo(l.shipped()));
        }

        private void paid(WrittenOrder order) {
            move(Duration.ofDays(62));
            Settlements settlements = hub.bean(Settlements.class);
            Settlements.Kept kept = SpineHub.patiently("the payment").pollInterval(Duration.ofSeconds(5)).until(() -> {
                move(Duration.ofHours(1));
                return settlements.find("amazon-us", order.invoice()).orElseThrow();
            }, k -> "PAID".equals(k.invoice().status()));
            assertThat(kept.invoice().amount()).isEqualByComparingTo(order.total());
            assertThat(kept.invoice().remittances()).isNotEmpty();
            // shown beside, not booked: only a remittance pays
            assertThat(hub.bean(OrderOverview.class).figures("amazon-us", order.po()).money().paid()).isZero();
        }

        /** The simulator's clock runs on this one, the hub's is moved with it. */
        private void move(Duration by) {
            clock.move(by);
            hub.clock().move(by);
        }

        private List<Submission> of(Operation operation, String subject) {
            return hub.bean(Submissions.class).of("amazon-us", operation, subject);
        }

        private Submission awaitState(Operation operation, String subject, SubmissionState state) {
            return SpineHub.patiently(operation.id() + " " + subject + " " + state).until(() -> of(operation, subject),
                found -> !found.isEmpty() && found.get(0).state() == state).get(0);
        }

        private void place(WrittenOrder written) throws Exception {
            ObjectNode order = AmazonOrders.order(written.po());
            ObjectNode details = (ObjectNode) order.get("orderDetails");
            ((ObjectNode) details.get("sellingParty")).put("partyId", "ACME5");
            ((ObjectNode) details.get("shipToParty")).put("partyId", "PHX6");
            details.put("purchaseOrderDate", clock.instant().toString()).put("purchaseOrderStateChangedDate", clock.instant().toString());
            ArrayNode items = (ArrayNode) details.get("items");
            for (WrittenOrder.Line line : written.lines()) {
                items.add(AmazonOrders.item(line.number(), line.quantity(), line.price().toPlainString())
                    .put("vendorProductIdentifier", line.gtin()));
            }
            HttpResponse<String> placed = HttpClient.newHttpClient().send(HttpRequest.newBuilder(amazon.baseUri().resolve("/_sim/orders"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("[" + order + "]")).build(),
                HttpResponse.BodyHandlers.ofString());
            assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        }
    }
}
