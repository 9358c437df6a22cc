// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.KeptCall;

/** Where made calls are kept. It never fails a call: what came of it is worth more than the note of it. */
@FunctionalInterface
public interface CallLog {
    void keep(KeptCall call);
}
