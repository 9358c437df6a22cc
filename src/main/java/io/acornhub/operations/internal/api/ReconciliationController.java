// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.lifecycle.AcknowledgmentState;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.Deadlines;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.RunningDeadline;
import io.acornhub.lifecycle.StrayAcknowledgments;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.sellingpartner.SubmissionState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reconciliation", description = "What partners say of what was sent, what is due, alarms and tasks")
class ReconciliationController {
    private final GroupAcknowledgments groups;
    private final StrayAcknowledgments strays;
    private final Deadlines deadlines;
    private final Alarms alarms;
    private final Tasks tasks;
    private final ReconciliationViews views;
    private final SubmissionViews submissions;

    ReconciliationController(GroupAcknowledgments groups, StrayAcknowledgments strays, Deadlines deadlines, Alarms alarms, Tasks tasks,
                             ReconciliationViews views, SubmissionViews submissions) {
        this.groups = groups;
        this.strays = strays;
        this.deadlines = deadlines;
        this.alarms = alarms;
        this.tasks = tasks;
        this.views = views;
        this.submissions = submissions;
    }

    @GetMapping("/acknowledgments")
    @Operation(summary = "Functional groups that were sent and what the partner said of them, oldest first; or the acknowledgments "
        + "that fit nothing")
    List<ReconciliationViews.GroupView> acknowledgments(
        @Parameter(description = "waiting, or one of ready, sent, transport_receipt, overdue, accepted, accepted_with_errors, partly, "
            + "rejected, superseded; orphan and contradiction list acknowledgments that were not applied")
        @RequestParam(required = false) String state,
        @RequestParam(required = false) String partner,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        String wanted = Parameters.text(state);
        String of = Parameters.text(partner);
        int most = Parameters.limit(limit);
        for (StrayAcknowledgments.Kind kind : StrayAcknowledgments.Kind.values()) {
            if (kind.name().equalsIgnoreCase(wanted)) {
                return strays.find(kind, of, most).stream().map(ReconciliationViews::stray).toList();
            }
        }
        Instant now = Instant.now();
        return groups.list(states(wanted), of, most).stream().map(g -> views.group(g, now)).toList();
    }

    private static List<AcknowledgmentState> states(String wanted) {
        if (wanted == null) {
            return List.of();
        }
        if ("waiting".equals(wanted.toLowerCase(Locale.ROOT))) {
            return Arrays.stream(AcknowledgmentState.values()).filter(AcknowledgmentState::waits).toList();
        }
        return List.of(AcknowledgmentState.valueOf(Parameters.constant("state (besides waiting, orphan and contradiction)", wanted,
            AcknowledgmentState.values())));
    }

    @GetMapping("/submissions")
    @Operation(summary = "What was posted by API and what became of it, oldest first")
    List<SubmissionViews.SubmissionView> submissions(
        @Parameter(description = "open, or one of ready, posting, unknown, submitted, assumed_accepted, confirmed, failed, refused, held, "
            + "superseded") @RequestParam(required = false) String state,
        @RequestParam(required = false) String partner, @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        String wanted = Parameters.text(state);
        List<SubmissionState> states = wanted == null ? List.of() : "open".equals(wanted.toLowerCase(Locale.ROOT))
            ? Arrays.stream(SubmissionState.values()).filter(SubmissionState::open).toList()
            : List.of(SubmissionState.valueOf(Parameters.constant("state (besides open)", wanted, SubmissionState.values())));
        return submissions.list(states, Parameters.text(partner), Parameters.limit(limit));
    }

    @GetMapping("/deadlines")
    @Operation(summary = "What is due, soonest first")
    List<ReconciliationViews.DueView> deadlines(
        @Parameter(description = "running, met, missed, cancelled") @RequestParam(required = false) String state,
        @RequestParam(required = false) String partner, @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        String wanted = Parameters.constant("state", Parameters.text(state), RunningDeadline.State.values());
        Instant now = Instant.now();
        return deadlines.find(wanted == null ? null : RunningDeadline.State.valueOf(wanted), Parameters.text(partner),
            Parameters.limit(limit)).stream().map(d -> ReconciliationViews.due(d, now)).toList();
    }

    @GetMapping("/orders/unbilled")
    @Operation(summary = "Shipments whose notice was sent and whose invoice was not, soonest due first")
    List<ReconciliationViews.DueView> unbilled(@RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        Instant now = Instant.now();
        return deadlines.awaited("810", Parameters.limit(limit)).stream().map(d -> ReconciliationViews.due(d, now)).toList();
    }

    @GetMapping("/alarms")
    @Operation(summary = "Alarms that are not cleared, newest first")
    List<ReconciliationViews.AlarmView> alarms(
        @Parameter(description = "deadline, acknowledgment_orphan, acknowledgment_contradicts, acknowledgment_rejects, outcome_unknown, "
            + "not_posted, transmission_failed, message_refused, sender_unknown")
        @RequestParam(required = false) String kind, @RequestParam(required = false) String partner,
        @Parameter(description = "Also those that are cleared") @RequestParam(defaultValue = "false") boolean cleared,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        String wanted = Parameters.constant("kind", Parameters.text(kind), Alarm.Kind.values());
        return alarms.find(wanted == null ? null : Alarm.Kind.valueOf(wanted), Parameters.text(partner), !cleared, Parameters.limit(limit))
            .stream().map(ReconciliationViews::alarm).toList();
    }

    @GetMapping("/tasks")
    @Operation(summary = "Documents that somebody must correct or send again, oldest first")
    List<Tasks.Task> tasks(
        @Parameter(description = "open or closed") @RequestParam(defaultValue = "open") String state,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        if (!List.of("open", "closed").contains(state)) {
            throw Refusal.bad("state must be open or closed, not '" + state + "'.");
        }
        return tasks.find("open".equals(state), Parameters.limit(limit));
    }
}
