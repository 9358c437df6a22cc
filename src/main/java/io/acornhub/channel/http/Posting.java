// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * One post.
 *
 * @param headers besides Content-Type and Content-Length
 * @param timeout for connecting, for a pause between two bytes, and, four times as long, for all of it
 * @param tls keys and trusted certificates; null for those of Java
 */
public record Posting(URI url, String contentType, Body body, Map<String, String> headers, Duration timeout, SSLContext tls) {

    /** The same with more headers. */
    public Posting with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Posting(url, contentType, body, all, timeout, tls);
    }

    /** Bytes that can be read more than once. */
    public interface Body {
        long length();

        InputStream open() throws IOException;

        static Body of(byte[] bytes) {
            return new Body() {
                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
