// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2Receipt.SignatureVerdict;
import io.acornhub.channel.as2.As2Verification.Check;
import io.acornhub.channel.as2.As2Verification.Kind;
import io.acornhub.channel.as2.As2Verification.Verdict;
import io.acornhub.channel.as2.SignedEntity.Verified;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Says offline, years later too, whether what was kept of an exchange fits together. Needs no private key and no network. Weak
 * algorithms are not refused here: the channel asked for them when the exchange took place.
 */
public final class As2Verifier {
    private static final As2Settings.Accept ALL = new As2Settings.Accept(EnumSet.allOf(As2Digest.class), EnumSet.allOf(As2Cipher.class));

    /** Every check; never throws for what the evidence holds, only when it cannot be read from disk. */
    public As2Verification verify(As2Evidence evidence) throws IOException {
        return new Run(evidence).all();
    }

    /** One run. */
    private static final class Run {
        private final As2Evidence evidence;
        private final List<Check> checks = new ArrayList<>();
        private As2Content signedPart;
        private boolean canonical;

        Run(As2Evidence evidence) {
            this.evidence = evidence;
        }

        As2Verification all() throws IOException {
            message();
            if (evidence.receiptHeaders() == null || evidence.receiptBody() == null) {
                say(Kind.RECEIPT_SIGNATURE, Verdict.ABSENT, "no receipt was kept");
            } else {
                receipt();
            }
            return new As2Verification(List.copyOf(checks));
        }

        private void message() throws IOException {
            if (evidence.signedEntity() == null) {
                say(Kind.MESSAGE_SIGNATURE, Verdict.ABSENT, "the message was not signed");
                return;
            }
            try {
                SignedEntity signed = SignedEntity.parse(MimeEntity.parse(evidence.signedEntity()));
                signedPart = signed.part();
                Verified verified = signed.verify(evidence.senders(), ALL);
                canonical = verified.canonical();
                say(Kind.MESSAGE_SIGNATURE, Verdict.PROVEN, "the message was signed with " + verified.digest().setting() + " by "
                    + named(verified.signer()));
                validity(Kind.MESSAGE_CERTIFICATE, verified.signer());
            } catch (Refused refused) {
                say(Kind.MESSAGE_SIGNATURE, Verdict.FAILED, refused.getMessage());
            }
        }

        private void receipt() throws IOException {
            As2Receipt receipt = new ReceiptReading(evidence.receiptHeaders(), evidence.receiptBody())
                .judge(evidence::receivers, ALL, false, null);
            if (receipt.signature() == SignatureVerdict.VERIFIED) {
                say(Kind.RECEIPT_SIGNATURE, Verdict.PROVEN, "the receipt was signed by " + named(receipt.signer()));
                validity(Kind.RECEIPT_CERTIFICATE, receipt.signer());
            } else {
                boolean unsigned = receipt.signature() == SignatureVerdict.UNSIGNED;
                say(Kind.RECEIPT_SIGNATURE, unsigned ? Verdict.ABSENT : Verdict.FAILED,
                    unsigned ? "the receipt is not signed" : receipt.words());
            }
            boolean same = evidence.messageId() != null && evidence.messageId().equals(receipt.messageId());
            say(Kind.MESSAGE_ID, same ? Verdict.PROVEN : Verdict.FAILED, same ? "the receipt is for message " + evidence.messageId()
                : "the receipt is for message " + receipt.messageId() + ", not " + evidence.messageId());
            boolean accepted = receipt.disposition() != null && receipt.disposition().accepted();
            say(Kind.DISPOSITION, accepted ? Verdict.PROVEN : Verdict.FAILED, "the receipt says " + receipt.disposition());
            integrity(receipt.mic());
        }

        private void integrity(As2Mic reported) throws IOException {
            if (reported == null) {
                say(Kind.INTEGRITY, Verdict.ABSENT, "the receipt has no integrity check");
                return;
            }
            As2Mic kept = evidence.mic();
            As2Content over = signedPart == null ? evidence.body() : signedPart;
            if (over != null) {
                kept = CmsKeys.mic(reported.algorithm(), SignedEntity.digest(over, reported.algorithm(), canonical));
            }
            if (kept == null) {
                say(Kind.INTEGRITY, Verdict.ABSENT, "what the integrity check is over was not kept");
                return;
            }
            boolean same = kept.equals(reported);
            say(Kind.INTEGRITY, same ? Verdict.PROVEN : Verdict.FAILED, same ? "the receipt is for exactly these bytes: " + reported
                : "the receipt reports " + reported + ", these bytes have " + kept);
        }

        private void validity(Kind kind, X509Certificate certificate) {
            Instant moment = evidence.moment();
            if (moment == null) {
                say(kind, Verdict.ABSENT, "it is not known when the message was exchanged");
                return;
            }
            boolean valid = Certificates.validAt(certificate, moment);
            say(kind, valid ? Verdict.PROVEN : Verdict.FAILED, "the certificate " + named(certificate)
                + (valid ? " was valid at " : " was not valid at ") + moment);
        }

        private void say(Kind kind, Verdict verdict, String words) {
            checks.add(new Check(kind, verdict, words));
        }

        private static String named(X509Certificate certificate) {
            return certificate.getSubjectX500Principal().getName() + " (serial " + certificate.getSerialNumber().toString(16) + ")";
        }
    }
}
