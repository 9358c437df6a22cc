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

/** Data Kiosk queries, from asking one to its document. Amazon keeps results 30 days. */
public class DataKiosk {
    /** Characters of the longest query that Amazon takes. */
    public static final int LONGEST_QUERY = 8000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final SellingPartner partner;
    private final DocumentFetch documents;
    private final Clock clock;

    public DataKiosk(SellingPartner partner, DocumentFetch documents, Clock clock) {
        this.partner = partner;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Asks a query.
     *
     * @param query GraphQL
     * @param nextToken of the page before it; null for the first
     * @return under way with its id, or not known
     * @throws IllegalArgumentException when it is too long
     */
    public ReportState create(Connection connection, String query, String nextToken) {
        if (query.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("the query has " + query.length() + " characters; Amazon takes " + LONGEST_QUERY);
        }
        ObjectNode body = JSON.createObjectNode().put("query", query);
        if (nextToken != null) {
            body.put("paginationToken", nextToken);
        }
        return ReportStates.created(partner.call(connection, Call.post(Operation.CREATE_QUERY,
            body.toString().getBytes(StandardCharsets.UTF_8))), "queryId");
    }

    /** How far it is. Of one that failed, the document with the reason is fetched. */
    public ReportState state(Connection connection, String queryId) {
        CallResult result = partner.call(connection, Call.of(Operation.GET_QUERY).path("queryId", queryId));
        JsonNode query = ReportStates.content(result);
        if (query == null) {
            return new ReportState.NotKnown(result);
        }
        String status = Lenient.text(query, "processingStatus");
        String data = Lenient.text(query, "dataDocumentId");
        String errors = Lenient.text(query, "errorDocumentId");
        if (Lenient.is(status, "DONE")) {
            return data == null ? new ReportState.NoData(queryId)
                : new ReportState.Ready(queryId, data, Lenient.text(query, "pagination", "nextToken"));
        }
        if (Lenient.is(status, "FATAL") || Lenient.is(status, "CANCELLED")) {
            return new ReportState.Failed(queryId, ReportWait.reason(status, errors == null ? null : document(connection, errors)));
        }
        return new ReportState.Underway(queryId, status);
    }

    /** Looks again, ever more rarely up to once a minute, until it is decided or the time is over. */
    public ReportState await(Connection connection, String queryId, Duration atMost) {
        return ReportWait.until(clock, atMost, () -> state(connection, queryId));
    }

    /** The document of a query that is ready: JSON, one object a line. */
    public DocumentResult document(Connection connection, String documentId) {
        return documents.fetch(connection, Call.of(Operation.GET_DOCUMENT).path("documentId", documentId), "documentUrl");
    }
}
