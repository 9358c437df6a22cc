// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import io.acornhub.archive.BucketFault;
import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/** The content of an object on the line. One that was not read to its end is cut off, since reading it away could take long. */
public final class S3Reading extends FilterInputStream {
    private final String what;
    private final ResponseInputStream<?> body;
    private boolean ended;

    public S3Reading(String bucket, String key, ResponseInputStream<?> body) {
        super(body);
        this.what = "bucket " + bucket + ", object " + key;
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        try {
            int read = super.read(to, offset, length);
            ended |= read < 0;
            return read;
        } catch (SdkException | IOException e) {
            throw new BucketFault(BucketFault.Kind.UNREACHABLE, what + " broke off: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            super.close();
        } else {
            body.abort();
        }
    }
}
