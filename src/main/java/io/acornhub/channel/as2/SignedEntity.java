// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;

/** A multipart/signed entity (RFC 1847, RFC 5751). Only certificates given are trusted, never those inside the message. */
final class SignedEntity {
    private static final int LARGEST_SIGNATURE = 1024 * 1024;
    private final As2Content part;
    private final byte[] signature;

    private SignedEntity(As2Content part, byte[] signature) {
        this.part = part;
        this.signature = signature;
    }

    /**
     * A signature that is good.
     *
     * @param canonical whether it is over the part with CRLF line ends, which it had not when it arrived
     */
    record Verified(X509Certificate signer, As2Digest digest, boolean canonical) {
    }

    /** Finds the signed part and the signature. */
    static SignedEntity parse(MimeEntity entity) throws IOException, Refused {
        List<As2Content> parts = Multipart.parts(entity);
        if (parts.size() != 2) {
            throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "a signed message has " + parts.size() + " parts, not 2");
        }
        MimeEntity signature = MimeEntity.parse(parts.get(1));
        String type = signature.headers().contentType();
        if (!type.endsWith("pkcs7-signature")) {
            throw new Refused(As2Modifier.AUTHENTICATION_FAILED, "the second part of a signed message is " + type + ", not a signature");
        }
        try (InputStream in = signature.decoded()) {
            byte[] bytes = in.readNBytes(LARGEST_SIGNATURE + 1);
            if (bytes.length > LARGEST_SIGNATURE) {
                throw new Refused(As2Modifier.AUTHENTICATION_FAILED, "the signature is larger than 1 MiB");
            }
            return new SignedEntity(parts.get(0), bytes);
        } catch (IOException e) {
            Spools.DiskFault.rethrow(e);
            throw new Refused(As2Modifier.AUTHENTICATION_FAILED, "the signature cannot be read", e);
        }
    }

    /** What was signed, headers and body. */
    As2Content part() {
        return part;
    }

    /** Digests of the part as it stands, or with CRLF line ends. */
    static byte[] digest(As2Content part, As2Digest algorithm, boolean canonical) throws IOException {
        MessageDigest digest = CmsKeys.digest(algorithm);
        try (OutputStream out = new DigestSink(digest, canonical)) {
            part.writeTo(out);
        }
        return digest.digest();
    }

    /** Checks the signature against the certificates. */
    Verified verify(Collection<X509Certificate> trusted, As2Settings.Accept accept) throws IOException, Refused {
        Collection<SignerInformation> signers = signers(Map.of("none", new byte[0]));
        Map<As2Digest, byte[]> digests = new EnumMap<>(As2Digest.class);
        for (SignerInformation signer : signers) {
            X509Certificate certificate = certificate(signer, trusted);
            if (certificate != null) {
                As2Digest digest = algorithm(signer, accept);
                digests.put(digest, digest(part, digest, false));
                try {
                    check(signer, certificate, digests);
                    return new Verified(certificate, digest, false);
                } catch (Refused refused) {
                    byte[] canonical = digest(part, digest, true);
                    if (refused.modifier() != As2Modifier.INTEGRITY_CHECK_FAILED || binary()
                        || MessageDigest.isEqual(canonical, digests.get(digest))) {
                        throw refused;
                    }
                    digests.put(digest, canonical);
                    check(signer, certificate, digests);
                    return new Verified(certificate, digest, true);
                }
            }
        }
        throw new Refused(As2Modifier.AUTHENTICATION_FAILED, signers.isEmpty() ? "the signature has no signer"
            : "the message is signed with a certificate that the channel does not have: " + identified(signers.iterator().next()));
    }

    /** The serial number and issuer of the first signer in words; null when there is none. */
    String signedBy() throws Refused {
        Collection<SignerInformation> signers = signers(Map.of("none", new byte[0]));
        return signers.isEmpty() ? null : identified(signers.iterator().next());
    }

    private boolean binary() throws IOException, Refused {
        return "binary".equals(MimeEntity.parse(part).encoding());
    }

    private Collection<SignerInformation> signers(Map<String, byte[]> digests) throws Refused {
        try {
            return new CMSSignedData(digests, signature).getSignerInfos().getSigners();
        } catch (CMSException | RuntimeException | StackOverflowError e) {
            throw new Refused(As2Modifier.AUTHENTICATION_FAILED, "the signature cannot be read", e);
        }
    }

    private static X509Certificate certificate(SignerInformation signer, Collection<X509Certificate> trusted) throws Refused {
        try {
            for (X509Certificate certificate : trusted) {
                if (signer.getSID().match(new JcaX509CertificateHolder(certificate))) {
                    return certificate;
                }
            }
            return null;
        } catch (CertificateException | RuntimeException e) {
            throw new Refused(As2Modifier.AUTHENTICATION_FAILED, "the signature cannot be read", e);
        }
    }

    private static As2Digest algorithm(SignerInformation signer, As2Settings.Accept accept) throws Refused {
        String oid = signer.getDigestAlgOID();
        As2Digest digest = As2Digest.ofOid(oid).orElseThrow(() -> new Refused(As2Modifier.INSUFFICIENT_MESSAGE_SECURITY,
            "the message is signed with the digest algorithm " + oid + ", which is not accepted"));
        var ofSignature = new DefaultDigestAlgorithmIdentifierFinder().find(
            new org.bouncycastle.asn1.x509.AlgorithmIdentifier(signer.toASN1Structure().getDigestEncryptionAlgorithm().getAlgorithm()));
        boolean weak = ofSignature != null
            && As2Digest.ofOid(ofSignature.getAlgorithm().getId()).map(d -> !accept.takes(d)).orElse(true);
        if (!accept.takes(digest) || weak) {
            throw new Refused(As2Modifier.INSUFFICIENT_MESSAGE_SECURITY, "the message is signed with " + digest.setting()
                + " or weaker; the partner should use SHA-256, or the channel's setting accept name it");
        }
        return digest;
    }

    private void check(SignerInformation signer, X509Certificate certificate, Map<As2Digest, byte[]> digests) throws Refused {
        Map<String, byte[]> byOid = new HashMap<>();
        digests.forEach((digest, value) -> byOid.put(digest.oid(), value));
        SignerInformation again = signers(byOid).stream().filter(s -> s.getSID().equals(signer.getSID())
            && s.getDigestAlgOID().equals(signer.getDigestAlgOID())).findFirst().orElse(signer);
        try {
            // by the public key alone: whether the certificate is valid was decided by the moment, not by the message's own time
            if (again.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(CmsKeys.BOUNCY_CASTLE)
                .build(certificate.getPublicKey()))) {
                return;
            }
        } catch (CMSSignerDigestMismatchException e) {
            throw new Refused(As2Modifier.INTEGRITY_CHECK_FAILED, "the content is not what was signed", e);
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            throw new Refused(As2Modifier.AUTHENTICATION_FAILED, "the signature cannot be checked", e);
        }
        As2Modifier modifier = again.getSignedAttributes() == null ? As2Modifier.INTEGRITY_CHECK_FAILED
            : As2Modifier.AUTHENTICATION_FAILED;
        throw new Refused(modifier, "the signature was not made with the key of the certificate "
            + certificate.getSubjectX500Principal().getName());
    }

    private static String identified(SignerInformation signer) {
        var id = signer.getSID();
        return id.getSerialNumber() == null ? "subject key identifier " + java.util.HexFormat.of().formatHex(id.getSubjectKeyIdentifier())
            : "serial " + id.getSerialNumber().toString(16) + " of " + id.getIssuer();
    }
}
