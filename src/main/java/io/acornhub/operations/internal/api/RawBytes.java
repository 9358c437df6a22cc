// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.Interchange;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** Writes bytes of the archive into an answer, unaltered and without holding them in memory. */
@Component
class RawBytes {
    private final Archive archive;

    RawBytes(Archive archive) {
        this.archive = archive;
    }

    /** The whole file of an interchange. */
    void whole(Interchange interchange, HttpServletResponse response) throws IOException {
        String name = interchange.fileName() == null ? interchange.id() + ".txt" : interchange.fileName();
        part(interchange, 0, interchange.sizeBytes(), name, response);
    }

    void part(Interchange interchange, long offset, long length, String name, HttpServletResponse response) throws IOException {
        try (InputStream in = archive.open(interchange.sha256())) {
            // Always plain text: what a partner sent must never run in an operator's browser.
            response.setContentType("text/plain");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString());
            response.setContentLengthLong(length);
            if (length > 0) {
                StreamUtils.copyRange(in, response.getOutputStream(), offset, offset + length - 1);
            }
        }
    }
}
