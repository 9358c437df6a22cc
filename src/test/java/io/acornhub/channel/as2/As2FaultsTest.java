// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.channel.Keys;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.partner.ChannelCertificate.Use;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong with a message has its name, for the hub and for the partner. */
class As2FaultsTest {
    @TempDir
    Path data;
    private TwoSides sides;

    @BeforeEach
    void prepare() {
        sides = new TwoSides(data);
    }

    @Test
    void aMessageForAnotherKeyCannotBeDecrypted() throws IOException {
        As2Profile wrong = sides.profile("partner", "hub", Keys.NOW, List.of(TwoSides.PARTNER.own(data, "a.p12", Use.SIGN),
            TwoSides.STRANGER.partner(data, "a.pem", Use.ENCRYPT)));
        As2Failure failure = failure(sides.pack(wrong, TwoSides.DOCUMENT), sides.hub());
        assertThat(failure.modifier()).isEqualTo(As2Modifier.DECRYPTION_FAILED);
        assertThat(failure.told()).isEqualTo(As2Modifier.DECRYPTION_FAILED);
        assertThat(failure.words()).contains(TwoSides.STRANGER.certificate().getSerialNumber().toString(16));
    }

    @Test
    void aSignatureOfAStrangerIsNotTrustedThoughItsCertificateIsInTheMessage() throws IOException {
        As2Profile stranger = sides.profile("partner", "hub", Keys.NOW, List.of(TwoSides.STRANGER.own(data, "a.p12", Use.SIGN)),
            "encrypt", "none");
        As2Failure failure = failure(sides.pack(stranger, TwoSides.DOCUMENT), sides.hub("require", "signed"));
        assertThat(failure.modifier()).isEqualTo(As2Modifier.AUTHENTICATION_FAILED);
        assertThat(failure.words()).contains("CN=stranger");
    }

    @Test
    void achangedContentIsNoticed() throws IOException {
        As2Packed packed = sides.pack(sides.partner("encrypt", "none"), TwoSides.DOCUMENT);
        byte[] changed = new String(packed.body().bytes(), StandardCharsets.ISO_8859_1).replace("AMAZON", "AMAZUN")
            .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(failure(packed, changed, sides.hub("require", "signed")).told()).isEqualTo(As2Modifier.INTEGRITY_CHECK_FAILED);
    }

    @Test
    void aDamagedCiphertextTellsThePartnerNothingOfItsPadding() throws IOException {
        As2Packed packed = sides.pack(sides.partner(), TwoSides.DOCUMENT);
        byte[] whole = packed.body().bytes();
        for (int back = 6; back < 600; back += 37) {
            byte[] changed = whole.clone();
            changed[changed.length - back] ^= 0x40;
            As2Profile hub = sides.hub();
            try (As2Opened opened = sides.as2.open(packed.headers(), new ByteArrayInputStream(changed), hub,
                As2Limits.of(hub.settings()), sides.work)) {
                // headers of the signature's own part are not covered by anything
                if (opened.accepted()) {
                    assertThat(opened.payload().bytes()).isEqualTo(TwoSides.DOCUMENT);
                } else {
                    assertThat(opened.failure().get().told()).as("byte %d from the end", back).isEqualTo(As2Modifier.AUTHENTICATION_FAILED);
                }
            }
        }
    }

    @Test
    void aDamagedContentOfGcmIsNotDecrypted() throws IOException {
        As2Packed packed = sides.pack(sides.partner("encrypt", "AES256-GCM"), TwoSides.DOCUMENT);
        byte[] changed = packed.body().bytes();
        changed[changed.length - 300] ^= 1;
        assertThat(failure(packed, changed, sides.hub()).told()).isEqualTo(As2Modifier.DECRYPTION_FAILED);
    }

    @Test
    void lessProtectionThanDemandedIsNotTaken() throws IOException {
        assertThat(failure(sides.pack(sides.partner("encrypt", "none"), TwoSides.DOCUMENT), sides.hub()).told())
            .isEqualTo(As2Modifier.INSUFFICIENT_MESSAGE_SECURITY);
        As2Failure unsigned = failure(sides.pack(sides.partner("sign", "none"), TwoSides.DOCUMENT), sides.hub());
        assertThat(unsigned.modifier()).isEqualTo(As2Modifier.INSUFFICIENT_MESSAGE_SECURITY);
    }

    @Test
    void weakAlgorithmsAreTakenOnlyWhereTheSettingsNameThem() throws IOException {
        As2Profile weak = sides.partner("sign", "SHA-1", "encrypt", "3DES");
        assertThat(failure(sides.pack(weak, TwoSides.DOCUMENT), sides.hub()).words()).contains("3DES");
        As2Profile digest = sides.partner("sign", "SHA-1");
        assertThat(failure(sides.pack(digest, TwoSides.DOCUMENT), sides.hub()).words()).contains("SHA-1");
        try (As2Opened opened = sides.open(sides.pack(weak, TwoSides.DOCUMENT), sides.hub("accept", "SHA-1, 3DES"))) {
            assertThat(opened.failure()).isEmpty();
        }
    }

    @Test
    void expiredCertificatesAreNotTakenAndSaySo() throws IOException {
        As2Packed packed = sides.pack(sides.partner(), TwoSides.DOCUMENT);
        As2Profile expiredPartner = sides.profile("hub", "partner", Keys.NOW, List.of(
            TwoSides.HUB.own(data, "a.p12", Use.SIGN, Use.ENCRYPT),
            TwoSides.PARTNER.partner(data, "a.pem", null, Keys.NOW, Use.SIGN)));
        As2Failure failure = failure(packed, expiredPartner);
        assertThat(failure.modifier()).isEqualTo(As2Modifier.AUTHENTICATION_FAILED);
        assertThat(failure.words()).contains("the partner file ends its use at 2026-06-01T12:00:00Z");
        As2Profile later = sides.profile("hub", "partner", Keys.END.plusSeconds(5), List.of(
            TwoSides.HUB.own(data, "a.p12", Use.SIGN, Use.ENCRYPT), TwoSides.PARTNER.partner(data, "a.pem", Use.SIGN)));
        assertThat(failure(packed, later).modifier()).isEqualTo(As2Modifier.DECRYPTION_FAILED);
        assertThatThrownBy(() -> sides.pack(later, TwoSides.DOCUMENT)).isInstanceOf(ChannelFault.class).hasMessageContaining("expired");
    }

    @Test
    void aMissingKeyFileIsTheHubsFaultAndNotTheMessages() throws IOException {
        As2Packed packed = sides.pack(sides.partner(), TwoSides.DOCUMENT);
        As2Profile broken = sides.hub();
        Files.delete(data.resolve("h/own.p12"));
        assertThatThrownBy(() -> sides.open(packed, broken)).isInstanceOf(ChannelFault.class).hasMessageContaining("h/own.p12");
        assertThat(sides.left()).isEmpty();
    }

    @Test
    void aZipBombIsStopped() throws IOException {
        for (String compress : List.of("before-signing", "after-signing")) {
            As2Packed packed = sides.pack(sides.partner("compress", compress), new byte[30_000_000]);
            assertThat(packed.body().size()).isLessThan(100_000);
            As2Failure failure = failure(packed, sides.hub("largest", "1000000"));
            assertThat(failure.told()).isEqualTo(As2Modifier.DECOMPRESSION_FAILED);
            assertThat(failure.words()).contains("more than 1000000 bytes");
            packed.close();
            assertThat(sides.left()).isEmpty();
        }
    }

    @Test
    void aMessageThatIsTooLargeIsNotRead() throws IOException {
        As2Packed packed = sides.pack(sides.partner(), new byte[100_000]);
        InputStream endless = new SequenceInputStream(packed.body().open(), new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        });
        As2Profile hub = sides.hub("largest", "50000");
        try (As2Opened opened = sides.as2.open(packed.headers(), endless, hub, As2Limits.of(hub.settings()), sides.work)) {
            assertThat(opened.failure()).get().extracting(As2Failure::words).asString().contains("more than 50000 bytes");
        }
    }

    @Test
    void aSenderWhoBreaksOffSentNothing() throws IOException {
        As2Packed packed = sides.pack(sides.partner(), new byte[1_000_000]);
        InputStream breaks = new SequenceInputStream(new ByteArrayInputStream(packed.body().bytes(), 0, 500_000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        As2Profile hub = sides.hub();
        assertThatThrownBy(() -> sides.as2.open(packed.headers(), breaks, hub, As2Limits.of(hub.settings()), sides.work))
            .isInstanceOf(IOException.class);
        packed.close();
        assertThat(sides.left()).isEmpty();
    }

    @Test
    void areceiptWithAlgorithmsNobodyKnowsIsRefused() throws IOException {
        As2Packed packed = sides.pack(sides.partner(), TwoSides.DOCUMENT);
        As2Headers asked = packed.headers().with("Disposition-Notification-Options",
            "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, md5, whirlpool");
        As2Profile hub = sides.hub();
        try (As2Opened opened = sides.as2.open(asked, packed.body().open(), hub, As2Limits.of(hub.settings()), sides.work)) {
            assertThat(opened.failure()).get().extracting(As2Failure::told).isEqualTo(As2Modifier.UNSUPPORTED_MIC_ALGORITHMS);
            As2Packed receipt = sides.as2.receipt(opened, hub, "<r@hub>");
            assertThat(new String(receipt.body().bytes(), StandardCharsets.US_ASCII))
                .contains("Disposition: automatic-action/MDN-sent-automatically; failed/failure: unsupported MIC-algorithms");
        }
    }

    private As2Failure failure(As2Packed packed, As2Profile to) throws IOException {
        return failure(packed, packed.body().bytes(), to);
    }

    private As2Failure failure(As2Packed packed, byte[] body, As2Profile to) throws IOException {
        try (As2Opened opened = sides.as2.open(packed.headers(), new ByteArrayInputStream(body), to, As2Limits.of(to.settings()),
            sides.work)) {
            assertThat(opened.accepted()).isFalse();
            assertThat(opened.payload()).isNull();
            assertThat(opened.body().size()).isPositive();
            As2Packed receipt = sides.as2.receipt(opened, to, "<r@hub>");
            As2Receipt read = sides.as2.readReceipt(receipt.headers(), receipt.body(), sides.partner(), packed.mic());
            assertThat(read.confirms()).isFalse();
            return opened.failure().orElseThrow();
        }
    }
}
