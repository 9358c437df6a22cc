// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key with its certificate, made for one run of a test; no key lies in the repository.
 *
 * @param issuer who issued the certificate; null where it is self-signed
 */
public record Identity(String name, PrivateKey key, X509Certificate certificate, Identity issuer) {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final Duration YEAR = Duration.ofDays(365);
    private static final GeneralNames LOCAL = new GeneralNames(new GeneralName[] {
        new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")});

    /** RSA of 2048 bits, valid since yesterday and for a year. */
    public static Identity rsa(String name) {
        return rsa(name, Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(YEAR));
    }

    /** RSA of 2048 bits with that validity. */
    public static Identity rsa(String name, Instant from, Instant to) {
        return make(name, "RSA", 2048, "SHA256withRSA", from, to, null, LOCAL);
    }

    /** P-256, valid since yesterday and for a year. */
    public static Identity ec(String name) {
        return make(name, "EC", 256, "SHA256withECDSA", Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(YEAR), null,
            LOCAL);
    }

    /** An authority that issues certificates, itself self-signed. */
    public static Identity authority(String name) {
        return make(name, "EC", 256, "SHA256withECDSA", Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(YEAR), null, null);
    }

    /** A server of that host name, with a certificate that this authority issues; without one self-signed. */
    public static Identity server(String host, Identity authority) {
        return make(host, "EC", 256, "SHA256withECDSA", Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(YEAR), authority,
            new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
    }

    /** The certificate and its issuer's, if another issued it. */
    public X509Certificate[] chain() {
        return issuer == null ? new X509Certificate[] {certificate} : new X509Certificate[] {certificate, issuer.certificate};
    }

    /** @param hosts null for an authority */
    private static Identity make(String name, String algorithm, int bits, String signature, Instant from, Instant to, Identity issuer,
                                 GeneralNames hosts) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(algorithm);
            keys.initialize(bits);
            KeyPair pair = keys.generateKeyPair();
            X500Name subject = new X500Name("CN=" + name + ",O=Test");
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer == null ? subject
                : new X500Name("CN=" + issuer.name + ",O=Test"), new BigInteger(64, new SecureRandom()), time(from), time(to), subject,
                pair.getPublic());
            if (hosts == null) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                builder.addExtension(Extension.subjectAlternativeName, false, hosts);
            }
            X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(signature)
                    .build(issuer == null ? pair.getPrivate() : issuer.key)));
            return new Identity(name, pair.getPrivate(), certificate, issuer);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Time time(Instant instant) {
        return new Time(new DERGeneralizedTime(DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC).format(instant)));
    }

    /** An empty PKCS#12 key store in the form that old libraries read too. */
    static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12", BOUNCY_CASTLE);
        store.load(null, null);
        return store;
    }

    /** Key and certificate under the alias {@code own}. */
    public byte[] p12(String password) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            KeyStore store = emptyStore();
            store.setKeyEntry("own", key, password.toCharArray(), new X509Certificate[] {certificate});
            store.store(bytes, password.toCharArray());
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path writeP12(Path file, String password) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, p12(password));
    }

    /** The certificate alone. */
    public Path writePem(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, pem("CERTIFICATE", encoded()));
    }

    /** The key alone, PKCS#8. */
    public Path writeKeyPem(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, pem("PRIVATE KEY", key.getEncoded()));
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    static void save(KeyStore store, Path file, String password) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }
}
