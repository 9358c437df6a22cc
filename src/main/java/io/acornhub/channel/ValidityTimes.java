// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;

/** The validity of a certificate as java.time has it; a certificate always says it in UTC (RFC 5280, 4.1.2.5). */
final class ValidityTimes {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private ValidityTimes() {
    }

    static Instant begin(X509Certificate certificate) {
        return instant(encoded(certificate).getStartDate());
    }

    static Instant end(X509Certificate certificate) {
        return instant(encoded(certificate).getEndDate());
    }

    private static Instant instant(Time time) {
        return LocalDateTime.parse(time.getTime().substring(0, 14), SECONDS).toInstant(ZoneOffset.UTC);
    }

    private static Certificate encoded(X509Certificate certificate) {
        try {
            return Certificate.getInstance(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate without its encoding", e);
        }
    }
}
