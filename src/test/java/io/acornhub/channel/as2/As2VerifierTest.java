// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.channel.Keys;
import io.acornhub.channel.as2.As2Receipt.MicVerdict;
import io.acornhub.channel.as2.As2Receipt.SignatureVerdict;
import io.acornhub.channel.as2.As2Verification.Check;
import io.acornhub.channel.as2.As2Verification.Kind;
import io.acornhub.channel.as2.As2Verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts as they are judged when they come, and as kept evidence proves them years later. */
class As2VerifierTest {
    private static final List<X509Certificate> PARTNER = List.of(TwoSides.STRANGER.certificate(), TwoSides.PARTNER.certificate());
    private static final List<X509Certificate> HUB = List.of(TwoSides.HUB.certificate());
    @TempDir
    Path data;
    private TwoSides sides;
    private As2Packed packed;
    private As2Opened opened;
    private As2Packed receipt;

    @BeforeEach
    void exchange() throws IOException {
        sides = new TwoSides(data);
        exchange("none");
    }

    private void exchange(String compress) throws IOException {
        packed = sides.pack(sides.partner("compress", compress), TwoSides.DOCUMENT);
        opened = sides.open(packed, sides.hub());
        receipt = sides.as2.receipt(opened, sides.hub(), "<r@hub>");
    }

    @ParameterizedTest
    @CsvSource({"none", "before-signing", "after-signing"})
    void whatTheReceiverKeptProvesItWithoutAnyKey(String compress) throws IOException {
        exchange(compress);
        As2Verification verification = new As2Verifier().verify(evidence(opened.signedEntity(), receipt.body(), PARTNER, HUB, Keys.NOW));
        assertThat(verification.complete()).as(verification.toString()).isTrue();
        assertThat(verification.checks()).extracting(Check::kind).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void whatTheSenderKeptProvesItToo() throws IOException {
        assertThat(new As2Verifier().verify(evidence(packed.signedEntity(), receipt.body(), PARTNER, HUB, Keys.NOW)).complete()).isTrue();
    }

    @Test
    void aChangedDocumentAChangedReceiptAnotherCertificateAndAnotherTimeAreFound() throws IOException {
        As2Content changed = changed(opened.signedEntity(), "AMAZON", "AMAZUN");
        assertThat(failed(evidence(changed, receipt.body(), PARTNER, HUB, Keys.NOW)))
            .containsExactly(Kind.MESSAGE_SIGNATURE, Kind.INTEGRITY);
        As2Content other = changed(receipt.body(), "Disposition: automatic-action", "Disposition: manual-action   ");
        assertThat(failed(evidence(opened.signedEntity(), other, PARTNER, HUB, Keys.NOW))).containsExactly(Kind.RECEIPT_SIGNATURE);
        assertThat(failed(evidence(opened.signedEntity(), receipt.body(), HUB, PARTNER, Keys.NOW)))
            .containsExactly(Kind.MESSAGE_SIGNATURE, Kind.RECEIPT_SIGNATURE);
        assertThat(failed(evidence(opened.signedEntity(), receipt.body(), PARTNER, HUB, Keys.END.plusSeconds(1))))
            .containsExactly(Kind.MESSAGE_CERTIFICATE, Kind.RECEIPT_CERTIFICATE);
    }

    @Test
    void aReceiptForAnotherMessageProvesNothing() throws IOException {
        As2Evidence evidence = evidence(opened.signedEntity(), receipt.body(), PARTNER, HUB, Keys.NOW);
        assertThat(failed(new As2Evidence("<2@partner>", null, evidence.signedEntity(), null, null, PARTNER, receipt.headers(),
            receipt.body(), HUB, Keys.NOW))).containsExactly(Kind.MESSAGE_ID);
    }

    @Test
    void evidenceThatIsNoneIsSaidToBeThat() throws IOException {
        As2Content noise = As2Content.of("noise".getBytes(StandardCharsets.US_ASCII));
        assertThat(new As2Verifier().verify(evidence(noise, noise, PARTNER, HUB, Keys.NOW)).sound()).isFalse();
        As2Verification nothing = new As2Verifier().verify(new As2Evidence(null, null, null, null, null, List.of(), null, null,
            List.of(), null));
        assertThat(nothing.complete()).isFalse();
        assertThat(nothing.sound()).isTrue();
    }

    @Test
    void aReceiptIsWorthNothingWithAnotherCheckASignatureThatIsWrongOrNoSignature() throws IOException {
        As2Mic other = new As2Mic("AAAA", As2Digest.SHA256);
        As2Receipt differs = sides.as2.readReceipt(receipt.headers(), receipt.body(), sides.partner(), other);
        assertThat(differs.micVerdict()).isEqualTo(MicVerdict.DIFFERS);
        assertThat(differs.words()).contains("something else than what was sent");
        As2Receipt forged = sides.as2.readReceipt(receipt.headers(), changed(receipt.body(), "processed", "Processed"), sides.partner(),
            packed.mic());
        assertThat(forged.signature()).isEqualTo(SignatureVerdict.FAILED);
        assertThat(forged.confirms()).isFalse();
        assertThat(forged.messageId()).isEqualTo(TwoSides.ID);
        As2Packed unsigned = sides.as2.refusal(packed.headers(), As2Modifier.UNKNOWN_TRADING_PARTNER, "who are you?", "<r@hub>");
        As2Receipt refusal = sides.as2.readReceipt(unsigned.headers(), unsigned.body(), sides.partner("mdnSigned", "false"), packed.mic());
        assertThat(refusal.signature()).isEqualTo(SignatureVerdict.UNSIGNED);
        assertThat(refusal.disposition().failure()).contains(As2Modifier.UNKNOWN_TRADING_PARTNER);
        assertThat(refusal.words()).contains("who are you?");
        assertThat(sides.as2.readReceipt(unsigned.headers(), unsigned.body(), sides.partner(), packed.mic()).words())
            .contains("not signed");
    }

    @Test
    void aReceiptIsKnownForOneBeforeItIsVerified() throws IOException {
        assertThat(As2.isReceipt(receipt.headers(), receipt.body())).isTrue();
        assertThat(As2.receiptFor(receipt.headers(), receipt.body())).isEqualTo(TwoSides.ID);
        assertThat(As2.isReceipt(packed.headers(), packed.body())).isFalse();
        As2Packed signedOnly = sides.pack(sides.partner("encrypt", "none"), TwoSides.DOCUMENT);
        assertThat(As2.isReceipt(signedOnly.headers(), signedOnly.body())).isFalse();
    }

    private As2Evidence evidence(As2Content entity, As2Content receiptBody, List<X509Certificate> senders,
                                 List<X509Certificate> receivers, Instant moment) {
        return new As2Evidence(TwoSides.ID, packed.headers(), entity, null, null, senders, receipt.headers(), receiptBody, receivers,
            moment);
    }

    private static List<Kind> failed(As2Evidence evidence) throws IOException {
        return new As2Verifier().verify(evidence).checks().stream().filter(c -> c.verdict() == Verdict.FAILED).map(Check::kind).toList();
    }

    private static As2Content changed(As2Content content, String from, String to) throws IOException {
        return As2Content.of(new String(content.bytes(), StandardCharsets.ISO_8859_1).replace(from, to)
            .getBytes(StandardCharsets.ISO_8859_1));
    }
}
