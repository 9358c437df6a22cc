// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import io.acornhub.partner.ChannelCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A configured certificate as a calendar or a check shows it.
 *
 * @param channel the name of the channel it is configured for
 * @param position its place in the list {@code certificates} of the channel, from 0
 * @param configured owner, file, uses and times of the partner file
 * @param certificate null where the file cannot be read
 * @param problem null when it can be used at the moment asked for
 * @param words the problem for a person: what, where, what to do; null without a problem
 */
public record CertificateEntry(String channel, int position, ChannelCertificate configured, X509Certificate certificate,
                               CertificateProblem problem, String words) {

    /** True when it can be used at the moment asked for. */
    public boolean usable() {
        return problem == null;
    }

    /** The subject's distinguished name (RFC 2253), or null. */
    public String subject() {
        return certificate == null ? null : certificate.getSubjectX500Principal().getName();
    }

    /** The serial number in hexadecimal digits, or null. */
    public String serial() {
        return certificate == null ? null : certificate.getSerialNumber().toString(16);
    }

    /** SHA-256 of the certificate, lower case hexadecimal with colons, or null. */
    public String fingerprint() {
        return certificate == null ? null : Certificates.fingerprint(certificate);
    }

    /** The certificate's own beginning, or null. */
    public Instant notBefore() {
        return certificate == null ? null : ValidityTimes.begin(certificate);
    }

    /** The certificate's own end, or null. */
    public Instant notAfter() {
        return certificate == null ? null : ValidityTimes.end(certificate);
    }

    /** When the hub ceases to use it: the earlier of the configured and the certificate's own end; null if neither is known. */
    public Instant usedUntil() {
        Instant end = notAfter();
        Instant to = configured.to();
        return to == null || end != null && end.isBefore(to) ? end : to;
    }

    static String hex(byte[] digest) {
        return HexFormat.ofDelimiter(":").formatHex(digest);
    }
}
