// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of certificates and keys, read once and again when they or their passwords change. */
final class CertificateFiles {
    private static final long LARGEST = 1024 * 1024;
    private final Secrets secrets;
    private final Path data;
    private final Map<ChannelCertificate, Read> known = new ConcurrentHashMap<>();

    CertificateFiles(Secrets secrets, Path data) {
        this.secrets = secrets;
        this.data = data;
    }

    /** What a file and a password gave; a stamp tells whether they are still the same. */
    private record Read(FileTime time, long size, Object fileKey, byte[] password, KeyFile.Content content, Problem problem) {
    }

    /** What is wrong, with the words that follow the name of the file. */
    record Problem(CertificateProblem kind, String words) {
    }

    /** Empty where the file was changed since its entry was made and cannot be used now. */
    Optional<OwnKey> key(ChannelCertificate configured) {
        return Optional.ofNullable(read(configured).content()).map(KeyFile.Content::asKey);
    }

    CertificateEntry entry(String channel, int position, ChannelCertificate configured, Instant moment) {
        Read read = read(configured);
        var certificate = read.content() == null ? null : read.content().chain().get(0);
        CertificateEntry entry = new CertificateEntry(channel, position, configured, certificate, null, null);
        Problem problem = read.problem() == null ? untimely(entry, moment) : read.problem();
        return problem == null ? entry : new CertificateEntry(channel, position, configured, certificate, problem.kind(),
            "certificate file " + configured.file() + " of channel " + channel + ": " + problem.words());
    }

    private static Problem untimely(CertificateEntry entry, Instant moment) {
        Instant from = entry.configured().from();
        Instant to = entry.configured().to();
        if (moment.isAfter(entry.notAfter())) {
            return new Problem(CertificateProblem.EXPIRED, "it expired at " + entry.notAfter() + "; a new one is needed");
        }
        if (moment.isBefore(entry.notBefore())) {
            return new Problem(CertificateProblem.NOT_YET_VALID, "it is not valid before " + entry.notBefore());
        }
        if (to != null && !moment.isBefore(to)) {
            return new Problem(CertificateProblem.NO_LONGER, "the partner file ends its use at " + to);
        }
        return from != null && moment.isBefore(from)
            ? new Problem(CertificateProblem.NOT_YET, "the partner file begins its use at " + from) : null;
    }

    private Read read(ChannelCertificate configured) {
        Path path = data.resolve(configured.file());
        String password;
        try {
            password = configured.password() == null ? null : secrets.read(configured.password());
        } catch (Secrets.MissingSecret e) {
            return failed(CertificateProblem.PASSWORD_MISSING, "its password: " + e.getMessage());
        }
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            byte[] stamp = stamp(password);
            Read read = known.get(configured);
            if (read == null || !read.time().equals(now.lastModifiedTime()) || read.size() != now.size()
                || !java.util.Objects.equals(read.fileKey(), now.fileKey()) || !Arrays.equals(read.password(), stamp)) {
                read = parse(configured, path, password, now, stamp);
                known.put(configured, read);
            }
            return read;
        } catch (IOException e) {
            return failed(CertificateProblem.FILE_MISSING, "there is no file " + path + " that can be read ("
                + e.getClass().getSimpleName() + "); put it there or correct the entry in the partner file");
        }
    }

    private static Read parse(ChannelCertificate configured, Path path, String password, BasicFileAttributes now, byte[] stamp)
        throws IOException {
        KeyFile.Content content = null;
        Problem problem = null;
        try {
            if (now.size() > LARGEST) {
                throw new KeyFile.Unusable(CertificateProblem.UNREADABLE, "it has more than 1 MiB");
            }
            content = KeyFile.read(Files.readAllBytes(path), password, configured.owner() == Owner.OWN);
        } catch (KeyFile.Unusable e) {
            problem = new Problem(e.problem(), e.getMessage());
        }
        return new Read(now.lastModifiedTime(), now.size(), now.fileKey(), stamp, content, problem);
    }

    private static Read failed(CertificateProblem kind, String words) {
        return new Read(null, 0, null, null, null, new Problem(kind, words));
    }

    /** A digest, so that the password itself is not kept. */
    private static byte[] stamp(String password) {
        try {
            return password == null ? new byte[0]
                : MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
