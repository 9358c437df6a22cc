// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys with certificates of themselves, and their files. */
public record Keys(KeyPair pair, X509Certificate certificate) {
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    public static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    /** A file with this password is opened by {@code env:PASSWORD} of {@link #certificates(Path)}. */
    public static final String PASSWORD = "opens it";
    private static final AtomicLong SERIALS = new AtomicLong(1000);

    public static Keys rsa(String name) {
        return rsa(name, BEGIN, END);
    }

    public static Keys rsa(String name, Instant begin, Instant end) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return of(generator.generateKeyPair(), name, "SHA256withRSA", begin, end);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Keys curve(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return of(generator.generateKeyPair(), name, "SHA256withECDSA", BEGIN, END);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Keys of(KeyPair pair, String name, String algorithm, Instant begin, Instant end) {
        X500Name subject = new X500Name("CN=" + name);
        try {
            var builder = new X509v3CertificateBuilder(subject, BigInteger.valueOf(SERIALS.incrementAndGet()), time(begin), time(end),
                subject, SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            return new Keys(pair, new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Time time(Instant moment) {
        return new Time(new ASN1GeneralizedTime(moment.toString().replaceAll("[-:T]", "")));
    }

    /** With env:PASSWORD and env:OTHER. */
    public static Certificates certificates(Path data) {
        return new Certificates(new io.acornhub.partner.Secrets(data,
            name -> "PASSWORD".equals(name) ? PASSWORD : "OTHER".equals(name) ? "does not" : null), data);
    }

    public ChannelCertificate own(Path data, String file, Use... uses) {
        return own(data, file, null, null, uses);
    }

    public ChannelCertificate own(Path data, String file, Instant from, Instant to, Use... uses) {
        write(data.resolve(file), pkcs12(PASSWORD));
        return new ChannelCertificate(Owner.OWN, file, "env:PASSWORD", Set.of(uses), from, to);
    }

    public ChannelCertificate partner(Path data, String file, Use... uses) {
        return partner(data, file, null, null, uses);
    }

    public ChannelCertificate partner(Path data, String file, Instant from, Instant to, Use... uses) {
        write(data.resolve(file), pem(certificate).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return new ChannelCertificate(Owner.PARTNER, file, null, Set.of(uses), from, to);
    }

    public byte[] pkcs12(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    public static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
