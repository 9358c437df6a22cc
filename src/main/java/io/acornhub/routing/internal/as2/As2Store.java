// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.archive.Archive;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.routing.HubSettings;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * AS2's bytes in the archive. A message or receipt is one entry as it was on the wire: its headers, an empty line, its body.
 * Certificates are entries too, in PEM.
 */
@Component
class As2Store {
    private static final int LONGEST_HEAD = 64 * 1024;
    private final Archive archive;
    private final Path work;
    private final Map<X509Certificate, String> certificates = new ConcurrentHashMap<>();

    As2Store(Archive archive, HubSettings settings) throws IOException {
        this.archive = archive;
        this.work = Files.createDirectories(settings.data().resolve("as2-work"));
    }

    /** A message or receipt out of the archive; its body is still to be read. */
    record Wire(As2Headers headers, InputStream body) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** Where contents too large for memory lie while they are worked on; on the disk of the archive. */
    Path work() {
        return work;
    }

    String wire(As2Headers headers, As2Content body) throws IOException {
        byte[] head = (headers.lines() + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), body.open())) {
            return archive.store(all).sha256();
        }
    }

    Archive.Entry content(As2Content content) throws IOException {
        try (InputStream bytes = content.open()) {
            return archive.store(bytes);
        }
    }

    Wire open(String sha256) throws IOException {
        InputStream in = new BufferedInputStream(archive.open(sha256));
        try {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int line = 0;
            for (int one = in.read(); one >= 0 && head.size() < LONGEST_HEAD; one = in.read()) {
                head.write(one);
                if (one == '\n' && line == 0) {
                    return new Wire(As2Headers.parse(head.toString(StandardCharsets.ISO_8859_1)), in);
                }
                line = one == '\n' ? 0 : one == '\r' ? line : line + 1;
            }
            throw new IOException("archive entry " + sha256 + " is no AS2 message: it has no empty line after its headers");
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Bytes of the archive as they are. */
    InputStream bytes(String sha256) throws IOException {
        return archive.open(sha256);
    }

    /** Null for null. */
    String certificate(X509Certificate certificate) throws IOException {
        if (certificate == null) {
            return null;
        }
        String known = certificates.get(certificate);
        if (known == null) {
            known = archive.store(new ByteArrayInputStream(pem(certificate))).sha256();
            certificates.put(certificate, known);
        }
        return known;
    }

    private static byte[] pem(X509Certificate certificate) {
        try {
            return ("-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n").getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }
}
