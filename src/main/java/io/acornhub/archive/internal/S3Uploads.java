// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Puts a local file into a bucket so that it appears there whole or not at all, and only as the bytes that were meant: the server
 * compares the MD5 of each request, which servers know that know no newer checksum. Large files go in parts.
 */
public final class S3Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(S3Uploads.class);
    private static final String TYPE = "application/octet-stream";
    private static final long PART = 8L << 20;
    /** S3 takes at most this many parts. */
    private static final int MOST_PARTS = 10_000;
    private final S3Client client;
    private final String bucket;

    public S3Uploads(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** Whether a file of that size goes in parts. */
    public static boolean inParts(long size) {
        return size > 2 * PART;
    }

    /** @param onlyNew true to leave alone what stands under that key; the server then answers that it is there */
    public void put(String key, Path file, long size, Map<String, String> metadata, boolean onlyNew) throws IOException {
        if (inParts(size)) {
            parts(key, file, size, metadata, onlyNew);
            return;
        }
        String md5 = md5(file, 0, size);
        client.putObject(r -> r.bucket(bucket).key(key).contentLength(size).contentType(TYPE).contentMD5(md5).metadata(metadata)
            .ifNoneMatch(onlyNew ? "*" : null), body(file, 0, size));
    }

    private void parts(String key, Path file, long size, Map<String, String> metadata, boolean onlyNew) throws IOException {
        long length = Math.max(PART, (size + MOST_PARTS - 1) / MOST_PARTS);
        String upload = client.createMultipartUpload(r -> r.bucket(bucket).key(key).contentType(TYPE).metadata(metadata)).uploadId();
        try {
            List<CompletedPart> done = new ArrayList<>();
            for (long offset = 0; offset < size; offset += length) {
                done.add(part(key, upload, done.size() + 1, file, offset, Math.min(length, size - offset)));
            }
            client.completeMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(done))
                .ifNoneMatch(onlyNew ? "*" : null));
        } catch (IOException | RuntimeException e) {
            abort(key, upload);
            throw e;
        }
    }

    private CompletedPart part(String key, String upload, int number, Path file, long offset, long length) throws IOException {
        String md5 = md5(file, offset, length);
        String etag = client.uploadPart(r -> r.bucket(bucket).key(key).uploadId(upload).partNumber(number).contentLength(length)
            .contentMD5(md5), body(file, offset, length)).eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    /** Gives up parts of uploads that a crash cut off, which otherwise cost money for ever; a server that cannot list them is left. */
    public void abortOlder(String prefix, Instant than) {
        try {
            for (MultipartUpload old : client.listMultipartUploads(r -> r.bucket(bucket).prefix(prefix)).uploads()) {
                if (old.initiated() != null && old.initiated().isBefore(than)) {
                    abort(old.key(), old.uploadId());
                }
            }
        } catch (SdkException e) {
            LOG.debug("archive   uploads in parts to {} cannot be listed: {}", bucket, e.getMessage());
        }
    }

    /** Whether something may be put under that key; nothing appears there. */
    public void tryOut(String key) {
        String upload = client.createMultipartUpload(r -> r.bucket(bucket).key(key)).uploadId();
        client.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(upload));
    }

    private void abort(String key, String upload) {
        try {
            client.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException e) {
            LOG.warn("archive   parts of an upload that failed are left at bucket {}, object {}: {}", bucket, key, e.getMessage());
        }
    }

    /** A body that can be read again for a second attempt. */
    private static RequestBody body(Path file, long offset, long length) {
        return RequestBody.fromContentProvider(() -> {
            try {
                return slice(file, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, length, TYPE);
    }

    private static InputStream slice(Path file, long offset, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(offset);
        return new Slice(Channels.newInputStream(channel), length);
    }

    private static String md5(Path file, long offset, long length) throws IOException {
        try (InputStream in = slice(file, offset, length)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** So many bytes of a stream. */
    private static final class Slice extends FilterInputStream {
        private long left;

        Slice(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(to, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
