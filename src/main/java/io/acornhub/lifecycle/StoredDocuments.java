// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.CanonicalDocument;
import java.util.Optional;

/** The canonical documents the hub keeps. The order as it stands is read from them: the 850 and its changes, one after another. */
public interface StoredDocuments {
    /** The canonical form of the document with that id; empty where there is none (yet). */
    Optional<CanonicalDocument> canonical(String documentId);
}
