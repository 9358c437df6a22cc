// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.partner.Partner;
import java.time.Instant;
import java.util.List;

/** Who wants to know what the partner's acknowledgment says of a document of ours. Called in the stage's transaction. */
public interface AcknowledgmentOutcome {
    /** The partner has taken it, perhaps with errors. */
    void accepted(Partner partner, CanonicalDocument document, String documentId, Instant at);

    /** The partner refused it: what it contributed to its order does not count. */
    void rejected(Partner partner, CanonicalDocument document, String documentId, List<String> why, Instant at);
}
