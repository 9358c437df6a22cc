// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.partner.Contact;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The JSON of the API. Times are UTC, ISO 8601; what is not known is null. */
final class Views {
    private Views() {
    }

    @Schema(description = "The four lights: grey (nothing known), amber (on its way), green (so, by evidence), red (failed)")
    record Lights(String validated, String delivered, String acknowledged, String proven) {
    }

    @Schema(description = "Something that is due")
    record DeadlineView(String what, Instant due,
                        @Schema(description = "ISO 8601 duration; negative when overdue", example = "PT5H12M") String left,
                        boolean overdue) {
    }

    record DocumentView(String id, String interchangeId, String direction, String partner, String erpSystem, String message,
                        @Schema(description = "Purchase order number") String businessKey, String vendorCode, String state,
                        @Schema(description = "The last stage whose work is done") String stage, Lights lights,
                        List<DeadlineView> deadlines,
                        @Schema(description = "Where it is and what to do next, in one sentence") String summary,
                        Instant createdAt, Instant updatedAt, Map<String, String> links) {
    }

    record DocumentDetail(@JsonUnwrapped DocumentView document, String release, String groupControl, String setControl,
                          String canonicalType, String releasedBy, Timeline timeline, List<FaultView> faults,
                          List<HoldView> holds, List<DeliveryView> deliveries, List<ParkedView> parked,
                          InterchangeView interchange, InterchangeView outgoing,
                          @Schema(description = "Every group it left in, newest first, and what the partner said of it")
                          List<ReconciliationViews.GroupView> acknowledgments,
                          @Schema(description = "Every time it was posted by API, newest first, and what became of it")
                          List<SubmissionViews.SubmissionView> submissions, List<ReconciliationViews.DueView> timers,
                          List<Tasks.Task> tasks) {
    }

    record Timeline(@Schema(description = "Whether the hash chain of the audit trail is whole") boolean verified,
                    @Schema(description = "Sequence number of the first event that does not fit; null when verified")
                    Integer brokenAt,
                    List<EventView> events) {
    }

    record EventView(int seq, Instant at, String stage, String what, String detail) {
    }

    record FaultView(String code, String segment, Integer position, String element, String value, String text) {
    }

    record HoldView(String documentId, int seq, String code, String text, String status, Instant heldAt, String decidedBy,
                    Instant decidedAt, String reason) {
    }

    record DeliveryView(String erpSystem, String status, String reference, int attempts, String lastError, Instant updatedAt) {
    }

    record ParkedView(String id, @Schema(description = "Document or interchange id") String subject, String queue, String family,
                      String text, Instant parkedAt, Instant replayedAt, String replayedBy) {
    }

    record InterchangeView(String id, String direction, String side, String counterpart, String channel, String fileName,
                           String sha256, long sizeBytes, int ordinal, String sender, String receiver, String controlNumber,
                           String usageIndicator, String status,
                           @Schema(description = "The interchange that this one acknowledges") String answers, Instant receivedAt,
                           Instant identifiedAt, Instant sentAt, Map<String, String> links) {
    }

    record InterchangeDetail(@JsonUnwrapped InterchangeView interchange, Timeline timeline, List<FaultView> faults,
                             List<ParkedView> parked, @Schema(description = "Ids of the interchanges that acknowledge this one")
                             List<String> answeredBy, List<DocumentView> documents,
                             @Schema(description = "Whether further documents were left out") boolean more) {
    }

    record Held(DocumentView document, List<HoldView> holds) {
    }

    record Decision(boolean done, String text) {
    }

    record Status(Map<String, Long> documents, Map<String, Long> interchanges, long held, long parked,
                  @Schema(description = "Order acknowledgments that we owe and that are late") long acknowledgmentsOverdue,
                  @Schema(description = "Partners' acknowledgments that are late") long partnerAcknowledgmentsOverdue,
                  List<QueueView> queues, @Schema(description = "Why queue depths are missing; null when they are not")
                  String queuesProblem, @Schema(description = "By state, the document that has waited longest")
                  List<OldestView> oldestWaiting,
                  @Schema(description = "Connections that cannot be fetched from or handed to now, longest first")
                  List<FailingView> failing,
                  List<PartnerView> partners, List<ErpSystemView> erpSystems,
                  @Schema(description = "What is wrong in config/, by file and line") List<String> configurationProblems) {
    }

    record QueueView(String queue, int depth, @Schema(description = "True when the broker counted no further") boolean atLeast) {
    }

    record OldestView(String state, String documentId, Instant since) {
    }

    record FailingView(@Schema(description = "Stage and connection, for example outbound-send.amazon-us-as2") String stage, Instant since,
                       Instant lastAt, @Schema(description = "Attempts since then") int failures, String words) {
    }

    record PartnerView(String name, String title, String usage, List<String> channels, List<String> agreements,
                       @Schema(description = "Whom to ask about what") List<Contact> contacts, List<String> problems) {
    }

    record ErpSystemView(String name, String title, String adapter, long undelivered, List<String> problems) {
    }
}
