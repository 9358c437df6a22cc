// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.submissions;

import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import java.time.Instant;
import java.util.List;

/** One document that a vendor sent, and what Amazon makes of it. Guarded by the state's lock. */
public final class Submission {
    private final Kind kind;
    private final Account account;
    private final String number;
    private final List<String> orders;
    private final String transactionId;
    private final Instant received;
    private final byte[] document;
    private Verdict verdict = Verdict.PENDING;
    private List<ApiError> reasons = List.of();
    private boolean repeated;

    /** What was sent, by the operation it came with. */
    public enum Kind {
        ACKNOWLEDGEMENT, SHIPMENT_CONFIRMATION, TRANSPORT_REQUEST, INVOICE
    }

    /** What became of it. */
    public enum Verdict {
        /** Not looked at yet. */
        PENDING,
        ACCEPTED,
        REFUSED,
        /** Taken, and nothing came of it. */
        WITHOUT_EFFECT
    }

    Submission(Kind kind, Account account, String number, List<String> orders, String transactionId, Instant received,
               byte[] document) {
        this.kind = kind;
        this.account = account;
        this.number = number;
        this.orders = List.copyOf(orders);
        this.transactionId = transactionId;
        this.received = received;
        this.document = document;
    }

    public Kind kind() {
        return kind;
    }

    public Account account() {
        return account;
    }

    /** PO number, shipment identifier or invoice number. */
    public String number() {
        return number;
    }

    /** The PO numbers it is about. */
    public List<String> orders() {
        return orders;
    }

    public String transactionId() {
        return transactionId;
    }

    public Instant received() {
        return received;
    }

    /** The JSON of the one document. */
    public byte[] document() {
        return document;
    }

    public Verdict verdict() {
        return verdict;
    }

    public List<ApiError> reasons() {
        return reasons;
    }

    /** An accepted document that came before with the same number and the very same content. */
    public boolean repeated() {
        return repeated;
    }

    void judge(Verdict to, List<ApiError> why, boolean again) {
        verdict = to;
        reasons = List.copyOf(why);
        repeated = again;
    }
}
