// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports and Data Kiosk: from the request by the clock to a document behind an address that expires. */
class AnalyticsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORTS = "/reports/2021-06-30/";
    private static final String KIOSK = "/dataKiosk/2023-11-15/";
    private static final String SALES = """
        {"reportType": "GET_VENDOR_SALES_REPORT", "marketplaceIds": ["ATVPDKIKX0DER"], "dataStartTime": "2026-11-01T00:00:00Z",
         "dataEndTime": "2026-11-14T00:00:00Z", "reportOptions": {"reportPeriod": "WEEK", "distributorView": "SOURCING",
         "sellingProgram": "RETAIL"}}""";
    private static final String QUERY = """
        query { analytics_vendorAnalytics_2024_09_30 { sourcingView(startDate: "2026-11-01", endDate: "2026-11-14",
         aggregateBy: WEEK, currencyCode: "EUR") { startDate endDate marketplaceId totals { costs { shippedCogs { amount currencyCode } } }
         metrics { groupByKey { asin } metrics { sourcing { netReceived { units } vendorConfirmationRate } } } } } }""";
    private final Simulator simulator = Simulator.start(SimulatorSettings.defaults().withUsagePlans(UsagePlans.none())
        .withClock(Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC)));
    private Caller us = new Caller(simulator).as("us");

    @AfterEach
    void close() {
        simulator.close();
    }

    private void someOrder() {
        assertThat(us.post("/_sim/orders", "[" + Samples.order("PO000001") + "]").status()).isEqualTo(201);
    }

    private String created(String body) {
        Caller.Got created = us.post(REPORTS + "reports", body);
        assertThat(created.status()).as("%s", created.body()).isEqualTo(202);
        return created.body().path("reportId").asText();
    }

    private JsonNode report(String id) {
        return us.get(REPORTS + "reports/" + id).body();
    }

    private JsonNode document(String id) throws IOException {
        Caller.Got document = us.get(REPORTS + "documents/" + report(id).path("reportDocumentId").asText());
        assertThat(document.body().path("compressionAlgorithm").asText()).isEqualTo("GZIP");
        return JSON.readTree(Download.of(document.body().path("url").asText(), null).unpacked());
    }

    @Test
    void aReportIsQueuedWorkedOnAndDone() throws IOException {
        someOrder();
        String id = created(SALES);
        assertThat(report(id).path("processingStatus").asText()).isEqualTo("IN_QUEUE");
        us.advance(Duration.ofSeconds(20));
        assertThat(report(id).path("processingStatus").asText()).isEqualTo("IN_PROGRESS");
        us.advance(Duration.ofMinutes(1));
        assertThat(report(id).path("processingStatus").asText()).isEqualTo("DONE");
        JsonNode sales = document(id);
        assertThat(sales.path("salesAggregate")).hasSize(2);
        assertThat(sales.path("salesByAsin")).hasSize(4);
        assertThat(sales.at("/salesByAsin/0/asin").asText()).isEqualTo("B000000001");
        assertThat(us.get(REPORTS + "reports/" + id + "9").status()).isEqualTo(404);
        assertThat(new Caller(simulator).as("de").get(REPORTS + "reports/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "'WEEK'                  | 'DAYS'                   | reportPeriod has the value DAYS",
        "2026-11-01T             | 2026-11-02T              | must be the first and the last day of a WEEK",
        "2026-11-14T             | 2026-11-21T              | in the future",
        "2026-11-14T             | 2026-11-20T              | must be the first and the last day of a WEEK",
        "'SOURCING'              | 'SOURCING', 'extra': 'x' | has no report option extra",
        "'reportPeriod': 'WEEK', | -                        | The report option reportPeriod is missing",
        "'WEEK'                  | 'DAY'                    | "})
    void whatTheOptionsDoNotAllowEndsFatalWithItsReason(String what, String instead, String reason) throws IOException {
        someOrder();
        String request = SALES.replace('"', '\'').replace(what, "-".equals(instead) ? "" : instead).replace('\'', '"');
        if ("in the future".equals(reason)) {
            Caller.Got refused = us.post(REPORTS + "reports", request);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().at("/errors/0/message").asText()).contains(reason);
            return;
        }
        String id = created(request);
        us.advance(Duration.ofMinutes(2));
        assertThat(report(id).path("processingStatus").asText()).isEqualTo(reason == null ? "DONE" : "FATAL");
        if (reason != null) {
            assertThat(document(id).path("errorDetails").asText()).contains(reason);
        }
    }

    @Test
    void withoutDataAReportIsCancelledAndAQueryHasNoDocument() {
        String id = created(SALES);
        String query = us.post(KIOSK + "queries", Caller.json("{}").put("query", QUERY)).body().path("queryId").asText();
        us.advance(Duration.ofMinutes(2));
        assertThat(report(id).path("processingStatus").asText()).isEqualTo("CANCELLED");
        assertThat(report(id).has("reportDocumentId")).isFalse();
        JsonNode done = us.get(KIOSK + "queries/" + query).body();
        assertThat(done.path("processingStatus").asText()).isEqualTo("DONE");
        assertThat(done.has("dataDocumentId")).isFalse();
    }

    @Test
    void anAddressHoldsFiveMinutesAndTakesNoToken() throws IOException {
        someOrder();
        String id = created(SALES);
        us.advance(Duration.ofMinutes(2));
        String path = REPORTS + "documents/" + report(id).path("reportDocumentId").asText();
        String address = us.get(path).body().path("url").asText();
        assertThat(Download.of(address, "Atza|any").status()).isEqualTo(400);
        assertThat(Download.of(address, null).status()).isEqualTo(200);
        String unpacked = us.get(path + "?enableContentEncodingUrlHeader=true").body().path("url").asText();
        assertThat(Download.of(unpacked, null).encoding()).isEqualTo("gzip");
        us.advance(Duration.ofMinutes(4).plusSeconds(59));
        assertThat(Download.of(address, null).status()).isEqualTo(200);
        us.advance(Duration.ofSeconds(1));
        Download expired = Download.of(address, null);
        assertThat(expired.status()).isEqualTo(403);
        assertThat(new String(expired.bytes(), StandardCharsets.UTF_8)).contains("expired");
    }

    @Test
    void reportsAreKeptNinetyDaysAndQueriesThirty() {
        someOrder();
        String id = created(SALES);
        String query = us.post(KIOSK + "queries", Caller.json("{}").put("query", QUERY)).body().path("queryId").asText();
        us.advance(Duration.ofDays(30).minusSeconds(1));
        us = new Caller(simulator).as("us");
        assertThat(us.get(KIOSK + "queries/" + query).status()).isEqualTo(200);
        us.advance(Duration.ofSeconds(1));
        assertThat(us.get(KIOSK + "queries/" + query).status()).isEqualTo(404);
        assertThat(us.get(REPORTS + "reports/" + id).status()).isEqualTo(200);
        us.advance(Duration.ofDays(60));
        us = new Caller(simulator).as("us");
        assertThat(us.get(REPORTS + "reports/" + id).status()).isEqualTo(404);
    }

    @Test
    void theNextPageOfReportsIsAskedForWithNothingButItsToken() {
        someOrder();
        for (int i = 0; i < 3; i++) {
            created(SALES);
        }
        String list = REPORTS + "reports?reportTypes=GET_VENDOR_SALES_REPORT&pageSize=2";
        JsonNode first = us.get(list).body();
        assertThat(first.path("reports")).hasSize(2);
        String token = first.path("nextToken").asText();
        assertThat(us.get(list + "&nextToken=" + token).status()).isEqualTo(400);
        JsonNode second = us.get(REPORTS + "reports?nextToken=" + token).body();
        assertThat(second.path("reports")).hasSize(1);
        assertThat(second.has("nextToken")).isFalse();
    }

    @Test
    void aQueryGivesJsonLinesOfWhatItSelects() throws IOException {
        someOrder();
        String id = us.post(KIOSK + "queries", Caller.json("{}").put("query", QUERY)).body().path("queryId").asText();
        us.advance(Duration.ofMinutes(2));
        String document = us.get(KIOSK + "queries/" + id).body().path("dataDocumentId").asText();
        Caller.Got got = us.get(KIOSK + "documents/" + document);
        String text = new String(Download.of(got.body().path("documentUrl").asText(), null).unpacked(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(2);
        JsonNode line = JSON.readTree(text.lines().findFirst().orElseThrow());
        assertThat(line.path("startDate").asText()).isEqualTo("2026-11-01");
        assertThat(line.at("/totals/costs/shippedCogs/currencyCode").asText()).isEqualTo("EUR");
        assertThat(line.path("metrics")).hasSize(2);
        assertThat(line.at("/metrics/1/groupByKey/asin").asText()).isEqualTo("B000000002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "vendorConfirmationRate | salesRate | has no field salesRate",
        "sourcingView           | otherView | has no field otherView",
        "WEEK                   | YEAR      | aggregateBy must be one of",
        "} } } } }              | }         | a name is expected"})
    void aQueryThatCannotBeReadIsRefused(String what, String instead, String reason) {
        Caller.Got refused = us.post(KIOSK + "queries", Caller.json("{}").put("query", QUERY.replace(what, instead)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/message").asText()).contains(reason);
    }

    @Test
    void aQueryOfLongAgoEndsFatalWithADocument() {
        someOrder();
        String id = us.post(KIOSK + "queries", Caller.json("{}").put("query", QUERY.replace("2026-11-01", "2024-11-01"))).body()
            .path("queryId").asText();
        us.advance(Duration.ofMinutes(2));
        JsonNode query = us.get(KIOSK + "queries/" + id).body();
        assertThat(query.path("processingStatus").asText()).isEqualTo("FATAL");
        assertThat(query.path("errorDocumentId").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "GET_VENDOR_SALES_REPORT | vendorSalesReport | 'reportPeriod': 'DAY', 'distributorView': 'MANUFACTURING', "
            + "'sellingProgram': 'BUSINESS' | 2026-11-16 | 2026-11-17",
        "GET_VENDOR_INVENTORY_REPORT | vendorInventoryReport | 'reportPeriod': 'MONTH', 'distributorView': 'SOURCING', "
            + "'sellingProgram': 'FRESH' | 2026-09-01 | 2026-10-31",
        "GET_VENDOR_TRAFFIC_REPORT | vendorTrafficReport | 'reportPeriod': 'QUARTER' | 2026-07-01 | 2026-09-30",
        "GET_VENDOR_NET_PURE_PRODUCT_MARGIN_REPORT | vendorNetPureProductMarginReport | 'reportPeriod': 'YEAR' "
            + "| 2025-01-01 | 2025-12-31",
        "GET_VENDOR_FORECASTING_REPORT | vendorForecastingReport | 'sellingProgram': 'RETAIL' | 2026-11-16 | 2026-11-17",
        "GET_VENDOR_REAL_TIME_SALES_REPORT | vendorRealTimeSalesReport | 'currencyCode': 'USD' | 2026-11-19 | 2026-11-20",
        "GET_VENDOR_REAL_TIME_TRAFFIC_REPORT | vendorRealTimeTrafficReport | | 2026-11-19 | 2026-11-20",
        "GET_VENDOR_REAL_TIME_INVENTORY_REPORT | vendorRealTimeInventoryReport | | 2026-11-19 | 2026-11-20",
        "GET_COUPON_PERFORMANCE_REPORT | vendorCouponReport | 'campaignStartDateFrom': '2026-01-01T00:00:00Z', "
            + "'campaignStartDateTo': '2026-10-01T00:00:00Z' | 2026-11-16 | 2026-11-17"})
    void everyDocumentIsAsAmazonsSchemaSays(String type, String schema, String options, String from, String to) throws IOException {
        JsonNode model = AmazonModel.read(AmazonModel.folder().resolve("schemas/reports/" + schema + ".json"));
        someOrder();
        String id = created(("{'reportType': '" + type + "', 'marketplaceIds': ['ATVPDKIKX0DER'], 'dataStartTime': '" + from
            + "T00:00:00Z', 'dataEndTime': '" + to + "T00:00:00Z', 'reportOptions': {" + (options == null ? "" : options) + "}}")
            .replace('\'', '"'));
        us.advance(Duration.ofMinutes(2));
        assertThat(report(id).path("processingStatus").asText()).as("%s", document(id)).isEqualTo("DONE");
        AmazonModel.matches(type, model, document(id), SpecVersion.VersionFlag.V7);
    }

    @Test
    void everyAnswerIsAsAmazonsModelSays() {
        AmazonModel reports = AmazonModel.of("reports_2021-06-30");
        AmazonModel kiosk = AmazonModel.of("dataKiosk_2023-11-15");
        someOrder();
        Caller.Got made = us.post(REPORTS + "reports", SALES);
        reports.accepts("createReport", made.status(), made.body());
        Caller.Got asked = us.post(KIOSK + "queries", Caller.json("{}").put("query", QUERY));
        kiosk.accepts("createQuery", asked.status(), asked.body());
        us.advance(Duration.ofMinutes(2));
        String report = REPORTS + "reports/" + made.body().path("reportId").asText();
        reports.accepts("getReport", 200, us.get(report).body());
        reports.accepts("getReports", 200, us.get(REPORTS + "reports?reportTypes=GET_VENDOR_SALES_REPORT").body());
        reports.accepts("getReportDocument", 200, us.get(REPORTS + "documents/" + us.get(report).body().path("reportDocumentId").asText())
            .body());
        Caller.Got wrong = us.post(REPORTS + "reports", "{}");
        reports.accepts("createReport", wrong.status(), wrong.body());
        String query = KIOSK + "queries/" + asked.body().path("queryId").asText();
        kiosk.accepts("getQuery", 200, us.get(query).body());
        kiosk.accepts("getQueries", 200, us.get(KIOSK + "queries").body());
        kiosk.accepts("getDocument", 200, us.get(KIOSK + "documents/" + us.get(query).body().path("dataDocumentId").asText()).body());
    }
}
