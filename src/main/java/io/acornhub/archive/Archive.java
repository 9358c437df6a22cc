// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import io.acornhub.archive.internal.DiskArchive;
import io.acornhub.archive.internal.S3Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The raw bytes of everything received and sent, kept unaltered and addressed by their SHA-256. */
public interface Archive {

    /** An archive of files below a folder, which several processes may share. */
    static Archive onDisk(Path folder) throws IOException {
        return new DiskArchive(folder);
    }

    /**
     * An archive of objects in a bucket, which processes on several machines may share.
     *
     * @param prefix what the objects' keys begin with, such as {@code archive/}; may be empty
     * @param local folder for files on their way and for copies of what is read
     * @param copies bytes that the copies may have together; 0 for none
     */
    static Archive onS3(S3Bucket bucket, String prefix, Path local, long copies) throws IOException {
        return new S3Archive(bucket, prefix, local, copies);
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
