// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.channel.Keys;
import io.acornhub.channel.as2.As2Receipt.MicVerdict;
import io.acornhub.channel.as2.As2Receipt.SignatureVerdict;
import io.acornhub.partner.ChannelCertificate.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one side packs the other opens, with every combination of protections, and the receipt proves it. */
class As2RoundTripTest {
    @TempDir
    Path data;
    private TwoSides sides;

    @BeforeEach
    void prepare() {
        sides = new TwoSides(data);
    }

    static Stream<Arguments> protections() {
        return Stream.of("none", "SHA-1", "SHA-256", "SHA-384", "SHA-512").flatMap(sign -> Stream.of("none", "3DES", "AES128-CBC",
            "AES192-CBC", "AES256-CBC", "AES128-GCM", "AES256-GCM").flatMap(encrypt -> Stream.of("none", "before-signing",
            "after-signing").map(compress -> Arguments.of(sign, encrypt, compress))));
    }

    @ParameterizedTest
    @MethodSource("protections")
    void aDocumentArrivesAndItsReceiptConfirms(String sign, String encrypt, String compress) throws IOException {
        As2Profile partner = sides.partner("sign", sign, "encrypt", encrypt, "compress", compress, "require", "");
        As2Profile hub = sides.hub("accept", "SHA-1 3DES", "require", "");
        try (As2Packed packed = sides.pack(partner, TwoSides.DOCUMENT); As2Opened opened = sides.open(packed, hub)) {
            assertThat(opened.failure()).isEmpty();
            assertThat(opened.payload().bytes()).isEqualTo(TwoSides.DOCUMENT);
            assertThat(opened.fileName()).isEqualTo("PO850.edi");
            assertThat(opened.mic()).isEqualTo(packed.mic());
            assertThat(opened.protection().signed()).isEqualTo(As2Digest.of(sign).orElse(null));
            assertThat(opened.protection().encrypted()).isEqualTo(As2Cipher.of(encrypt).orElse(null));
            assertThat(opened.protection().compressed()).isEqualTo(!"none".equals(compress));
            assertThat(opened.signer()).isEqualTo("none".equals(sign) ? null : TwoSides.PARTNER.certificate());
            if (packed.signedEntity() != null) {
                assertThat(opened.signedEntity().bytes()).isEqualTo(packed.signedEntity().bytes());
            }
            As2Packed receipt = sides.as2.receipt(opened, hub, "<r@hub>");
            As2Receipt read = sides.as2.readReceipt(receipt.headers(), receipt.body(), partner, packed.mic());
            assertThat(read.words()).isNull();
            assertThat(read.messageId()).isEqualTo(TwoSides.ID);
            assertThat(read.signature()).isEqualTo(SignatureVerdict.VERIFIED);
            assertThat(read.micVerdict()).isEqualTo(MicVerdict.MATCHES);
        }
        assertThat(sides.left()).isEmpty();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({"AES256-CBC,none", "AES256-GCM,before-signing", "AES128-CBC,after-signing", "none,none"})
    void aLargeDocumentGoesThroughTheWorkFolder(String encrypt, String compress) throws IOException {
        byte[] random = new byte[3_000_000];
        new SecureRandom().nextBytes(random);
        Path file = Files.write(data.resolve("large.bin"), random);
        As2Profile partner = sides.partner("encrypt", encrypt, "compress", compress);
        As2Profile hub = sides.hub("require", "signed");
        try (As2Packed packed = sides.as2.pack(As2Content.of(file), "large.bin", partner, TwoSides.ID, sides.work);
             As2Opened opened = sides.open(packed, hub)) {
            assertThat(opened.failure()).isEmpty();
            assertThat(opened.payload().inMemory()).isFalse();
            assertThat(opened.payload().bytes()).isEqualTo(random);
            assertThat(opened.mic()).isEqualTo(packed.mic());
        }
        assertThat(sides.left()).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void duringAChangeOverOldAndNewCertificatesAreTakenAndTheNewestIsUsed() throws IOException {
        Keys renewed = Keys.rsa("partner renewed");
        Keys hubRenewed = Keys.rsa("hub renewed");
        var change = Keys.NOW.minusSeconds(60);
        As2Profile hub = sides.profile("hub", "partner", Keys.NOW, List.of(TwoSides.HUB.own(data, "a.p12", Use.SIGN, Use.ENCRYPT),
            hubRenewed.own(data, "b.p12", change, null, Use.SIGN, Use.ENCRYPT),
            TwoSides.PARTNER.partner(data, "a.pem", Use.SIGN, Use.ENCRYPT),
            renewed.partner(data, "b.pem", change, null, Use.SIGN, Use.ENCRYPT)));
        As2Profile old = sides.partner();
        As2Profile changed = sides.profile("partner", "hub", Keys.NOW, List.of(renewed.own(data, "c.p12", Use.SIGN, Use.ENCRYPT),
            hubRenewed.partner(data, "c.pem", Use.SIGN, Use.ENCRYPT)));
        for (As2Profile partner : List.of(old, changed)) {
            try (As2Packed packed = sides.pack(partner, TwoSides.DOCUMENT); As2Opened opened = sides.open(packed, hub)) {
                assertThat(opened.failure()).isEmpty();
            }
        }
        try (As2Packed packed = sides.pack(hub, TwoSides.DOCUMENT); As2Opened opened = sides.open(packed, changed)) {
            assertThat(opened.failure()).isEmpty();
            assertThat(opened.signer()).isEqualTo(hubRenewed.certificate());
            assertThat(sides.open(packed, old).failure()).get().extracting(As2Failure::told).isEqualTo(As2Modifier.DECRYPTION_FAILED);
        }
    }

    @Test
    void manyMessagesAtATimeDoNotDisturbEachOther() throws Exception {
        As2Profile partner = sides.partner();
        As2Profile hub = sides.hub();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> works = IntStream.range(0, 64).<Callable<Boolean>>mapToObj(i -> () -> {
                byte[] document = ("document " + i).repeat(i + 1).getBytes(StandardCharsets.US_ASCII);
                try (As2Packed packed = sides.pack(partner, document); As2Opened opened = sides.open(packed, hub)) {
                    return opened.accepted() && java.util.Arrays.equals(document, opened.payload().bytes());
                }
            }).toList();
            for (Future<Boolean> work : threads.invokeAll(works)) {
                assertThat(work.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void ellipticCurvesSign() throws IOException {
        Keys curve = Keys.curve("curve");
        As2Profile partner = sides.profile("partner", "hub", Keys.NOW, List.of(curve.own(data, "e.p12", Use.SIGN),
            TwoSides.HUB.partner(data, "f.pem", Use.ENCRYPT)));
        As2Profile hub = sides.profile("hub", "partner", Keys.NOW, List.of(TwoSides.HUB.own(data, "g.p12", Use.ENCRYPT),
            curve.partner(data, "g.pem", Use.SIGN)));
        try (As2Packed packed = sides.pack(partner, TwoSides.DOCUMENT); As2Opened opened = sides.open(packed, hub)) {
            assertThat(opened.failure()).isEmpty();
        }
    }
}
