// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.as2.As2Receipt.MicVerdict;
import io.acornhub.channel.as2.As2Receipt.SignatureVerdict;
import io.acornhub.channel.as2.SignedEntity.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.function.Supplier;

/** Reads receipts. */
final class ReceiptReading {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LARGEST_FIELDS = 64 * 1024;
    private static final String REPORT = "multipart/report";
    private final As2Headers headers;
    private final As2Content body;
    // what was found out so far
    private As2Headers fields;
    private String text = "";
    private SignatureVerdict signature = SignatureVerdict.UNSIGNED;
    private Verified verified;
    private String trouble;

    ReceiptReading(As2Headers headers, As2Content body) {
        this.headers = headers;
        this.body = body;
    }

    /** True when the message is a receipt, signed or not. */
    boolean isReceipt() throws IOException {
        try {
            return isReport(inner(new MimeEntity(headers, body, null)));
        } catch (Refused refused) {
            return false;
        }
    }

    /** The message it is for, without any verification. */
    String messageId() throws IOException {
        try {
            read(inner(new MimeEntity(headers, body, null)));
            return fields == null ? null : fields.first("Original-Message-ID");
        } catch (Refused refused) {
            return null;
        }
    }

    private static boolean isReport(MimeEntity entity) {
        String type = entity.headers().contentType();
        return REPORT.equals(type) || type.startsWith("message/disposition-notification");
    }

    private static MimeEntity inner(MimeEntity entity) throws IOException, Refused {
        boolean signed = "multipart/signed".equals(entity.headers().contentType());
        return signed ? MimeEntity.parse(SignedEntity.parse(entity).part()) : entity;
    }

    /**
     * Reads and judges.
     *
     * @param trusted asked for only when the receipt is signed
     * @param signedDemanded whether one that is not signed is worth nothing
     */
    As2Receipt judge(Supplier<Collection<X509Certificate>> trusted, As2Settings.Accept accept, boolean signedDemanded, As2Mic sent)
        throws IOException {
        try {
            MimeEntity entity = new MimeEntity(headers, body, null);
            if ("multipart/signed".equals(headers.contentType())) {
                entity = verify(entity, trusted.get(), accept);
            }
            if (!isReport(entity)) {
                throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "the answer is no receipt but "
                    + entity.headers().contentType());
            }
            read(entity);
        } catch (Refused refused) {
            trouble = trouble == null ? refused.getMessage() : trouble;
        }
        As2Headers said = fields == null ? As2Headers.none() : fields;
        As2Disposition disposition = As2Disposition.parse(said.first("Disposition")).orElse(null);
        As2Mic mic = As2Mic.of(said.first("Received-Content-MIC")).orElse(null);
        MicVerdict micVerdict = mic == null ? MicVerdict.ABSENT : sent == null ? MicVerdict.NOT_COMPARED
            : mic.equals(sent) ? MicVerdict.MATCHES : MicVerdict.DIFFERS;
        return new As2Receipt(headers.messageId(), said.first("Original-Message-ID"), disposition, text, mic, micVerdict, signature,
            verified == null ? null : verified.signer(), words(disposition, mic, micVerdict, signedDemanded, sent));
    }

    private MimeEntity verify(MimeEntity entity, Collection<X509Certificate> trusted, As2Settings.Accept accept)
        throws IOException, Refused {
        signature = SignatureVerdict.FAILED;
        SignedEntity signed = SignedEntity.parse(entity);
        try {
            verified = signed.verify(trusted, accept);
            signature = SignatureVerdict.VERIFIED;
        } catch (Refused refused) {
            // what it says is still of use to a person
            trouble = "the signature of the receipt is not good: " + refused.getMessage();
        }
        return MimeEntity.parse(signed.part());
    }

    private void read(MimeEntity entity) throws IOException, Refused {
        if (!REPORT.equals(entity.headers().contentType())) {
            fields = As2Headers.parse(decoded(entity, LARGEST_FIELDS));
            return;
        }
        for (As2Content content : Multipart.parts(entity)) {
            MimeEntity part = MimeEntity.parse(content);
            String type = part.headers().contentType();
            if (type.startsWith("message/disposition-notification")) {
                fields = As2Headers.parse(decoded(part, LARGEST_FIELDS));
            } else if (text.isEmpty() && (type.isEmpty() || type.startsWith("text/"))) {
                text = decoded(part, LONGEST_TEXT).strip();
            }
        }
        if (fields == null) {
            throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "the receipt has no part message/disposition-notification");
        }
    }

    private static String decoded(MimeEntity part, int most) throws IOException, Refused {
        try (InputStream in = part.decoded()) {
            return new String(in.readNBytes(most), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            Spools.DiskFault.rethrow(e);
            throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "a part of the receipt cannot be read", e);
        }
    }

    private String words(As2Disposition disposition, As2Mic mic, MicVerdict micVerdict, boolean signedDemanded, As2Mic sent) {
        if (trouble != null) {
            return trouble;
        }
        if (signature == SignatureVerdict.UNSIGNED && signedDemanded) {
            return "the receipt is not signed, though a signed one was asked for";
        }
        if (disposition == null) {
            return "the receipt does not say what became of the message";
        }
        if (!disposition.accepted()) {
            return "the partner did not take the message: " + disposition + (text.isEmpty() ? "" : " (" + text + ")");
        }
        if (micVerdict == MicVerdict.DIFFERS) {
            return "the partner has something else than what was sent: it reports " + mic + ", sent was " + sent;
        }
        // who is not asked for a signed receipt is not told an algorithm and need not send a check
        return micVerdict == MicVerdict.ABSENT && sent != null && signedDemanded ? "the receipt has no integrity check" : null;
    }
}
