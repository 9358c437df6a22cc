// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;

/**
 * The validity of a certificate as java.time has it; a certificate always says it in UTC (RFC 5280, 4.1.2.5). It is asked for at every
 * use of a certificate, so it is read from each once.
 */
final class ValidityTimes {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final Map<X509Certificate, Times> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private ValidityTimes() {
    }

    private record Times(Instant begin, Instant end) {
    }

    static Instant begin(X509Certificate certificate) {
        return KNOWN.computeIfAbsent(certificate, ValidityTimes::read).begin();
    }

    static Instant end(X509Certificate certificate) {
        return KNOWN.computeIfAbsent(certificate, ValidityTimes::read).end();
    }

    private static Times read(X509Certificate certificate) {
        try {
            Certificate encoded = Certificate.getInstance(certificate.getEncoded());
            return new Times(instant(encoded.getStartDate()), instant(encoded.getEndDate()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate without its encoding", e);
        }
    }

    private static Instant instant(Time time) {
        return LocalDateTime.parse(time.getTime().substring(0, 14), SECONDS).toInstant(ZoneOffset.UTC);
    }
}
