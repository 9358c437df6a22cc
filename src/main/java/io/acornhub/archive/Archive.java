// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import io.acornhub.archive.internal.DiskArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The raw bytes of everything received and sent, kept unaltered and addressed by their SHA-256. */
public interface Archive {

    /** An archive of files below a folder, which several processes may share. */
    static Archive onDisk(Path folder) throws IOException {
        return new DiskArchive(folder);
    }

    /** What was stored. */
    record Entry(String sha256, long size) {
    }

    /** Stores the bytes durably before it returns; the same bytes again cost nothing. */
    Entry store(InputStream bytes) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if nothing with that hash is kept */
    InputStream open(String sha256) throws IOException;

    /** Part of an entry, without reading what lies before it. */
    byte[] slice(String sha256, long offset, int length) throws IOException;
}
