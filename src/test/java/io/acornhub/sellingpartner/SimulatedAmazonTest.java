// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.sellingpartner.CallResult.Answered;
import io.acornhub.sellingpartner.internal.DocumentFetch;
import io.acornhub.sellingpartner.internal.UserAgent;
import io.acornhub.simulator.Simulator;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.VendorGroup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against the simulator, which keeps Amazon's limits and lets tokens run out. */
class SimulatedAmazonTest {
    private final Simulator simulator = Simulator.start(SimulatorSettings.defaults().withVendorGroups(
        VendorGroup.of("us", "NA", "ATVPDKIKX0DER", "USD", "ACME1")));
    /** Of all pages the same: a token is for the question it was given for. */
    private final String since = Instant.now().minus(6, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    private final ClientKit kit = new ClientKit(simulator.baseUri());

    @BeforeEach
    void credentials() {
        kit.environment.put("CLIENT_ID", "us-client");
        kit.environment.put("CLIENT_SECRET", "us-secret");
        kit.environment.put("REFRESH_TOKEN", "Atzr|us");
    }

    @AfterEach
    void stop() {
        kit.close();
        simulator.close();
    }

    private JsonNode sim(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/_sim" + path));
        HttpResponse<String> came = HttpClient.newHttpClient().send((body == null ? request.GET()
            : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(came.statusCode()).as(came.body()).isLessThan(300);
        return new ObjectMapper().readTree(came.body());
    }

    private Call page(String token) {
        Call call = Call.of(Operation.GET_PURCHASE_ORDERS).query("limit", "10").query("createdAfter", since);
        return token == null ? call : call.query("nextToken", token);
    }

    @Test
    void everyPageIsReadAcrossTheEndOfATokenThatOnlyAmazonKnowsOf() throws Exception {
        sim("/orders", "{\"generate\": 45, \"seed\": 3}");
        Set<String> orders = new HashSet<>();
        String token = null;
        int pages = 0;
        do {
            JsonNode answer = Lenient.read(((Answered) kit.client.call(kit.connection(), page(token))).answer().body());
            Lenient.list(Lenient.content(answer), "orders").forEach(o -> orders.add(Lenient.text(o, "purchaseOrderNumber")));
            token = Lenient.nextToken(answer);
            if (++pages == 2) {
                // Amazon's clock runs ahead of ours: it refuses a token that we think good
                sim("/clock", "{\"advance\": \"PT61M\"}");
            }
        } while (token != null);
        assertThat(orders).hasSize(45);
        assertThat(kit.kept).anyMatch(k -> k.outcome() == KeptCall.Outcome.REFUSED && k.status() == 403);
        assertThat(kit.kept).allMatch(k -> k.requestId() != null && !k.requestId().isBlank());
    }

    @Test
    void noCallIsThrottledAtTheLimitOfThePlan() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<CallResult>> results = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            results.add(threads.submit(() -> kit.client.call(kit.connection(), page(null))));
        }
        for (Future<CallResult> result : results) {
            assertThat(result.get()).isInstanceOf(Answered.class);
        }
        threads.shutdown();
        assertThat(kit.kept).hasSize(60).noneMatch(k -> k.outcome() == KeptCall.Outcome.THROTTLED);
    }

    @Test
    void aSecretThatWasRotatedIsTakenWithTheNextToken() throws Exception {
        assertThat(kit.client.call(kit.connection(), page(null))).isInstanceOf(Answered.class);
        kit.environment.put("CLIENT_SECRET", "wrong");
        kit.clock.move(Duration.ofMinutes(62));
        CallResult.Unavailable refused = (CallResult.Unavailable) kit.client.call(kit.connection(), page(null));
        assertThat(refused.reason()).contains("invalid_client");
        kit.environment.put("CLIENT_SECRET", "us-secret");
        assertThat(kit.client.call(kit.connection(), page(null))).isInstanceOf(Answered.class);
    }

    @Test
    void anotherRegionsHostDenies() {
        Connection us = kit.connection();
        Connection eu = new Connection(us.name(), us.partner(), us.channel(), Region.EU, us.marketplace(),
            URI.create(simulator.baseUri() + "/eu"), us.tokenEndpoint(), us.clientId(), us.clientSecret(), us.refreshToken(), null,
            List.of(), us.timeout(), us.settings());
        assertThat(((CallResult.Refused) kit.client.call(eu, page(null))).denied()).isTrue();
    }

    @Test
    void aReportIsMadeFetchedAndUnpackedAndTheReasonOfAFailureRead() throws Exception {
        DocumentFetch documents = new DocumentFetch(kit.client, kit.wire, UserAgent.TEXT);
        Reports reports = new Reports(kit.client, documents, kit.clock);
        sim("/orders", "{\"generate\": 3, \"seed\": 5}");
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Instant from = today.minus(3, ChronoUnit.DAYS);
        Instant to = today.minus(2, ChronoUnit.DAYS).minusSeconds(1);
        String good = id(reports.create(kit.connection(), new Reports.Request("GET_VENDOR_SALES_REPORT", Map.of("reportPeriod", "DAY",
            "distributorView", "SOURCING", "sellingProgram", "RETAIL"), from, to)));
        String bad = id(reports.create(kit.connection(), new Reports.Request("GET_VENDOR_SALES_REPORT", Map.of("reportPeriod", "WEEK",
            "distributorView", "SOURCING", "sellingProgram", "RETAIL"), from, to)));
        assertThat(reports.state(kit.connection(), good)).isInstanceOf(ReportState.Underway.class);
        sim("/clock", "{\"advance\": \"PT2M\"}");
        ReportState.Ready ready = (ReportState.Ready) reports.state(kit.connection(), good);
        DocumentResult.Content content = (DocumentResult.Content) reports.document(kit.connection(), ready.documentId());
        assertThat(Lenient.list(Lenient.read(content.bytes()), "salesByAsin")).isNotEmpty();
        assertThat(((ReportState.Failed) reports.state(kit.connection(), bad)).reason()).startsWith("FATAL: ")
            .contains("the first and the last day of a WEEK");
    }

    private static String id(ReportState created) {
        return ((ReportState.Underway) created).id();
    }

    @Test
    void aTransactionThatIsNotThereIsRefused() {
        CallResult unknown = kit.client.call(kit.connection(), Call.of(Operation.GET_TRANSACTION).path("transactionId", "nothing"));
        assertThat(((CallResult.Refused) unknown).answer().status()).isIn(400, 404);
        assertThat(((CallResult.Refused) unknown).errors()).isNotEmpty();
    }
}
