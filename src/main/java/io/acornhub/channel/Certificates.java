// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.partner.Secrets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys and certificates of channels at a moment. Those count that lie within {@code from} (inclusive) and {@code to}
 * (exclusive) of the partner file and within their own validity; the newest {@code from} comes first, so that the first is the one
 * to sign and to encrypt with, and all are to be tried when verifying and decrypting. Files are read once and again when they,
 * or their passwords, have changed. Safe for parallel use.
 */
public final class Certificates {
    private static final Comparator<CertificateEntry> NEWEST_FIRST = Comparator.comparing(Certificates::begin)
        .thenComparing(CertificateEntry::notBefore).reversed();
    private final CertificateFiles files;

    /**
     * @param secrets where passwords are read from
     * @param data what relative paths lie in
     */
    public Certificates(Secrets secrets, Path data) {
        this.files = new CertificateFiles(secrets, data);
    }

    /**
     * The hub's own keys for a use at a moment, newest first, at least one.
     *
     * @throws ChannelFault CERTIFICATE_UNUSABLE when none is configured or none can be used, with each one's reason
     */
    public List<OwnKey> own(Channel channel, Use use, Instant moment) {
        List<CertificateEntry> all = of(channel, Owner.OWN, use, moment);
        List<OwnKey> keys = usable(all).map(entry -> files.key(entry.configured())).flatMap(Optional::stream).toList();
        if (keys.isEmpty()) {
            throw none(channel, Owner.OWN, use, all);
        }
        return keys;
    }

    /**
     * The partner's certificates for a use at a moment, newest first, at least one.
     *
     * @throws ChannelFault CERTIFICATE_UNUSABLE when none is configured or none can be used, with each one's reason
     */
    public List<X509Certificate> partner(Channel channel, Use use, Instant moment) {
        List<CertificateEntry> all = of(channel, Owner.PARTNER, use, moment);
        List<X509Certificate> certificates = usable(all).map(CertificateEntry::certificate).toList();
        if (certificates.isEmpty()) {
            throw none(channel, Owner.PARTNER, use, all);
        }
        return certificates;
    }

    /**
     * The certificates by which the partner's servers are believed at a moment (see {@link ServerTrust}); empty where the channel names
     * none, so that Java's authorities count.
     *
     * @throws ChannelFault CERTIFICATE_UNUSABLE when some are named and none can be used
     */
    public List<X509Certificate> servers(Channel channel, Instant moment) {
        return configured(channel, Owner.PARTNER, Use.TLS) ? partner(channel, Use.TLS, moment) : List.of();
    }

    /** True when the partner file names any for this owner and use, whatever its state. */
    public boolean configured(Channel channel, Owner owner, Use use) {
        return channel.certificates().stream().anyMatch(c -> c.owner() == owner && c.uses().contains(use));
    }

    /** Every certificate of the channel in the order of the partner file, each with what is wrong with it at the moment. */
    public List<CertificateEntry> listing(Channel channel, Instant moment) {
        List<CertificateEntry> entries = new ArrayList<>();
        for (int i = 0; i < channel.certificates().size(); i++) {
            entries.add(files.entry(channel.name(), i, channel.certificates().get(i), moment));
        }
        return entries;
    }

    /** The end of a certificate's own validity. */
    public static Instant validUntil(X509Certificate certificate) {
        return ValidityTimes.end(certificate);
    }

    /** SHA-256 of a certificate, lower case hexadecimal with colons. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return CertificateEntry.hex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no fingerprint of a certificate", e);
        }
    }

    /** True from a certificate's own beginning to its own end, both inclusive. */
    public static boolean validAt(X509Certificate certificate, Instant moment) {
        return !moment.isBefore(ValidityTimes.begin(certificate)) && !moment.isAfter(ValidityTimes.end(certificate));
    }

    private static Stream<CertificateEntry> usable(List<CertificateEntry> all) {
        return all.stream().filter(CertificateEntry::usable).sorted(NEWEST_FIRST);
    }

    private List<CertificateEntry> of(Channel channel, Owner owner, Use use, Instant moment) {
        return listing(channel, moment).stream()
            .filter(e -> e.configured().owner() == owner && e.configured().uses().contains(use)).toList();
    }

    /** @param all what was looked at: a second look may find a file that was replaced meanwhile */
    private static ChannelFault none(Channel channel, Owner owner, Use use, List<CertificateEntry> all) {
        String path = "channels." + channel.name() + ".certificates";
        String whose = owner == Owner.OWN ? "own" : "partner";
        if (all.isEmpty()) {
            return new ChannelFault(Fault.onPath(FaultCode.CERTIFICATE_UNUSABLE, path, null, "the channel " + channel.name()
                + " has no certificate with owner " + whose + " and use " + use + "; add one to its certificates in the partner file"));
        }
        return new ChannelFault(all.stream().map(entry -> Fault.onPath(FaultCode.CERTIFICATE_UNUSABLE,
            path + "[" + entry.position() + "]", entry.configured().file(), entry.usable() ? "certificate file " + entry.configured().file()
                + " was changed while it was read" : entry.words())).toList());
    }

    private static Instant begin(CertificateEntry entry) {
        ChannelCertificate configured = entry.configured();
        return configured.from() == null ? entry.notBefore() : configured.from();
    }
}
