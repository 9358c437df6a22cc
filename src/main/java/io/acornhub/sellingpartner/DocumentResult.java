// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What fetching a document came to. */
public sealed interface DocumentResult {

    /** Unpacked, as Amazon made it. */
    record Content(byte[] bytes) implements DocumentResult {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** @param after how long to wait before it is tried again; null where that is of no use */
    record Missing(String reason, Duration after) implements DocumentResult {
    }
}
