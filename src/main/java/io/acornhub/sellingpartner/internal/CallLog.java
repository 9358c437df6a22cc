// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.KeptCall;

/** Told of each request. It never fails a call: what came of it is worth more than the note of it. */
@FunctionalInterface
public interface CallLog {
    /** @param answer null where none came */
    void keep(KeptCall call, Answer answer);
}
