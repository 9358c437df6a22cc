// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import io.acornhub.archive.internal.S3Clients;
import io.acornhub.archive.internal.S3Faults;
import io.acornhub.archive.internal.S3Reading;
import io.acornhub.archive.internal.S3Uploads;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of S3 or of what speaks its protocol. Each method throws {@link NoSuchFileException} where there is no such object and
 * {@link BucketFault} for everything else that the server does not do. May be shared by threads.
 */
public final class S3Bucket implements AutoCloseable {
    private final String bucket;
    private final S3Client client;
    private final S3Uploads uploads;

    /** @throws RuntimeException if the location makes no address; nothing is asked of the server yet */
    public S3Bucket(S3Location location) {
        bucket = location.bucket();
        client = S3Clients.of(location);
        uploads = new S3Uploads(client, bucket);
    }

    /**
     * An object as a bucket lists it.
     *
     * @param etag of its content, as the server says it; the same content may have another one elsewhere
     * @param size in bytes
     * @param metadata of the one who put it; empty in lists
     */
    public record Item(String key, String etag, long size, Instant modified, Map<String, String> metadata) {

        public Item {
            etag = etag == null ? "" : etag.replace("\"", "");
        }

        /** Whether that is still the same, as far as a server says it; times are said in seconds. */
        public boolean same(Item other) {
            return etag.equals(other.etag) && size == other.size
                && modified.truncatedTo(ChronoUnit.SECONDS).equals(other.modified.truncatedTo(ChronoUnit.SECONDS));
        }

        private String quoted() {
            return '"' + etag + '"';
        }
    }

    public String name() {
        return bucket;
    }

    /**
     * A prefix as it is used: a folder, which ends with a slash unless it is the whole bucket.
     *
     * @param set as a person wrote it
     * @return null where nothing was written
     */
    public static String folder(String set) {
        if (set == null || set.isBlank()) {
            return null;
        }
        String plain = set.strip().replaceFirst("^/+", "");
        return plain.isEmpty() || plain.endsWith("/") ? plain : plain + "/";
    }

    /** What stands under that key; empty if nothing does. */
    public Optional<Item> head(String key) throws IOException {
        try {
            HeadObjectResponse found = S3Faults.asked(bucket, key, () -> client.headObject(r -> r.bucket(bucket).key(key)));
            return Optional.of(new Item(key, found.eTag(), found.contentLength(), found.lastModified(), found.metadata()));
        } catch (NoSuchFileException e) {
            // an answer to HEAD has no body that could say whether it is the bucket that is missing
            access();
            return Optional.empty();
        }
    }

    /** @throws BucketFault if the bucket cannot be reached or is not ours */
    public void access() throws IOException {
        S3Faults.asked(bucket, null, () -> client.headBucket(r -> r.bucket(bucket)));
    }

    /**
     * Puts a file under a key in one step: whole or not at all.
     *
     * @param onlyNew whether what stands there already is left alone
     * @throws BucketFault CHANGED if something stands there and {@code onlyNew}
     */
    public void put(String key, Path file, long size, Map<String, String> metadata, boolean onlyNew) throws IOException {
        S3Faults.asked(bucket, key, () -> {
            uploads.put(key, file, size, metadata, onlyNew);
            return null;
        });
    }

    /** The content as it comes over the line; closing it early gives up the rest. */
    public Reading get(String key) throws IOException {
        ResponseInputStream<GetObjectResponse> body = S3Faults.asked(bucket, key, () -> client.getObject(r -> r.bucket(bucket).key(key)));
        GetObjectResponse found = body.response();
        return new Reading(new Item(key, found.eTag(), found.contentLength(), found.lastModified(), found.metadata()),
            new S3Reading(bucket, key, body));
    }

    /** An object and its content. */
    public record Reading(Item item, InputStream bytes) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** @throws EOFException if the object ends before */
    public byte[] range(String key, long offset, int length) throws IOException {
        byte[] part = S3Faults.asked(bucket, key, () -> client.getObjectAsBytes(r -> r.bucket(bucket).key(key)
            .range("bytes=" + offset + "-" + (offset + length - 1))).asByteArrayUnsafe());
        if (part.length != length) {
            throw new EOFException("bucket " + bucket + ", object " + key + " ends before byte " + (offset + length));
        }
        return part;
    }

    /**
     * Objects in the order of their keys.
     *
     * @param wanted what is taken of them
     * @param most at most so many
     */
    public List<Item> list(String prefix, Predicate<Item> wanted, int most) throws IOException {
        return S3Faults.asked(bucket, null, () -> {
            List<Item> found = new ArrayList<>();
            for (ListObjectsV2Response page : client.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix))) {
                for (S3Object object : page.contents()) {
                    Item item = new Item(object.key(), object.eTag(), object.size(), object.lastModified(), Map.of());
                    if (wanted.test(item)) {
                        found.add(item);
                    }
                    if (found.size() == most) {
                        return found;
                    }
                }
            }
            return found;
        });
    }

    /**
     * Deletes the object unless another has been put under its key.
     *
     * @return false if there is another now; true also if there was none any more
     */
    public boolean delete(Item item) throws IOException {
        Optional<Item> now = head(item.key());
        if (now.isEmpty() || !now.get().same(item)) {
            return now.isEmpty();
        }
        try {
            S3Faults.asked(bucket, item.key(), () -> client.deleteObject(r -> r.bucket(bucket).key(item.key()).ifMatch(item.quoted())));
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (BucketFault e) {
            if (e.kind() == BucketFault.Kind.CHANGED) {
                return false;
            }
            if (e.kind() != BucketFault.Kind.UNSUPPORTED) {
                throw e;
            }
            // a server without conditions: what was put since it was looked at, a moment ago, cannot be told apart
            S3Faults.asked(bucket, item.key(), () -> client.deleteObject(r -> r.bucket(bucket).key(item.key())));
            return true;
        }
    }

    /** Copies the object within the bucket, over what stands there; the same again does no harm. */
    public void copy(Item item, String to) throws IOException {
        S3Faults.asked(bucket, item.key(), () -> client.copyObject(r -> r.sourceBucket(bucket).sourceKey(item.key())
            .copySourceIfMatch(item.quoted()).destinationBucket(bucket).destinationKey(to)));
    }

    /** Gives up uploads in parts that were begun before that time and never ended. */
    public void abortOlder(String prefix, Instant than) {
        uploads.abortOlder(prefix, than);
    }

    /**
     * One thing that was tried.
     *
     * @param words what was found; where it is not fine, what to do
     */
    public record Check(String name, boolean fine, String words) {
    }

    /**
     * Tries what a channel needs, leaving nothing behind that anybody sees: {@code bucket}, and if that is fine {@code list} and
     * {@code delete} below the prefix that is read, {@code move} and {@code put} below those that are written.
     *
     * @param download null where nothing is read
     * @param move where what was read is kept; null where it is deleted
     * @param upload null where nothing is written
     */
    public List<Check> check(String download, String move, String upload) {
        List<Check> checks = new ArrayList<>();
        String probe = ".acorn-check-" + UUID.randomUUID();
        checks.add(tried("bucket", "bucket " + bucket + " answers to these keys", this::access));
        if (!checks.get(0).fine()) {
            return checks;
        }
        if (download != null) {
            checks.add(tried("list", "objects below '" + download + "' can be listed", () -> list(download, item -> true, 1)));
            checks.add(tried("delete", "objects below '" + download + "' may be deleted", () -> S3Faults.asked(bucket, download + probe,
                () -> client.deleteObject(r -> r.bucket(bucket).key(download + probe)))));
        }
        put(checks, "move", move, probe);
        put(checks, "put", upload, probe);
        return checks;
    }

    private void put(List<Check> checks, String name, String prefix, String probe) {
        if (prefix != null) {
            checks.add(tried(name, "objects may be put below '" + prefix + "'", () -> S3Faults.asked(bucket, prefix + probe, () -> {
                uploads.tryOut(prefix + probe);
                return null;
            })));
        }
    }

    /** Something that is tried out. */
    @FunctionalInterface
    private interface Trial {
        void run() throws IOException;
    }

    private static Check tried(String name, String fine, Trial trial) {
        try {
            trial.run();
            return new Check(name, true, fine);
        } catch (IOException e) {
            return new Check(name, false, e.getMessage());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
