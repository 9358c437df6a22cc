// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.Interchange;
import io.acornhub.routing.internal.orders.OrderPages;
import io.acornhub.translation.CsvFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The bytes of one document out of the archived file it came in. */
@Component
public class Sources {
    private static final int LAST_OF_ISA = 105;
    private static final long LONGEST_HEADER = 1 << 16;
    private final Archive archive;

    public Sources(Archive archive) {
        this.archive = archive;
    }

    /** What a partner sent, so that it can be read alone: a transaction set under its envelope, or the JSON object of one order. */
    public byte[] ofPartner(Interchange interchange, Document document) {
        return OrderPages.isPage(interchange) ? own(interchange, document) : x12(interchange, document);
    }

    /** A transaction set under the ISA and GS it came under, so that it can be read alone. */
    public byte[] x12(Interchange interchange, Document document) {
        String isa = interchange.header();
        ByteArrayOutputStream slice = new ByteArrayOutputStream(256 + document.byteLength().intValue());
        slice.writeBytes(isa.getBytes(StandardCharsets.UTF_8));
        slice.writeBytes((document.groupHeader() + isa.charAt(LAST_OF_ISA)).getBytes(StandardCharsets.UTF_8));
        slice.writeBytes(own(interchange, document));
        return slice.toByteArray();
    }

    /** Rows of a CSV file under the file's header row. */
    public byte[] csv(Interchange interchange, Document document, Map<String, String> settings) {
        try {
            int start = (int) Math.min(interchange.sizeBytes(), LONGEST_HEADER);
            byte[] header = CsvFile.header(archive.slice(interchange.sha256(), 0, start), settings);
            ByteArrayOutputStream slice = new ByteArrayOutputStream(header.length + document.byteLength().intValue());
            slice.writeBytes(header);
            slice.writeBytes(own(interchange, document));
            return slice.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document's own bytes: ST to SE, or the IDoc. */
    public byte[] own(Interchange interchange, Document document) {
        try {
            return archive.slice(interchange.sha256(), document.byteOffset(), document.byteLength().intValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
