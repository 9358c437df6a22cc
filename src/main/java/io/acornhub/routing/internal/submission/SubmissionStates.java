// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import java.util.function.Predicate;

/** In which states looks may still change something, and by which operation each kind is proven. */
final class SubmissionStates {
    static final Predicate<Submission> UNKNOWN = s -> s.state() == SubmissionState.UNKNOWN;
    /** Amazon has it, and neither a failure nor a proof is known. */
    static final Predicate<Submission> WITH_AMAZON = s -> s.state() == SubmissionState.SUBMITTED
        || s.state() == SubmissionState.ASSUMED_ACCEPTED;

    private SubmissionStates() {
    }

    static Operation proofOf(Operation posted) {
        return switch (posted) {
            case SUBMIT_ACKNOWLEDGEMENT -> Operation.GET_PURCHASE_ORDERS_STATUS;
            case SUBMIT_SHIPMENT_CONFIRMATIONS, SUBMIT_SHIPMENTS -> Operation.GET_SHIPMENT_DETAILS;
            default -> Operation.GET_INVOICE;
        };
    }
}
