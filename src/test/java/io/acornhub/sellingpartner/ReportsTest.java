// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.sellingpartner.AmazonStub.Reply;
import io.acornhub.sellingpartner.DocumentResult.Content;
import io.acornhub.sellingpartner.internal.DocumentFetch;
import io.acornhub.sellingpartner.internal.UserAgent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reports and Data Kiosk queries against a server of the test. */
class ReportsTest {
    private static final String PLAIN = "{\"salesAggregate\":[{\"orderedUnits\":null}],\"text\":\"grün\"}";
    private final AmazonStub amazon = new AmazonStub();
    private final ClientKit kit = new ClientKit(amazon.uri());
    private final DocumentFetch documents = new DocumentFetch(kit.client, kit.wire, UserAgent.TEXT);
    private final Reports reports = new Reports(kit.client, documents, kit.clock);
    private final DataKiosk kiosk = new DataKiosk(kit.client, documents, kit.clock);

    @AfterEach
    void stop() {
        kit.close();
        amazon.close();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Reply address(String path, String more) {
        return Reply.of(200, "{\"reportDocumentId\":\"d1\"" + more + ",\"url\":\"" + amazon.uri() + path + "\"}");
    }

    @Test
    void aReportIsAskedForWithItsOptionsAsAnObject() {
        amazon.then(Reply.of(202, "{\"reportId\":\"r1\"}"));
        assertThat(reports.create(kit.connection(), new Reports.Request("GET_VENDOR_SALES_REPORT", Map.of("reportPeriod", "DAY"),
            Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-01T23:59:59Z")))).isEqualTo(
                new ReportState.Underway("r1", "IN_QUEUE"));
        assertThat(amazon.calls().get(0).body()).isEqualTo("{\"reportType\":\"GET_VENDOR_SALES_REPORT\",\"reportOptions\":"
            + "{\"reportPeriod\":\"DAY\"},\"dataStartTime\":\"2026-11-01T00:00:00Z\",\"dataEndTime\":\"2026-11-01T23:59:59Z\","
            + "\"marketplaceIds\":[\"ATVPDKIKX0DER\"]}");
        amazon.then(Reply.of(500, "{}"));
        ReportState unknown = reports.create(kit.connection(), new Reports.Request("GET_VENDOR_FORECASTING_REPORT", Map.of(), null, null));
        assertThat(((ReportState.NotKnown) unknown).result()).isInstanceOf(CallResult.OutcomeUnknown.class);
        assertThat(amazon.calls().get(1).body()).isEqualTo("{\"reportType\":\"GET_VENDOR_FORECASTING_REPORT\",\"marketplaceIds\":"
            + "[\"ATVPDKIKX0DER\"]}");
    }

    @Test
    void everyStatusIsRead() {
        assertThat(state("{\"processingStatus\":\"IN_PROGRESS\"}")).isEqualTo(new ReportState.Underway("r1", "IN_PROGRESS"));
        assertThat(state("{\"processingStatus\":\"SHELVED\"}")).isEqualTo(new ReportState.Underway("r1", "SHELVED"));
        assertThat(state("{\"processingStatus\":\"done\",\"reportDocumentId\":\"d1\"}")).isEqualTo(new ReportState.Ready("r1", "d1", null));
        assertThat(state("{\"processingStatus\":\"DONE\"}")).isEqualTo(new ReportState.NoData("r1"));
        assertThat(state("{\"processingStatus\":\"CANCELLED\"}")).isEqualTo(new ReportState.NoData("r1"));
        assertThat(state("{\"processingStatus\":\"FATAL\"}"))
            .isEqualTo(new ReportState.Failed("r1", "FATAL, and Amazon gives no reason"));
        amazon.then(Reply.of(404, "{\"errors\":[{\"code\":\"NotFound\",\"message\":\"m\"}]}"));
        assertThat(reports.state(kit.connection(), "r1")).isInstanceOf(ReportState.NotKnown.class);
    }

    private ReportState state(String answer) {
        amazon.then(Reply.of(200, answer));
        return reports.state(kit.connection(), "r1");
    }

    @Test
    void theReasonOfAFailureIsInItsDocument() throws IOException {
        amazon.then(Reply.of(200, "{\"processingStatus\":\"FATAL\",\"reportDocumentId\":\"d1\"}"), address("/doc", ""),
            Reply.of(200, "{\"errorDetails\":\"The start date is no Sunday.\"}"));
        assertThat(reports.state(kit.connection(), "r1"))
            .isEqualTo(new ReportState.Failed("r1", "FATAL: The start date is no Sunday."));
        amazon.then(Reply.of(200, "{\"processingStatus\":\"FATAL\",\"errorDocumentId\":\"d1\"}"),
            Reply.of(200, "{\"documentId\":\"d1\",\"documentUrl\":\"" + amazon.uri() + "/doc\"}"),
            Reply.of(200, packed("line 1: no field")));
        assertThat(kiosk.state(kit.connection(), "q1")).isEqualTo(new ReportState.Failed("q1", "FATAL: line 1: no field"));
    }

    @Test
    void aDocumentIsFetchedWithoutATokenAndUnpackedByItsBytes() throws IOException {
        String signed = "/doc?X-Amz-Credential=A%2FB&Signature=ab~c-_d%3D%3D&Expires=1";
        for (Reply document : List.of(Reply.of(200, packed(PLAIN)), Reply.of(200, PLAIN), Reply.of(200, packed(PLAIN))
            .with("Content-Encoding", "gzip"))) {
            for (String flag : List.of("", ",\"compressionAlgorithm\":\"GZIP\"")) {
                amazon.then(address(signed, flag), document);
                assertThat(((Content) reports.document(kit.connection(), "d1")).text()).isEqualTo(PLAIN);
                kit.clock.move(Duration.ofMinutes(1));
            }
        }
        assertThat(amazon.calls().get(1).target()).isEqualTo(signed);
        assertThat(amazon.calls().get(1).headers()).doesNotContainKey("x-amz-access-token");
    }

    @Test
    void anAddressThatRanOutIsAskedForAnew() {
        amazon.then(address("/first", ""), Reply.of(403, "<Error>Request has expired</Error>"), address("/second", ""),
            Reply.of(200, PLAIN));
        assertThat(((Content) reports.document(kit.connection(), "d1")).text()).isEqualTo(PLAIN);
        assertThat(amazon.calls()).extracting(AmazonStub.Seen::target).containsExactly("/reports/2021-06-30/documents/d1", "/first",
            "/reports/2021-06-30/documents/d1", "/second");
        amazon.otherwise = seen -> seen.target().startsWith("/reports") ? address("/gone", "") : Reply.of(403, "");
        DocumentResult.Missing missing = (DocumentResult.Missing) reports.document(kit.connection(), "d1");
        assertThat(missing.reason()).isEqualTo("the document cannot be fetched: status 403");
        assertThat(missing.after()).isNotNull();
    }

    @Test
    void waitingGoesOnByTheClockAndAfterARestartByTheIdAlone() throws Exception {
        amazon.otherwise = seen -> Reply.of(200, "{\"processingStatus\":\"IN_QUEUE\"}");
        assertThat(reports.await(kit.connection(), "r1", Duration.ofSeconds(1))).isInstanceOf(ReportState.Underway.class);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<ReportState> waiting = thread.submit(() -> reports.await(kit.connection(), "r1", Duration.ofHours(1)));
        Awaitility.await().until(() -> amazon.calls().size() == 2);
        amazon.otherwise = seen -> Reply.of(200, "{\"processingStatus\":\"DONE\",\"reportDocumentId\":\"d1\"}");
        kit.clock.move(Duration.ofSeconds(10));
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(new ReportState.Ready("r1", "d1", null));
        thread.shutdown();
    }

    @Test
    void queriesAreAskedPageByPage() {
        amazon.then(Reply.of(202, "{\"queryId\":\"q1\"}"), Reply.of(200, "{\"processingStatus\":\"DONE\",\"dataDocumentId\":\"d1\","
            + "\"pagination\":{\"nextToken\":\"n\"}}"), Reply.of(202, "{\"queryId\":\"q2\"}"),
            Reply.of(200, "{\"processingStatus\":\"DONE\"}"), Reply.of(200, "{\"processingStatus\":\"IN_QUEUE\"}"));
        assertThat(kiosk.create(kit.connection(), "query { a(b: \"c\") }", null)).isEqualTo(new ReportState.Underway("q1", "IN_QUEUE"));
        assertThat(kiosk.state(kit.connection(), "q1")).isEqualTo(new ReportState.Ready("q1", "d1", "n"));
        kiosk.create(kit.connection(), "query { a }", "n");
        assertThat(kiosk.await(kit.connection(), "q2", Duration.ZERO)).isEqualTo(new ReportState.NoData("q2"));
        assertThat(kiosk.state(kit.connection(), "q3")).isInstanceOf(ReportState.Underway.class);
        assertThat(amazon.calls().get(2).body()).isEqualTo("{\"query\":\"query { a }\",\"paginationToken\":\"n\"}");
        assertThatThrownBy(() -> kiosk.create(kit.connection(), "x".repeat(8001), null)).hasMessageContaining("8001 characters");
    }
}
