// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Data Kiosk API (2023-11-15) with the vendor analytics data set. A query that cannot be read is refused at once; one that asks
 * for what there is not ends FATAL with a document that says why; no data ends DONE without a document.
 */
final class DataKiosk {
    private static final String PATH = "/dataKiosk/2023-11-15/";
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final int LONGEST = 8000;
    private static final int MOST_YEARS = 2;
    private static final Set<String> GRANULARITIES = Set.of("DAY", "WEEK", "MONTH");
    private static final Set<String> ARGUMENTS = Set.of("startDate", "endDate", "aggregateBy", "currencyCode");
    private final SimulatedClock clock;
    private final Documents documents;
    private final Outcomes outcomes;
    private final Catalogue catalogue;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private long number = 1000;

    DataKiosk(SimulatedClock clock, Documents documents, Outcomes outcomes, Catalogue catalogue) {
        this.clock = clock;
        this.documents = documents;
        this.outcomes = outcomes;
        this.catalogue = catalogue;
    }

    void addTo(Routes routes) {
        routes.add(Endpoint.of("createQuery", "POST", PATH + "queries", Plan.of("0.0167", 15), this::create));
        routes.add(Endpoint.of("getQueries", "GET", PATH + "queries", Plan.of("0.0222", 10), this::list));
        routes.add(Endpoint.of("getQuery", "GET", PATH + "queries/{queryId}", Plan.of("2", 15),
            call -> Answer.ok(describe(find(call)))));
        routes.add(Endpoint.of("cancelQuery", "DELETE", PATH + "queries/{queryId}", Plan.of("0.0222", 10), this::cancel));
        routes.add(Endpoint.of("getDocument", "GET", PATH + "documents/{documentId}", Plan.of("0.0167", 15), this::document));
    }

    private Answer create(Call call) {
        String query = Json.text(call.json(), "query");
        if (query == null || query.isBlank()) {
            throw Problem.invalid("The query is missing.");
        } else if (query.replaceAll("\\s+", " ").strip().length() > LONGEST) {
            throw Problem.invalid("A query has at most " + LONGEST + " characters.");
        } else if (Json.text(call.json(), "paginationToken") != null) {
            throw Problem.invalid("paginationToken belongs to no query with further pages.");
        }
        Selection view = view(query);
        Instant now = clock.instant();
        for (Job job : jobs.values()) {
            if (job.account() == call.account() && job.request().path("query").asText().equals(query)
                && Set.of("IN_QUEUE", "IN_PROGRESS").contains(job.status(now))) {
                throw Problem.invalid("The same query is being processed: " + job.id() + ".");
            }
        }
        Job job = job(call, query, view, now);
        jobs.put(job.id(), job);
        return Answer.of(202, Json.object().put("queryId", job.id()));
    }

    private static Selection view(String query) {
        try {
            List<Selection> top = Selection.read(query);
            if (top.size() != 1 || !top.get(0).name().equals(AnalyticsSchema.ROOT)) {
                throw new Selection.Unreadable("the one top field is " + AnalyticsSchema.ROOT);
            }
            AnalyticsSchema.check(top.get(0), "Query");
            if (top.get(0).fields().size() != 1) {
                throw new Selection.Unreadable("a query asks for one view");
            }
            Selection view = top.get(0).fields().get(0);
            for (String name : view.arguments().keySet()) {
                if (!ARGUMENTS.contains(name)) {
                    throw new Selection.Unreadable(view.name() + " has no argument " + name);
                }
            }
            if (!GRANULARITIES.contains(view.arguments().getOrDefault("aggregateBy", ""))) {
                throw new Selection.Unreadable("aggregateBy must be one of DAY, WEEK, MONTH");
            }
            LocalDate.parse(view.arguments().getOrDefault("startDate", ""));
            LocalDate.parse(view.arguments().getOrDefault("endDate", ""));
            return view;
        } catch (Selection.Unreadable e) {
            throw Problem.invalid("The query is not valid: " + e.getMessage() + ".");
        } catch (DateTimeException e) {
            throw Problem.invalid("The query is not valid: startDate and endDate are days such as 2026-03-01.");
        }
    }

    private Job job(Call call, String query, Selection view, Instant now) {
        LocalDate from = LocalDate.parse(view.arguments().get("startDate"));
        LocalDate to = LocalDate.parse(view.arguments().get("endDate"));
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        String fault = null;
        if (to.isBefore(from)) {
            fault = "endDate is before startDate.";
        } else if (from.isBefore(today.minusYears(MOST_YEARS))) {
            fault = "startDate is more than " + MOST_YEARS + " years ago.";
        } else if (!to.isBefore(today)) {
            fault = "endDate is not over yet.";
        }
        Collection<String> asins = catalogue.asins(call.account());
        String end = outcomes.take();
        if (end.isEmpty()) {
            end = fault == null ? "DONE" : "FATAL";
        }
        byte[] document = null;
        if (end.equals("FATAL")) {
            document = Json.write(Json.object().put("errorDetails", fault == null ? "The query could not be processed." : fault));
        } else if (end.equals("DONE") && fault == null && !asins.isEmpty()) {
            String currency = view.arguments().getOrDefault("currencyCode", "USD");
            document = new QueryContent(asins, call.account().group().marketplace(), currency).make(view, from, to);
        }
        return new Job("QueryId" + ++number, call.account(), Json.object().put("query", query), now, outcomes, end, document);
    }

    private Job find(Call call) {
        String id = call.pathValue("queryId");
        Job job = jobs.get(id);
        if (job == null || job.account() != call.account() || !job.kept(clock.instant(), RETENTION)) {
            throw new Problem(404, "NotFound", "The provided queryId was not found.", "");
        }
        return job;
    }

    private ObjectNode describe(Job job) {
        ObjectNode json = Json.object().put("queryId", job.id()).put("query", job.request().path("query").asText());
        job.describe(json, clock.instant(), job.end().equals("FATAL") ? "errorDocumentId" : "dataDocumentId");
        return json;
    }

    private Answer list(Call call) {
        Instant now = clock.instant();
        List<String> statuses = Reports.words(call, "processingStatuses");
        for (String status : statuses) {
            if (!Set.of("CANCELLED", "DONE", "FATAL", "IN_PROGRESS", "IN_QUEUE").contains(status)) {
                throw Problem.invalid("Value '" + status + "' at 'processingStatuses' is no processing status.");
            }
        }
        Instant since = Reports.bound(call, "createdSince", now.minus(Duration.ofDays(90)));
        Instant until = Reports.bound(call, "createdUntil", now);
        List<Job> found = new ArrayList<>(jobs.values().stream().filter(job -> job.account() == call.account()
            && job.kept(now, RETENTION) && (statuses.isEmpty() || statuses.contains(job.status(now)))
            && !job.created().isBefore(since) && !job.created().isAfter(until)).toList());
        Collections.reverse(found);
        String token = call.query().getOrDefault("paginationToken", "");
        int from = 0;
        for (int i = 0; i < found.size(); i++) {
            from = found.get(i).id().equals(token) ? i + 1 : from;
        }
        if (!token.isEmpty() && from == 0) {
            throw Problem.invalid("paginationToken is not one of ours.");
        }
        int to = Math.min(found.size(), from + Reports.pageSize(call));
        ObjectNode json = Json.object();
        ArrayNode queries = json.putArray("queries");
        found.subList(from, to).forEach(job -> queries.add(describe(job)));
        if (to < found.size()) {
            json.putObject("pagination").put("nextToken", found.get(to - 1).id());
        }
        return Answer.ok(json);
    }

    private Answer cancel(Call call) {
        if (!find(call).cancel(clock.instant())) {
            throw Problem.invalid("Only a query that is IN_QUEUE can be cancelled.");
        }
        return Answer.of(204, null);
    }

    private Answer document(Call call) {
        String id = call.pathValue("documentId");
        Instant now = clock.instant();
        Job job = jobs.values().stream().filter(one -> one.account() == call.account() && one.hasDocument(id, now)
            && one.kept(now, RETENTION)).findFirst()
            .orElseThrow(() -> new Problem(404, "NotFound", "The provided documentId was not found.", ""));
        boolean gzip = outcomes.compressed();
        byte[] bytes = gzip ? Documents.gzip(job.document()) : job.document();
        String type = job.end().equals("FATAL") ? "application/json" : "application/jsonl";
        return Answer.ok(Json.object().put("documentId", id)
            .put("documentUrl", documents.presign(call, bytes, type, gzip ? "gzip" : null)));
    }
}
