// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;

/** One form in which documents leave: as an interchange of X12, or as the body of a request. */
public interface Envelopes {

    /** The document as it will leave, proven against its own rules; nothing is written yet. */
    interface Sealed {
        /** Stores it, ready to be sent, in the stage's transaction. */
        void store(DocumentChange change);
    }

    /** Whether what leaves by this agreement has this form. */
    boolean takes(Partner partner, Agreement agreement);

    /** @throws MappingFault where the mapping or what it writes is wrong */
    Sealed seal(Document document, CanonicalDocument content, Partner partner, Agreement agreement);
}
