// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Keys made for a test. */
public final class SshKeys {
    private SshKeys() {
    }

    /** An EC key pair (nistp256), an RSA one of 3072 bits, or an EdDSA one (ed25519). */
    public static KeyPair pair(String algorithm) {
        try {
            if (algorithm.equals(SecurityUtils.EDDSA)) {
                KeyPairGenerator ed25519 = SecurityUtils.getKeyPairGenerator(SecurityUtils.EDDSA);
                ed25519.initialize(256);
                return ed25519.generateKeyPair();
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("EC") ? 256 : 3072);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a line of authorized_keys or known_hosts. */
    public static String line(KeyPair pair) {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    /** Writes the private key in OpenSSH's format, readable by its owner only. */
    public static Path openSsh(Path file, KeyPair pair, String passphrase) {
        try {
            Files.createDirectories(file.getParent());
            OpenSSHKeyEncryptionContext encryption = passphrase == null ? null : new OpenSSHKeyEncryptionContext();
            if (encryption != null) {
                encryption.setPassword(passphrase);
                encryption.setCipherType("256");
                encryption.setCipherMode("CTR");
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "test", encryption, out);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the private key as PEM (PKCS#8), encrypted with AES as OpenSSL does it. */
    public static Path encryptedPem(Path file, KeyPair pair, String passphrase) {
        try (JcaPEMWriter out = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            out.writeObject(new JcaPKCS8Generator(pair.getPrivate(), new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                .setPassword(passphrase.toCharArray()).setIterationCount(2048).build()));
            return file;
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the private key as PEM (PKCS#8). */
    public static Path pem(Path file, KeyPair pair) {
        try {
            return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
