// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.OwnKey;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.io.OutputStream;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSCompressedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs, encrypts and compresses as CMS contents. */
final class CmsWriting {
    private static final int CHUNK = 32 * 1024;

    private CmsWriting() {
    }

    /** Writes a content. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A detached signature over a content, with the chain of the key. */
    static byte[] sign(As2Content content, OwnKey key, As2Digest digest, String channel) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests)
                .build(new JcaContentSignerBuilder(algorithm(digest, key.key())).build(key.key()), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator.generate(new Detached(content), false).getEncoded();
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw unusable(channel, key.certificate(), "signing", e);
        }
    }

    private static String algorithm(As2Digest digest, PrivateKey key) {
        boolean curve = key.getAlgorithm().startsWith("EC");
        return digest.setting().replace("-", "") + "with" + (curve ? "ECDSA" : key.getAlgorithm());
    }

    static void encrypt(Content content, X509Certificate recipient, As2Cipher cipher, String channel, OutputStream out) throws IOException {
        try {
            JceKeyTransRecipientInfoGenerator to = new JceKeyTransRecipientInfoGenerator(recipient).setProvider(CmsKeys.BOUNCY_CASTLE);
            OutputEncryptor encryptor = new JceCMSContentEncryptorBuilder(new ASN1ObjectIdentifier(cipher.oid()))
                .setProvider(CmsKeys.forContent(cipher)).build();
            try (OutputStream encrypted = cipher.authenticated() ? authenticated(to, (OutputAEADEncryptor) encryptor, out)
                : enveloped(to, encryptor, out)) {
                content.writeTo(encrypted);
            }
        } catch (CMSException | CertificateEncodingException | IllegalArgumentException e) {
            throw unusable(channel, recipient, "encrypting", e);
        }
    }

    private static OutputStream enveloped(JceKeyTransRecipientInfoGenerator to, OutputEncryptor encryptor, OutputStream out)
        throws CMSException, IOException {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(to);
        generator.setBufferSize(CHUNK);
        return generator.open(out, encryptor);
    }

    private static OutputStream authenticated(JceKeyTransRecipientInfoGenerator to, OutputAEADEncryptor encryptor, OutputStream out)
        throws CMSException, IOException {
        CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(to);
        generator.setBufferSize(CHUNK);
        return generator.open(out, encryptor);
    }

    static void compress(Content content, OutputStream out) throws IOException {
        CMSCompressedDataStreamGenerator generator = new CMSCompressedDataStreamGenerator();
        generator.setBufferSize(CHUNK);
        try (OutputStream compressed = generator.open(out, new ZlibCompressor())) {
            content.writeTo(compressed);
        }
    }

    private static ChannelFault unusable(String channel, X509Certificate certificate, String what, Exception cause) {
        return new ChannelFault(Fault.onPath(FaultCode.CERTIFICATE_UNUSABLE, "channels." + channel + ".certificates",
            certificate.getSubjectX500Principal().getName(), "the certificate cannot be used for " + what + " (key "
            + certificate.getPublicKey().getAlgorithm() + "); RSA does both, EC signs only"), cause);
    }

    /** What is signed stays outside the signature. */
    private record Detached(As2Content content) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            content.writeTo(out);
        }

        @Override
        public Object getContent() {
            return content;
        }
    }
}
