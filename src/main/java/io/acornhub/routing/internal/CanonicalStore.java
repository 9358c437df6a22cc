// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.acornhub.archive.Archive;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.DocumentType;
import io.acornhub.interchange.Document;
import io.acornhub.translation.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Canonical documents as they lie in the database: JSON, or for a very long one a reference into the archive. */
@Component
public class CanonicalStore {
    private static final int LONGEST_IN_ROW = 500_000;
    private static final String REFERENCE = "archive:";
    private final Archive archive;

    public CanonicalStore(Archive archive) {
        this.archive = archive;
    }

    /** What goes into the row for this JSON. */
    public String keep(String canonical) {
        if (canonical.length() <= LONGEST_IN_ROW) {
            return canonical;
        }
        try {
            return REFERENCE + archive.store(new ByteArrayInputStream(canonical.getBytes(StandardCharsets.UTF_8))).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a document that has been translated. */
    public String json(Document document) {
        String kept = document.canonical();
        if (kept == null || !kept.startsWith(REFERENCE)) {
            return kept;
        }
        try (InputStream bytes = archive.open(kept.substring(REFERENCE.length()))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T extends CanonicalDocument> T read(Document document, Class<T> as) {
        return as.cast(read(document.canonicalType(), json(document)));
    }

    public CanonicalDocument read(Document document) {
        return read(document.canonicalType(), json(document));
    }

    public CanonicalDocument read(String type, String canonical) {
        try {
            return CanonicalJson.read(canonical, DocumentType.ofTitle(type).record());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored canonical document cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    public String write(CanonicalDocument document) {
        return CanonicalJson.write(document);
    }
}
