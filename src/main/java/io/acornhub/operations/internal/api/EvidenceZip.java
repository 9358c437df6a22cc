// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP written while it is read, that remembers the SHA-256 of each entry. Every entry has the same time. */
final class EvidenceZip implements AutoCloseable {
    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final List<Entry> entries = new ArrayList<>();

    record Entry(String name, long bytes, String sha256) {
    }

    EvidenceZip(OutputStream out, Instant time) {
        this.zip = new ZipOutputStream(out);
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC).withNano(0).withSecond(0);
    }

    void add(String name, InputStream bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // As local time, which is what a ZIP keeps: the same bytes in every zone.
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        DigestInputStream digesting = new DigestInputStream(bytes, sha256());
        long size = digesting.transferTo(zip);
        zip.closeEntry();
        entries.add(new Entry(name, size, HexFormat.of().formatHex(digesting.getMessageDigest().digest())));
    }

    /** What was added so far. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
