// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.OwnKey;
import io.acornhub.channel.as2.Spools.DiskFault;
import io.acornhub.channel.as2.Spools.Spool;
import io.acornhub.channel.as2.Spools.TooLarge;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSCompressedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipient;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.bouncycastle.util.io.StreamOverflowException;

/** Decrypts and decompresses CMS contents (RFC 5652, 5083, 3274) as streams. */
final class CmsReading {
    private final Spools spools;
    private final As2Limits limits;

    CmsReading(Spools spools, As2Limits limits) {
        this.spools = spools;
        this.limits = limits;
    }

    /** What a CMS content is. */
    enum Kind {
        ENVELOPED, AUTHENTICATED_ENVELOPED, COMPRESSED, OTHER
    }

    /** What was decrypted. */
    record Decrypted(As2Content content, As2Cipher cipher) {
    }

    /** A failure after the right key was found, which must not be told from others (see {@link As2Failure#told()}). */
    static final class BadCiphertext extends Exception {
        private final As2Cipher cipher;

        BadCiphertext(As2Cipher cipher, Throwable cause) {
            super("the content encrypted with " + cipher.setting() + " or its key is damaged: " + cause, cause);
            this.cipher = cipher;
        }

        As2Cipher cipher() {
            return cipher;
        }
    }

    /** Looks at the type the content says it has; the name in the MIME header may be missing or wrong. */
    Kind kind(InputStream cms) throws DiskFault, Refused {
        try {
            ASN1SequenceParser sequence = (ASN1SequenceParser) new ASN1StreamParser(cms).readObject();
            ASN1ObjectIdentifier type = (ASN1ObjectIdentifier) sequence.readObject().toASN1Primitive();
            if (PKCSObjectIdentifiers.envelopedData.equals(type)) {
                return Kind.ENVELOPED;
            }
            if (CMSObjectIdentifiers.authEnvelopedData.equals(type)) {
                return Kind.AUTHENTICATED_ENVELOPED;
            }
            return CMSObjectIdentifiers.compressedData.equals(type) ? Kind.COMPRESSED : Kind.OTHER;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            DiskFault.rethrow(e);
            throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "a part says it is PKCS #7, but is not", e);
        }
    }

    Decrypted decrypt(InputStream cms, Kind kind, List<OwnKey> keys, As2Settings.Accept accept)
        throws IOException, Refused, BadCiphertext {
        try {
            boolean authenticated = kind == Kind.AUTHENTICATED_ENVELOPED;
            Collection<RecipientInformation> recipients;
            AlgorithmIdentifier algorithm;
            if (authenticated) {
                CMSAuthEnvelopedDataParser parser = new CMSAuthEnvelopedDataParser(cms);
                recipients = parser.getRecipientInfos().getRecipients();
                algorithm = parser.getEncryptionAlgOID();
            } else {
                CMSEnvelopedDataParser parser = new CMSEnvelopedDataParser(cms);
                recipients = parser.getRecipientInfos().getRecipients();
                algorithm = parser.getContentEncryptionAlgorithm();
            }
            As2Cipher cipher = cipher(algorithm, accept);
            for (RecipientInformation recipient : recipients) {
                for (OwnKey key : keys) {
                    if (recipient.getRID().match(new JcaX509CertificateHolder(key.certificate()))) {
                        return new Decrypted(content(recipient, key, cipher, authenticated), cipher);
                    }
                }
            }
            throw new Refused(As2Modifier.DECRYPTION_FAILED, "the message is not encrypted for a certificate of the hub that may be used"
                + " now, but for " + recipients.stream().map(CmsReading::named).toList());
        } catch (CMSException | CertificateEncodingException | IOException | RuntimeException | StackOverflowError e) {
            DiskFault.rethrow(e);
            throw new Refused(As2Modifier.DECRYPTION_FAILED, "the encrypted content cannot be read", e);
        }
    }

    private As2Content content(RecipientInformation recipient, OwnKey key, As2Cipher cipher, boolean authenticated)
        throws IOException, BadCiphertext {
        JceKeyTransRecipient by = authenticated ? new JceKeyTransAuthEnvelopedRecipient(key.key())
            : new JceKeyTransEnvelopedRecipient(key.key());
        by.setProvider(CmsKeys.BOUNCY_CASTLE).setContentProvider(CmsKeys.forContent(cipher));
        Spool spool = spools.spool(Long.MAX_VALUE);
        try (InputStream in = recipient.getContentStream(by).getContentStream()) {
            in.transferTo(spool);
        } catch (CMSException | IOException | RuntimeException | StackOverflowError e) {
            DiskFault.rethrow(e);
            throw new BadCiphertext(cipher, e);
        }
        return spool.content();
    }

    private static String named(RecipientInformation recipient) {
        return recipient.getRID() instanceof KeyTransRecipientId id && id.getSerialNumber() != null
            ? "serial " + id.getSerialNumber().toString(16) + " of " + id.getIssuer() : "a recipient without serial number";
    }

    private static As2Cipher cipher(AlgorithmIdentifier algorithm, As2Settings.Accept accept) throws Refused {
        String oid = algorithm.getAlgorithm().getId();
        As2Cipher cipher = As2Cipher.ofOid(oid).orElseThrow(() -> new Refused(As2Modifier.INSUFFICIENT_MESSAGE_SECURITY,
            "the message is encrypted with the algorithm " + oid + ", which is not accepted"));
        if (!accept.takes(cipher)) {
            throw new Refused(As2Modifier.INSUFFICIENT_MESSAGE_SECURITY, "the message is encrypted with " + cipher.setting()
                + "; the partner should use AES, or the channel's setting accept name it");
        }
        return cipher;
    }

    As2Content decompress(InputStream cms) throws IOException, Refused {
        Spool spool = spools.spool(limits.content());
        try (InputStream in = new CMSCompressedDataParser(new BufferedInputStream(cms))
            .getContent(new ZlibExpanderProvider(limits.content())).getContentStream()) {
            in.transferTo(spool);
        } catch (TooLarge | StreamOverflowException e) {
            throw new Refused(As2Modifier.DECOMPRESSION_FAILED, "the content has more than " + limits.content()
                + " bytes when it is decompressed, more than the channel's setting largest", e);
        } catch (CMSException | IOException | RuntimeException | StackOverflowError e) {
            DiskFault.rethrow(e);
            throw new Refused(As2Modifier.DECOMPRESSION_FAILED, "the compressed content cannot be read", e);
        }
        return spool.content();
    }
}
