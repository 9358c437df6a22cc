// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.sellingpartner.internal.DocumentFetch;
import io.acornhub.sellingpartner.internal.ReportWait;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Vendor reports, from asking for one to its document. Amazon keeps them 90 days; its {@code lastUpdatedDate} says how fresh the
 * data is, so later reports restate earlier ones.
 */
public class Reports {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final SellingPartner partner;
    private final DocumentFetch documents;
    private final Clock clock;

    public Reports(SellingPartner partner, DocumentFetch documents, Clock clock) {
        this.partner = partner;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * @param type such as {@code GET_VENDOR_SALES_REPORT}
     * @param options such as {@code reportPeriod}; they count when the report is made, not when it is listed
     * @param start first moment of the first period; null for reports that are a snapshot
     * @param end last moment of the last period; null for a snapshot
     */
    public record Request(String type, Map<String, String> options, Instant start, Instant end) {
    }

    /**
     * Asks for a report of the connection's marketplace. Where the outcome is unknown it may be asked for again: that costs a place
     * in the plan of one a minute, nothing else.
     *
     * @return under way with its id, or not known
     */
    public ReportState create(Connection connection, Request request) {
        ObjectNode body = JSON.createObjectNode();
        body.put("reportType", request.type());
        if (!request.options().isEmpty()) {
            ObjectNode options = body.putObject("reportOptions");
            request.options().forEach(options::put);
        }
        if (request.start() != null) {
            body.put("dataStartTime", request.start().toString());
        }
        if (request.end() != null) {
            body.put("dataEndTime", request.end().toString());
        }
        body.putArray("marketplaceIds").add(connection.marketplace());
        CallResult result = partner.call(connection, Call.post(Operation.CREATE_REPORT, body.toString().getBytes(StandardCharsets.UTF_8)));
        return ReportStates.created(result, "reportId");
    }

    /** How far it is. Of one that failed, the document with the reason is fetched. */
    public ReportState state(Connection connection, String reportId) {
        CallResult result = partner.call(connection, Call.of(Operation.GET_REPORT).path("reportId", reportId));
        JsonNode report = ReportStates.content(result);
        if (report == null) {
            return new ReportState.NotKnown(result);
        }
        String status = Lenient.text(report, "processingStatus");
        String document = Lenient.text(report, "reportDocumentId");
        if (Lenient.is(status, "DONE")) {
            return document == null ? new ReportState.NoData(reportId) : new ReportState.Ready(reportId, document, null);
        }
        if (Lenient.is(status, "CANCELLED")) {
            return new ReportState.NoData(reportId);
        }
        if (Lenient.is(status, "FATAL")) {
            return new ReportState.Failed(reportId, ReportWait.reason(status, document == null ? null : document(connection, document)));
        }
        return new ReportState.Underway(reportId, status);
    }

    /** Looks again, ever more rarely up to once a minute, until it is decided or the time is over. */
    public ReportState await(Connection connection, String reportId, Duration atMost) {
        return ReportWait.until(clock, atMost, () -> state(connection, reportId));
    }

    /** The document of a report that is ready; UTF-8 JSON in all vendor reports. */
    public DocumentResult document(Connection connection, String documentId) {
        return documents.fetch(connection, Call.of(Operation.GET_REPORT_DOCUMENT).path("reportDocumentId", documentId), "url");
    }
}
