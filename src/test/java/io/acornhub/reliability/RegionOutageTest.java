// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.MovableClock;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import io.acornhub.simulator.Simulator;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.UsagePlans;
import io.acornhub.simulator.VendorGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One region of the simulated Amazon is away for four days: what lay there is fetched, what waited leaves, another notices nothing. */
class RegionOutageTest {
    private static final int DAYS = 4;
    private static final int A_DAY = 4;
    private static final String GERMANY = """
        name: amazon-de
        zone: Europe/Berlin
        channels:
          - name: api
            type: spapi
            settings:
              region: EU
              marketplace: A1PA6795UKMFR9
              clientId: env:ACORN_DE_CLIENT_ID
              clientSecret: env:ACORN_DE_CLIENT_SECRET
              refreshToken: env:ACORN_DE_REFRESH_TOKEN
              endpoint: ${ACORN_AMAZON_US_ENDPOINT}
              tokenEndpoint: ${ACORN_AMAZON_US_TOKEN_ENDPOINT}
        agreements:
          - {document: getPurchaseOrders, direction: inbound, release: v1, canonical: PurchaseOrder,
             bundle: sp-api/vendor-orders-v1/purchase-order, channel: api, deliverTo: [sap]}
        """;
    private final MovableClock clock = new MovableClock();

    @Test
    void nothingIsMissingAfterFourDays(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        HubHome home = HubHome.copy(folder.resolve("home")).write("config/partners/amazon-de.yaml", GERMANY);
        try (Simulator amazon = Simulator.start(SimulatorSettings.defaults().withUsagePlans(UsagePlans.none()).withClock(clock)
                .withVendorGroups(VendorGroup.of("us", "NA", "ATVPDKIKX0DER", "USD", "ACME5"),
                    VendorGroup.of("de", "EU", "A1PA6795UKMFR9", "EUR", "ACMDE")));
             SpineHub hub = new SpineHub(home, folder.resolve("data"), settings(amazon)).start()) {
            ApiOrders orders = new ApiOrders(amazon);
            WrittenOrder before = WrittenOrder.of(9, 7101, false);
            orders.place(List.of(before));
            hub.awaitState("getPurchaseOrders", before.po(), "DELIVERED");

            orders.faults("{\"regionsDown\": [\"NA\"]}");
            hub.fromSap("ORDRSP.idoc", hub.idocs().write(false, List.of(Ordrsp.of(before, 1))));
            for (int day = 1; day <= DAYS; day++) {
                move(hub, Duration.ofDays(1));
                place(orders, "ACME5", "U" + day);
                place(orders, "ACMDE", "D" + day);
                awaitOrders(hub, "amazon-de", day * A_DAY);
            }
            assertThat(orders(hub, "amazon-us")).as("what came while the region was away").isEqualTo(1);
            assertThat(parked(hub)).isZero();

            orders.faults("{}");
            move(hub, Duration.ofHours(1));
            awaitOrders(hub, "amazon-us", 1 + DAYS * A_DAY);
            SpineHub.patiently("the acknowledgment that waited").until(() -> acknowledgment(hub, before).state()
                == SubmissionState.SUBMITTED || acknowledgment(hub, before).state() == SubmissionState.CONFIRMED);
            assertThat(orders.get("/_sim/summary").path("acknowledgements").path("acceptedMore").asInt()).isZero();
            assertThat(parked(hub)).isZero();
        }
    }

    private static void place(ApiOrders orders, String vendorCode, String prefix) {
        orders.generate(A_DAY, vendorCode, prefix);
    }

    private static void awaitOrders(SpineHub hub, String partner, int number) {
        SpineHub.patiently(number + " orders of " + partner).until(() -> orders(hub, partner) == number);
    }

    /** Orders that SAP has, each counted once. */
    private static int orders(SpineHub hub, String partner) {
        return hub.jdbc().queryForObject("select count(distinct business_key) from document where message = 'getPurchaseOrders' and "
            + "partner = ? and state = 'DELIVERED'", Integer.class, partner);
    }

    private static int parked(SpineHub hub) {
        return hub.jdbc().queryForObject("select count(*) from parked where replayed_at is null", Integer.class);
    }

    private static Submission acknowledgment(SpineHub hub, WrittenOrder order) {
        return hub.bean(Submissions.class).of("amazon-us", Operation.SUBMIT_ACKNOWLEDGEMENT, order.po()).get(0);
    }

    private void move(SpineHub hub, Duration by) {
        clock.move(by);
        hub.clock().move(by);
    }

    private static List<String> settings(Simulator amazon) {
        return new ArrayList<>(List.of("ACORN_AMAZON_US_API=true", "ACORN_AMAZON_US_ENDPOINT=" + amazon.baseUri(),
            "ACORN_AMAZON_US_TOKEN_ENDPOINT=" + amazon.baseUri() + "/auth/o2/token", "ACORN_AMAZON_US_CLIENT_ID=us-client",
            "ACORN_AMAZON_US_CLIENT_SECRET=us-secret", "ACORN_AMAZON_US_REFRESH_TOKEN=Atzr|us", "ACORN_DE_CLIENT_ID=de-client",
            "ACORN_DE_CLIENT_SECRET=de-secret", "ACORN_DE_REFRESH_TOKEN=Atzr|de", "acorn.selling-partner.orders.created.fastest=PT1S",
            "acorn.selling-partner.orders.created.slowest=PT1H", "acorn.selling-partner.pause=PT0.1S", "acorn.deadlines.every=PT0.3S"));
    }
}
