// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to a message or a receipt, the answer is a named failure or the very same document, never anything else. */
class As2MangledTest {
    private static final int ROUNDS = 400;
    @TempDir
    Path data;
    private TwoSides sides;

    @BeforeEach
    void prepare() {
        sides = new TwoSides(data);
    }

    @ParameterizedTest
    @CsvSource({"SHA-256,AES256-CBC,none", "SHA-256,AES128-GCM,after-signing", "SHA-256,none,before-signing", "SHA-256,none,after-signing"})
    void aMangledMessage(String sign, String encrypt, String compress) throws IOException {
        As2Packed packed = sides.pack(sides.partner("sign", sign, "encrypt", encrypt, "compress", compress), TwoSides.DOCUMENT);
        As2Profile hub = sides.hub("require", "signed", "largest", "1000000");
        byte[] whole = packed.body().bytes();
        Random random = new Random(whole.length);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mangled = mangled(whole, random);
            try (As2Opened opened = sides.as2.open(packed.headers(), new ByteArrayInputStream(mangled), hub,
                As2Limits.of(hub.settings()), sides.work)) {
                if (opened.accepted()) {
                    assertThat(opened.payload().bytes()).isEqualTo(TwoSides.DOCUMENT);
                } else {
                    assertThat(opened.failure().orElseThrow().words()).isNotBlank();
                    sides.as2.receipt(opened, hub, "<r@hub>");
                }
            }
        }
        assertThat(sides.left()).isEmpty();
    }

    @Test
    void anyHeadersOverAnyBytes() throws IOException {
        As2Profile hub = sides.hub("largest", "1000000");
        String[] types = {"multipart/signed; boundary=x", "multipart/signed", "application/pkcs7-mime; smime-type=enveloped-data", "",
            "application/pkcs7-mime; smime-type=compressed-data", "text/plain", "multipart/signed; boundary=\"\"", ";;;", "a/b; c=\"d"};
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            As2Headers headers = As2Headers.none().with("Content-Type", types[round % types.length]).with("AS2-From", "partner")
                .with("Content-Transfer-Encoding", round % 3 == 0 ? "base64" : round % 3 == 1 ? "quoted-printable" : "odd");
            try (As2Opened opened = sides.as2.open(headers, new ByteArrayInputStream(bytes), hub, As2Limits.of(hub.settings()),
                sides.work)) {
                assertThat(opened.failure()).isPresent();
            }
            As2Receipt receipt = sides.as2.readReceipt(headers, As2Content.of(bytes), hub, null);
            assertThat(receipt.confirms()).isFalse();
        }
    }

    @Test
    void aMangledReceipt() throws IOException {
        As2Profile hub = sides.hub();
        As2Packed packed = sides.pack(sides.partner(), TwoSides.DOCUMENT);
        As2Packed receipt = sides.as2.receipt(sides.open(packed, hub), hub, "<r@hub>");
        byte[] whole = receipt.body().bytes();
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mangled = mangled(whole, random);
            As2Receipt read = sides.as2.readReceipt(receipt.headers(), As2Content.of(mangled), sides.partner(), packed.mic());
            if (read.confirms()) {
                assertThat(read.messageId()).isEqualTo(TwoSides.ID);
                assertThat(read.mic()).isEqualTo(packed.mic());
            }
            As2.receiptFor(receipt.headers(), As2Content.of(mangled));
            As2.isReceipt(receipt.headers(), As2Content.of(mangled));
        }
    }

    @Test
    void anAsn1TreeThatIsVeryDeepIsRefused() throws IOException {
        byte[] deep = new byte[200_000];
        for (int i = 0; i + 1 < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        String begin = "--x\r\nContent-Type: text/plain\r\n\r\nx\r\n--x\r\nContent-Type: application/pkcs7-signature\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n" + java.util.Base64.getMimeEncoder().encodeToString(deep) + "\r\n--x--\r\n";
        As2Profile hub = sides.hub("require", "signed");
        for (String type : new String[] {"multipart/signed; boundary=x", "application/pkcs7-mime"}) {
            byte[] body = type.startsWith("multi") ? begin.getBytes(StandardCharsets.US_ASCII) : deep;
            try (As2Opened opened = sides.as2.open(As2Headers.none().with("Content-Type", type), new ByteArrayInputStream(body), hub,
                As2Limits.of(hub.settings()), sides.work)) {
                assertThat(opened.failure()).isPresent();
            }
        }
    }

    /** Some bytes changed, a piece cut out, the end cut off, a piece twice, or bytes put in. */
    private static byte[] mangled(byte[] whole, Random random) {
        byte[] mangled = whole.clone();
        int at = random.nextInt(whole.length);
        int length = 1 + random.nextInt(Math.min(200, whole.length - at));
        switch (random.nextInt(6)) {
            case 0 -> mangled[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                for (int i = 0; i < length; i++) {
                    mangled[at + i] = (byte) random.nextInt(256);
                }
            }
            case 2 -> mangled = Arrays.copyOf(whole, at);
            case 3 -> mangled = joined(Arrays.copyOf(whole, at), Arrays.copyOfRange(whole, at + length, whole.length));
            case 4 -> mangled = joined(Arrays.copyOf(whole, at + length), Arrays.copyOfRange(whole, at, whole.length));
            default -> {
                byte[] more = new byte[length];
                random.nextBytes(more);
                mangled = joined(joined(Arrays.copyOf(whole, at), more), Arrays.copyOfRange(whole, at, whole.length));
            }
        }
        return mangled;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
