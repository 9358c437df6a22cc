// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The Reports API (2021-06-30) for the vendor reports. */
final class Reports {
    private static final String PATH = "/reports/2021-06-30/";
    private static final Duration RETENTION = Duration.ofDays(90);
    private static final Set<String> STATUSES = Set.of("CANCELLED", "DONE", "FATAL", "IN_PROGRESS", "IN_QUEUE");
    private static final int MOST_TYPES = 10;
    private static final int MOST_MARKETPLACES = 25;
    private static final int LARGEST_PAGE = 100;
    private final SimulatedClock clock;
    private final Documents documents;
    private final Outcomes outcomes;
    private final Catalogue catalogue;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, Rest> pages = new HashMap<>();
    private long number = 50_000;

    /** What a nextToken stands for. */
    private record Rest(Account account, List<Job> jobs, int pageSize) {
    }

    Reports(SimulatedClock clock, Documents documents, Outcomes outcomes, Catalogue catalogue) {
        this.clock = clock;
        this.documents = documents;
        this.outcomes = outcomes;
        this.catalogue = catalogue;
    }

    void addTo(Routes routes) {
        routes.add(Endpoint.of("createReport", "POST", PATH + "reports", Plan.of("0.0167", 15), this::create));
        routes.add(Endpoint.of("getReports", "GET", PATH + "reports", Plan.of("0.0222", 10), this::list));
        routes.add(Endpoint.of("getReport", "GET", PATH + "reports/{reportId}", Plan.of("2", 15),
            call -> Answer.ok(describe(find(call, call.pathValue("reportId"))))));
        routes.add(Endpoint.of("cancelReport", "DELETE", PATH + "reports/{reportId}", Plan.of("0.0222", 10), this::cancel));
        routes.add(Endpoint.of("getReportDocument", "GET", PATH + "documents/{reportDocumentId}", Plan.of("0.0167", 15),
            this::document));
    }

    private Answer create(Call call) {
        JsonNode body = call.json();
        String type = body.path("reportType").asText("");
        JsonNode options = body.path("reportOptions");
        JsonNode marketplaces = body.path("marketplaceIds");
        if (!ReportTypes.known(type)) {
            throw Problem.invalid("Report type " + type + " is not one of a vendor's.");
        } else if (!marketplaces.isArray() || marketplaces.isEmpty() || marketplaces.size() > MOST_MARKETPLACES) {
            throw Problem.invalid("marketplaceIds must name 1 to " + MOST_MARKETPLACES + " marketplaces.");
        } else if (!options.isMissingNode() && !options.isObject()) {
            throw Problem.invalid("reportOptions must be an object of names and values.");
        }
        for (JsonNode marketplace : marketplaces) {
            if (!marketplace.asText().equals(call.account().group().marketplace())) {
                throw Problem.invalid("The account is not one of marketplace " + marketplace.asText() + ".");
            }
        }
        Instant now = clock.instant();
        Instant from = time(body, "dataStartTime", now);
        Instant to = time(body, "dataEndTime", now);
        Job job = job(call.account(), (ObjectNode) body, from, to, now);
        jobs.put(job.id(), job);
        return Answer.of(202, Json.object().put("reportId", job.id()));
    }

    private static Instant time(JsonNode body, String name, Instant now) {
        String text = Json.text(body, name);
        Instant time = Json.instant(text);
        if (text != null && time == null) {
            throw Problem.invalid(name + " is no ISO 8601 time.");
        } else if (time != null && time.isAfter(now)) {
            throw Problem.invalid(name + " must not be in the future.");
        }
        return time;
    }

    private Job job(Account account, ObjectNode request, Instant from, Instant to, Instant now) {
        String id = Long.toString(++number) + "020531";
        String type = request.path("reportType").asText();
        Optional<String> fault = ReportTypes.fault(type, request.path("reportOptions"), from, to, now);
        Collection<String> asins = catalogue.asins(account);
        String end = outcomes.take();
        if (end.isEmpty()) {
            end = fault.isPresent() ? "FATAL" : asins.isEmpty() ? "CANCELLED" : "DONE";
        }
        ObjectNode content = switch (end) {
            case "FATAL" -> ReportContent.fault(fault.orElse("The report could not be made."));
            case "DONE" -> fault.isPresent() ? ReportContent.fault(fault.get())
                : new ReportContent(request, asins, account.group().currency(), now).make();
            default -> null;
        };
        return new Job(id, account, request, now, outcomes, end, content == null ? null : Json.write(content));
    }

    private Job find(Call call, String id) {
        Job job = jobs.get(id);
        if (job == null || job.account() != call.account() || !job.kept(clock.instant(), RETENTION)) {
            throw Problem.notFound("There is no report " + id + ".");
        }
        return job;
    }

    private ObjectNode describe(Job job) {
        ObjectNode json = Json.object().put("reportId", job.id()).put("reportType", job.request().path("reportType").asText());
        json.set("marketplaceIds", job.request().path("marketplaceIds"));
        for (String name : List.of("dataStartTime", "dataEndTime")) {
            Instant time = Json.instant(Json.text(job.request(), name));
            if (time != null) {
                json.put(name, time.toString());
            }
        }
        job.describe(json, clock.instant(), "reportDocumentId");
        return json;
    }

    private Answer list(Call call) {
        String token = call.query().get("nextToken");
        if (token != null) {
            if (call.query().size() > 1) {
                throw Problem.invalid("nextToken must be the only parameter.");
            }
            Rest rest = pages.get(token);
            if (rest == null || rest.account() != call.account()) {
                throw Problem.invalid("nextToken is not one of ours.");
            }
            return page(rest);
        }
        List<String> types = words(call, "reportTypes");
        if (types.isEmpty() || types.size() > MOST_TYPES) {
            throw Problem.invalid("reportTypes must name 1 to " + MOST_TYPES + " types, or nextToken be given.");
        }
        List<String> statuses = words(call, "processingStatuses");
        for (String status : statuses) {
            if (!STATUSES.contains(status)) {
                throw Problem.invalid("Invalid input in processing status: " + status);
            }
        }
        Instant now = clock.instant();
        Instant since = bound(call, "createdSince", now.minus(RETENTION));
        Instant until = bound(call, "createdUntil", now);
        List<String> marketplaces = words(call, "marketplaceIds");
        List<Job> found = new ArrayList<>(jobs.values().stream().filter(job -> job.account() == call.account()
            && job.kept(now, RETENTION) && types.contains(job.request().path("reportType").asText())
            && (statuses.isEmpty() || statuses.contains(job.status(now))) && !job.created().isBefore(since)
            && !job.created().isAfter(until) && (marketplaces.isEmpty()
            || marketplaces.contains(job.request().path("marketplaceIds").path(0).asText()))).toList());
        Collections.reverse(found);
        return page(new Rest(call.account(), found, pageSize(call)));
    }

    private Answer page(Rest rest) {
        ObjectNode json = Json.object();
        ArrayNode reports = json.putArray("reports");
        int size = Math.min(rest.pageSize(), rest.jobs().size());
        rest.jobs().subList(0, size).forEach(job -> reports.add(describe(job)));
        if (size < rest.jobs().size()) {
            String token = UUID.randomUUID().toString();
            pages.put(token, new Rest(rest.account(), rest.jobs().subList(size, rest.jobs().size()), rest.pageSize()));
            json.put("nextToken", token);
        }
        return Answer.ok(json);
    }

    static List<String> words(Call call, String name) {
        String value = call.query().getOrDefault(name, "");
        return value.isEmpty() ? List.of() : List.of(value.split(","));
    }

    static Instant bound(Call call, String name, Instant otherwise) {
        String text = call.query().get(name);
        Instant time = text == null ? otherwise : Json.instant(text);
        if (time == null) {
            throw Problem.invalid(name + " is no ISO 8601 time.");
        }
        return time;
    }

    static int pageSize(Call call) {
        String text = call.query().getOrDefault("pageSize", "10");
        int size = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (size < 1 || size > LARGEST_PAGE) {
            throw Problem.invalid("pageSize must be from 1 to " + LARGEST_PAGE + ".");
        }
        return size;
    }

    private Answer cancel(Call call) {
        Job job = find(call, call.pathValue("reportId"));
        if (!job.cancel(clock.instant())) {
            throw Problem.invalid("Only a report that is IN_QUEUE can be cancelled.");
        }
        return Answer.of(200, null);
    }

    private Answer document(Call call) {
        String id = call.pathValue("reportDocumentId");
        Instant now = clock.instant();
        Job job = jobs.values().stream().filter(one -> one.account() == call.account() && one.hasDocument(id, now)
            && one.kept(now, RETENTION)).findFirst().orElseThrow(() -> Problem.notFound("There is no report document " + id + "."));
        boolean gzip = outcomes.compressed();
        String asked = call.query().getOrDefault("enableContentEncodingUrlHeader", "false");
        String encoding = gzip && asked.equals("true") ? "gzip" : null;
        byte[] bytes = gzip ? Documents.gzip(job.document()) : job.document();
        ObjectNode json = Json.object().put("reportDocumentId", id)
            .put("url", documents.presign(call, bytes, "application/json;charset=UTF-8", encoding));
        if (gzip) {
            json.put("compressionAlgorithm", "GZIP");
        }
        return Answer.ok(json);
    }
}
