// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.CertificateEntry;
import io.acornhub.channel.as2.As2Opened.Found;
import io.acornhub.channel.as2.As2Settings.Protection;
import io.acornhub.channel.as2.CmsReading.BadCiphertext;
import io.acornhub.channel.as2.CmsReading.Decrypted;
import io.acornhub.channel.as2.CmsReading.Kind;
import io.acornhub.channel.as2.SignedEntity.Verified;
import io.acornhub.channel.as2.Spools.DiskFault;
import io.acornhub.channel.as2.Spools.Spool;
import io.acornhub.channel.as2.Spools.TooLarge;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens one message, layer by layer from the outside. */
final class Opening {
    private static final int MOST_LAYERS = 6;
    private static final int DER_SEQUENCE = 0x30;
    private final As2Headers headers;
    private final As2Profile profile;
    private final As2Limits limits;
    private final Spools spools;
    private final CmsReading cms;
    private final Optional<As2ReceiptRequest> request;
    // what was found out so far
    private As2Content wire;
    private As2Cipher cipher;
    private boolean compressed;
    private SignedEntity signed;
    private As2Content signedEntity;
    private Verified verified;
    private boolean overLimit;
    private As2Mic mic;

    Opening(As2Headers headers, As2Profile profile, As2Limits limits, Spools spools) {
        this.headers = headers;
        this.profile = profile;
        this.limits = limits;
        this.spools = spools;
        this.cms = new CmsReading(spools, limits);
        this.request = As2ReceiptRequest.of(headers);
    }

    As2Opened open(InputStream body) throws IOException {
        try {
            wire = receive(body);
            MimeEntity innermost = unwrap(new MimeEntity(headers, wire, null));
            demand();
            mic = mic(innermost);
            As2Content payload = payload(innermost);
            return opened(payload, FileNames.of(innermost), innermost.headers().contentType(), null);
        } catch (Refused refused) {
            return opened(null, null, null, new As2Failure(refused.modifier(), told(refused.modifier()), refused.getMessage()));
        } catch (BadCiphertext bad) {
            cipher = bad.cipher();
            As2Modifier told = cipher.authenticated() ? As2Modifier.DECRYPTION_FAILED : As2Modifier.AUTHENTICATION_FAILED;
            return opened(null, null, null, new As2Failure(As2Modifier.DECRYPTION_FAILED, told, bad.getMessage()));
        }
    }

    private As2Content receive(InputStream body) throws IOException, Refused {
        Spool spool = spools.spool(limits.body());
        try {
            body.transferTo(spool);
        } catch (TooLarge e) {
            wire = As2Content.of(new byte[0]);
            throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "the message has more than " + limits.body()
                + " bytes, more than the channel's setting largest");
        }
        return spool.content();
    }

    private MimeEntity unwrap(MimeEntity outermost) throws IOException, Refused, BadCiphertext {
        MimeEntity entity = outermost;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            String type = entity.headers().contentType();
            if ("application/pkcs7-mime".equals(type) || "application/x-pkcs7-mime".equals(type)) {
                entity = cmsLayer(entity);
            } else if ("multipart/signed".equals(type)) {
                entity = signedLayer(entity);
            } else {
                return entity;
            }
        }
        throw new Refused(As2Modifier.UNSUPPORTED_FORMAT, "the message has more than " + MOST_LAYERS + " layers");
    }

    private MimeEntity cmsLayer(MimeEntity entity) throws IOException, Refused, BadCiphertext {
        Kind kind;
        try (InputStream in = buffered(entity)) {
            kind = cms.kind(in);
        }
        try (InputStream in = buffered(entity)) {
            if (kind == Kind.COMPRESSED) {
                compressed = true;
                return MimeEntity.parse(decompressed(in));
            }
            if (kind == Kind.OTHER || cipher != null || signed != null) {
                throw new Refused(As2Modifier.UNSUPPORTED_FORMAT, kind == Kind.OTHER
                    ? "a PKCS #7 content that is neither encrypted nor compressed; signatures must be multipart/signed"
                    : "the message is encrypted twice, or signed outside its encryption");
            }
            Decrypted decrypted;
            try {
                decrypted = cms.decrypt(in, kind, profile.decryptingOrNone(), profile.settings().accept());
            } catch (Refused refused) {
                throw explained(refused);
            }
            cipher = decrypted.cipher();
            return MimeEntity.parse(decrypted.content());
        }
    }

    private As2Content decompressed(InputStream in) throws IOException, Refused {
        try {
            return cms.decompress(in);
        } catch (Refused refused) {
            overLimit = refused.getCause() instanceof TooLarge
                || refused.getCause() instanceof org.bouncycastle.util.io.StreamOverflowException;
            throw refused;
        }
    }

    /** Some senders name a transfer encoding that they do not use, or use base64 and do not say so: the first byte tells. */
    private static InputStream buffered(MimeEntity entity) throws IOException, Refused {
        InputStream in;
        int first = entity.firstByte();
        if (first == DER_SEQUENCE) {
            in = entity.body().open();
        } else if (first == 'M') {
            in = Base64.getMimeDecoder().wrap(entity.body().open());
        } else {
            in = entity.decoded();
        }
        return in instanceof ByteArrayInputStream ? in : new BufferedInputStream(in);
    }

    private MimeEntity signedLayer(MimeEntity outer) throws IOException, Refused {
        MimeEntity entity = outer;
        if (outer.encoded() && outer.firstByte() != '-') {
            entity = new MimeEntity(outer.headers().without("Content-Transfer-Encoding"), content(outer), null);
        }
        if (signed != null) {
            throw new Refused(As2Modifier.UNSUPPORTED_FORMAT, "the message is signed twice");
        }
        signedEntity = entity.whole() == null ? withType(entity) : entity.whole();
        List<X509Certificate> trusted = profile.verifyingOrNone();
        signed = SignedEntity.parse(entity);
        try {
            verified = signed.verify(trusted, profile.settings().accept());
        } catch (Refused refused) {
            throw explained(refused);
        }
        return MimeEntity.parse(signed.part());
    }

    /** An HTTP message has its Content-Type outside its bytes; the evidence must hold it. */
    private As2Content withType(MimeEntity entity) throws IOException {
        Spool spool = spools.spool(Long.MAX_VALUE);
        spool.write(("Content-Type: " + headers.first("Content-Type") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        entity.body().writeTo(spool);
        return spool.content();
    }

    private void demand() throws Refused {
        As2Settings settings = profile.settings();
        boolean unsigned = settings.demands(Protection.SIGNED) && verified == null;
        boolean open = settings.demands(Protection.ENCRYPTED) && cipher == null;
        if (unsigned || open) {
            throw new Refused(As2Modifier.INSUFFICIENT_MESSAGE_SECURITY, "the message is not " + (unsigned ? "signed" : "encrypted")
                + ", which the channel's setting require demands");
        }
    }

    private As2Mic mic(MimeEntity innermost) throws IOException, Refused {
        As2Digest algorithm = micAlgorithm();
        As2Content over;
        if (verified != null) {
            over = signed.part();
        } else {
            over = innermost.whole() == null ? innermost.body() : innermost.whole();
        }
        return CmsKeys.mic(algorithm, SignedEntity.digest(over, algorithm, verified != null && verified.canonical()));
    }

    private As2Digest micAlgorithm() throws Refused {
        As2Digest otherwise = verified == null ? As2Digest.SHA256 : verified.digest();
        if (request.isEmpty() || request.get().micalgs().isEmpty()) {
            return otherwise;
        }
        List<As2Digest> asked = request.get().micalgs().stream().map(As2Digest::of).flatMap(Optional::stream).toList();
        if (asked.isEmpty() && request.get().signedRequired()) {
            throw new Refused(As2Modifier.UNSUPPORTED_MIC_ALGORITHMS, "the receipt is asked for with " + request.get().micalgs()
                + "; the hub knows SHA-1, SHA-256, SHA-384 and SHA-512");
        }
        return asked.isEmpty() || verified != null && asked.contains(otherwise) ? otherwise : asked.get(0);
    }

    private As2Content payload(MimeEntity innermost) throws IOException, Refused {
        if (!innermost.encoded()) {
            if (innermost.body().size() > limits.content()) {
                throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "the content has more than " + limits.content() + " bytes");
            }
            return innermost.body();
        }
        return content(innermost);
    }

    private As2Content content(MimeEntity innermost) throws IOException, Refused {
        Spool spool = spools.spool(limits.content());
        try (InputStream in = innermost.decoded()) {
            in.transferTo(spool);
        } catch (IOException e) {
            DiskFault.rethrow(e);
            throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "the content cannot be read from " + innermost.encoding(), e);
        }
        return spool.content();
    }

    /** Adds which configured certificates were left out and why: the usual reason on the day of a change. */
    private Refused explained(Refused refused) {
        boolean decryption = refused.modifier() == As2Modifier.DECRYPTION_FAILED;
        if (!decryption && refused.modifier() != As2Modifier.AUTHENTICATION_FAILED) {
            return refused;
        }
        if (decryption && refused.getCause() == null) {
            // the right key may be in a file that cannot be read: that is not the sender's fault
            profile.demandAllReadable(Owner.OWN, Use.ENCRYPT);
        }
        List<CertificateEntry> left = profile.unusable(decryption ? Owner.OWN : Owner.PARTNER, decryption ? Use.ENCRYPT : Use.SIGN);
        String words = left.stream().map(CertificateEntry::words).collect(Collectors.joining("; "));
        return left.isEmpty() ? refused : new Refused(refused.modifier(), refused.getMessage() + " (left out: " + words + ")");
    }

    private As2Modifier told(As2Modifier modifier) {
        boolean hidden = cipher != null && !cipher.authenticated() && verified == null && !overLimit;
        return hidden ? As2Modifier.AUTHENTICATION_FAILED : modifier;
    }

    private As2Opened opened(As2Content payload, String name, String type, As2Failure failure) {
        Found found = new Found(verified == null ? null : verified.digest(), cipher, compressed);
        return new As2Opened(headers, wire, payload, name, type, mic, found, verified == null ? null : verified.signer(), signedEntity,
            request, Optional.ofNullable(failure), List.copyOf(spools.made()));
    }
}
