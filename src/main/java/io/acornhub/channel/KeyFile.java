// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** Reads PKCS#12, PEM and DER. */
final class KeyFile {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private final byte[] bytes;
    private final char[] password;

    private KeyFile(byte[] bytes, String password) {
        this.bytes = bytes;
        this.password = password == null ? null : password.toCharArray();
    }

    /** What a file holds; the key is null in a file without one. */
    record Content(PrivateKey key, List<X509Certificate> chain) {
        OwnKey asKey() {
            return new OwnKey(key, chain);
        }
    }

    /** A file that cannot be used. */
    static final class Unusable extends Exception {
        private final transient CertificateProblem problem;

        Unusable(CertificateProblem problem, String words) {
            super(words);
            this.problem = problem;
        }

        CertificateProblem problem() {
            return problem;
        }
    }

    static Content read(byte[] bytes, String password, boolean withKey) throws Unusable {
        KeyFile file = new KeyFile(bytes, password);
        try {
            boolean pem = new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
            Content content = pem ? file.pem(withKey) : withKey ? file.pkcs12() : new Content(null, file.der());
            if (content.chain().isEmpty()) {
                throw new Unusable(CertificateProblem.UNREADABLE, "it holds no certificate");
            }
            return withKey ? file.fitting(content) : content;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new Unusable(CertificateProblem.UNREADABLE, "it is neither " + (withKey ? "PKCS#12 nor PEM" : "PEM nor DER")
                + " or is damaged (" + e.getClass().getSimpleName() + ")");
        }
    }

    private Content pkcs12() throws IOException, GeneralSecurityException, Unusable {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(bytes), password == null ? new char[0] : password);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new Unusable(password == null ? CertificateProblem.PASSWORD_MISSING : CertificateProblem.PASSWORD_WRONG,
                    password == null ? "it needs a password; name it with password: env:NAME" : "the password does not open it");
            }
            throw e;
        }
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password == null ? new char[0] : password);
            Certificate[] chain = store.getCertificateChain(alias);
            if (key instanceof PrivateKey own && chain != null && chain.length > 0) {
                List<X509Certificate> certificates = new ArrayList<>();
                for (Certificate certificate : chain) {
                    certificates.add((X509Certificate) certificate);
                }
                return new Content(own, List.copyOf(certificates));
            }
        }
        throw new Unusable(CertificateProblem.KEY_MISSING, "it holds no private key with a certificate");
    }

    private List<X509Certificate> der() throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
            certificates.add((X509Certificate) certificate);
        }
        return List.copyOf(certificates);
    }

    private Content pem(boolean withKey) throws IOException, GeneralSecurityException, Unusable {
        PrivateKey key = null;
        List<X509Certificate> chain = new ArrayList<>();
        JcaX509CertificateConverter certificates = new JcaX509CertificateConverter();
        try (PEMParser parser = new PEMParser(new StringReader(new String(bytes, StandardCharsets.ISO_8859_1)))) {
            for (Object one = parser.readObject(); one != null; one = parser.readObject()) {
                if (one instanceof X509CertificateHolder holder) {
                    chain.add(certificates.getCertificate(holder));
                } else if (withKey && key == null) {
                    key = key(one);
                }
            }
        }
        if (withKey && key == null) {
            throw new Unusable(CertificateProblem.KEY_MISSING, "it holds no private key; put it into the same file");
        }
        return new Content(key, List.copyOf(chain));
    }

    private PrivateKey key(Object pem) throws IOException, Unusable {
        JcaPEMKeyConverter keys = new JcaPEMKeyConverter();
        if (pem instanceof PEMKeyPair pair) {
            return keys.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (pem instanceof PrivateKeyInfo info) {
            return keys.getPrivateKey(info);
        }
        boolean encrypted = pem instanceof PEMEncryptedKeyPair || pem instanceof PKCS8EncryptedPrivateKeyInfo;
        if (encrypted && password == null) {
            throw new Unusable(CertificateProblem.PASSWORD_MISSING, "its key needs a password; name it with password: env:NAME");
        }
        try {
            if (pem instanceof PEMEncryptedKeyPair pair) {
                return keys.getKeyPair(pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder().setProvider(BOUNCY_CASTLE)
                    .build(password))).getPrivate();
            }
            return pem instanceof PKCS8EncryptedPrivateKeyInfo info ? keys.getPrivateKey(info.decryptPrivateKeyInfo(
                new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(BOUNCY_CASTLE).build(password))) : null;
        } catch (PEMException | PKCSException | OperatorCreationException e) {
            throw new Unusable(CertificateProblem.PASSWORD_WRONG, "the password does not open its key");
        }
    }

    /** With the certificate of the key first. */
    private Content fitting(Content content) throws GeneralSecurityException, Unusable {
        for (X509Certificate certificate : content.chain()) {
            if (fits(content.key(), certificate.getPublicKey())) {
                List<X509Certificate> chain = new ArrayList<>(content.chain());
                chain.remove(certificate);
                chain.add(0, certificate);
                return new Content(content.key(), List.copyOf(chain));
            }
        }
        throw new Unusable(CertificateProblem.KEY_DOES_NOT_FIT, "its private key is not that of its certificate");
    }

    private static boolean fits(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        String algorithm = "EC".equals(key.getAlgorithm()) || "ECDSA".equals(key.getAlgorithm()) ? "ECDSA" : key.getAlgorithm();
        boolean same = certified.getAlgorithm().equals(key.getAlgorithm())
            || "ECDSA".equals(algorithm) && certified.getAlgorithm().startsWith("EC");
        if (!same) {
            return false;
        }
        byte[] sample = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256with" + algorithm);
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(sample);
        return signature.verify(signed);
    }
}
