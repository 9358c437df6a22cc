// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.access.Account;
import java.time.Duration;
import java.time.Instant;

/** A report or a query on its way: queued, worked on, ended. What it is at a time follows from the clock alone. */
final class Job {
    private final String id;
    private final Account account;
    private final ObjectNode request;
    private final Instant created;
    private final Instant started;
    private final Instant ended;
    private final String end;
    private final byte[] document;
    private final String documentId;
    private boolean cancelled;

    /**
     * @param request what was asked for
     * @param end the status it ends with
     * @param document what it ends with: the data, or the reason of a FATAL; null if there is none
     */
    Job(String id, Account account, ObjectNode request, Instant created, Outcomes outcomes, String end, byte[] document) {
        this.id = id;
        this.account = account;
        this.request = request;
        this.created = created;
        this.started = created.plus(outcomes.queued());
        this.ended = started.plus(outcomes.processed());
        this.end = end;
        this.document = document;
        this.documentId = document == null ? null : "amzn1.spdoc.1.4.na." + id;
    }

    String id() {
        return id;
    }

    Account account() {
        return account;
    }

    ObjectNode request() {
        return request;
    }

    Instant created() {
        return created;
    }

    byte[] document() {
        return document;
    }

    boolean hasDocument(String wanted, Instant now) {
        return wanted.equals(documentId) && ended(now);
    }

    boolean ended(Instant now) {
        return !cancelled && !now.isBefore(ended);
    }

    String status(Instant now) {
        if (cancelled) {
            return "CANCELLED";
        } else if (ended(now)) {
            return end;
        }
        return now.isBefore(started) ? "IN_QUEUE" : "IN_PROGRESS";
    }

    boolean kept(Instant now, Duration retention) {
        return now.isBefore(created.plus(retention));
    }

    /** Ends it before its time; false: it is no longer in the queue. */
    boolean cancel(Instant now) {
        cancelled |= status(now).equals("IN_QUEUE");
        return cancelled;
    }

    /** Times and status, as reports and queries have them alike. */
    void describe(ObjectNode json, Instant now, String documentName) {
        json.put("createdTime", created.toString()).put("processingStatus", status(now));
        if (!cancelled && !now.isBefore(started)) {
            json.put("processingStartTime", started.toString());
        }
        if (ended(now)) {
            json.put("processingEndTime", ended.toString());
            if (documentId != null) {
                json.put(documentName, documentId);
            }
        }
    }

    /** The status it ends with. */
    String end() {
        return end;
    }
}
