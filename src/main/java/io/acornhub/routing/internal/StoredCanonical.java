// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Documents;
import io.acornhub.lifecycle.StoredDocuments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The hub's documents as the life of an order reads them again. */
@Component
class StoredCanonical implements StoredDocuments {
    private final Documents documents;
    private final CanonicalStore store;

    StoredCanonical(Documents documents, CanonicalStore store) {
        this.documents = documents;
        this.store = store;
    }

    @Override
    public Optional<CanonicalDocument> canonical(String documentId) {
        return documents.find(documentId).filter(d -> d.canonical() != null && d.canonicalType() != null)
            .map(d -> store.read(d.canonicalType(), store.json(d)));
    }
}
