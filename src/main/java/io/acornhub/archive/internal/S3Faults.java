// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import io.acornhub.archive.BucketFault;
import io.acornhub.archive.BucketFault.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 answers, as the exceptions of files. */
public final class S3Faults {
    private static final Set<String> UNSUPPORTED = Set.of("NotImplemented", "MethodNotAllowed");

    private S3Faults() {
    }

    /** A request to a bucket. */
    @FunctionalInterface
    public interface Request<T> {
        T run() throws IOException;
    }

    /**
     * @param key what it is about, for the text; null for the bucket itself
     * @throws NoSuchFileException if there is no such object
     * @throws BucketFault otherwise
     */
    public static <T> T asked(String bucket, String key, Request<T> request) throws IOException {
        try {
            return request.run();
        } catch (S3Exception e) {
            throw answered(bucket, key, e);
        } catch (NoKeys e) {
            throw noKeys(bucket, e);
        } catch (SdkException e) {
            if (root(e) instanceof NoKeys missing) {
                throw noKeys(bucket, missing);
            }
            throw new BucketFault(Kind.UNREACHABLE, "bucket " + bucket + " cannot be reached: " + words(root(e)), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The keys of the login are not where they should be; the text says where that is. */
    static final class NoKeys extends RuntimeException {
        NoKeys(String where) {
            super(where);
        }
    }

    private static BucketFault noKeys(String bucket, NoKeys missing) {
        return new BucketFault(Kind.REFUSED, "no login for bucket " + bucket + ": " + missing.getMessage(), missing);
    }

    private static IOException answered(String bucket, String key, S3Exception e) {
        String code = e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
        String what = "bucket " + bucket + (key == null ? "" : ", object " + key);
        return switch (e.statusCode()) {
            case 404 -> "NoSuchBucket".equals(code) || key == null
                ? new BucketFault(Kind.REFUSED, "there is no bucket " + bucket + " at that endpoint; make it or correct its name", e)
                : missing(key, e);
            case 401, 403 -> new BucketFault(Kind.REFUSED, what + ": access denied" + said(code) + "; check access key, secret key, the"
                + " clock and what they may do there", e);
            case 409, 412 -> new BucketFault(Kind.CHANGED, what + " is not as it was expected to be" + said(code), e);
            case 416 -> ended(what, e);
            default -> new BucketFault(UNSUPPORTED.contains(code) ? Kind.UNSUPPORTED : e.statusCode() / 100 == 4 && e.statusCode() != 408
                && e.statusCode() != 429 ? Kind.REFUSED : Kind.UNREACHABLE, what + ": HTTP " + e.statusCode() + said(code), e);
        };
    }

    private static IOException missing(String key, S3Exception e) {
        NoSuchFileException missing = new NoSuchFileException(key);
        missing.initCause(e);
        return missing;
    }

    private static IOException ended(String what, S3Exception e) {
        EOFException ended = new EOFException(what + " ends before the part that was asked for");
        ended.initCause(e);
        return ended;
    }

    private static String said(String code) {
        return code.isEmpty() ? "" : " (" + code + ")";
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String words(Throwable root) {
        return root instanceof UnknownHostException ? "unknown host " + root.getMessage() : root.getMessage();
    }
}
