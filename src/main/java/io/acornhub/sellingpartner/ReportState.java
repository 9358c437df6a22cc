// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

/** Where a report or a Data Kiosk query is. Its id is all that has to be remembered to go on, after a restart too. */
public sealed interface ReportState {

    /** It is being made: {@code IN_QUEUE}, {@code IN_PROGRESS}, or a word that is new. */
    record Underway(String id, String status) implements ReportState {
    }

    /**
     * Its document can be fetched.
     *
     * @param nextToken of the next page of a query; null where there is none, and for reports
     */
    record Ready(String id, String documentId, String nextToken) implements ReportState {
    }

    /** Amazon has no data for it. */
    record NoData(String id) implements ReportState {
    }

    /** Amazon could not make it; the same again would fail again. */
    record Failed(String id, String reason) implements ReportState {
    }

    /** The call that should have said it gave no answer. */
    record NotKnown(CallResult result) implements ReportState {
    }
}
