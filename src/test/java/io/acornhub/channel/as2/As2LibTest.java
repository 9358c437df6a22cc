// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.as2lib.crypto.BCCryptoHelper;
import com.helger.as2lib.crypto.ECompressionType;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.processor.sender.AS2SenderModule;
import com.helger.as2lib.util.AS2ResourceHelper;
import com.helger.mail.cte.EContentTransferEncoding;
import jakarta.activation.DataHandler;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.bouncycastle.mail.smime.SMIMECompressed;
import org.bouncycastle.mail.smime.SMIMEUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The S/MIME of as2-lib, which nobody here wrote, and ours understand each other in both directions. */
class As2LibTest {
    private static final BCCryptoHelper LIBRARY = new BCCryptoHelper();
    @TempDir
    Path data;
    private TwoSides sides;

    @BeforeEach
    void prepare() {
        sides = new TwoSides(data);
    }

    static Stream<Arguments> combinations() {
        return Stream.of("none", "sha1", "sha-256", "sha-384", "sha-512").flatMap(sign -> Stream.of("none", "3des", "aes128-cbc",
            "aes192-cbc", "aes256-cbc", "aes128-gcm", "aes256-gcm").flatMap(encrypt -> Stream.of("none", "before", "after")
            .map(compress -> Arguments.of(sign, encrypt, compress))))
            .filter(a -> !Arrays.asList(a.get()).subList(0, 2).equals(Arrays.asList("none", "none")));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void weOpenWhatItPacks(String sign, String encrypt, String compress) throws Exception {
        EContentTransferEncoding encoding = (sign + encrypt).length() % 2 == 0 ? EContentTransferEncoding.BASE64
            : EContentTransferEncoding.BINARY;
        MimeBodyPart document = new MimeBodyPart();
        document.setDataHandler(new DataHandler(new ByteArrayDataSource(TwoSides.DOCUMENT, "application/edi-x12")));
        document.setHeader("Content-Type", "application/edi-x12");
        document.setHeader("Content-Transfer-Encoding", encoding.getID());
        MimeBodyPart[] checked = {document};
        ECryptoAlgorithmSign digest = "none".equals(sign) ? null : ECryptoAlgorithmSign.getFromIDOrNull(sign);
        MimeBodyPart packed = AS2SenderModule.secureMimeBodyPart(document, encoding, "none".equals(compress) ? null : ECompressionType.ZLIB,
            "before".equals(compress), part -> checked[0] = part, digest, TwoSides.PARTNER.certificate(),
            TwoSides.PARTNER.pair().getPrivate(), true, false, false,
            "none".equals(encrypt) ? null : ECryptoAlgorithmCrypt.getFromIDOrNull(encrypt), TwoSides.HUB.certificate(), encoding.getID());
        As2Headers headers = As2Headers.of(java.util.Map.of("Content-Type", packed.getContentType().replaceAll("\\s+", " "),
            "Content-Transfer-Encoding", encoding.getID(), "AS2-From", "partner", "AS2-To", "hub", "Message-ID", TwoSides.ID));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        packed.getInputStream().transferTo(body);
        byte[] bytes = encoding == EContentTransferEncoding.BASE64 ? Base64.getMimeEncoder().encode(body.toByteArray())
            : body.toByteArray();
        As2Profile hub = sides.hub("require", "", "accept", "SHA-1 3DES");
        try (As2Opened opened = sides.as2.open(headers, new ByteArrayInputStream(bytes), hub, As2Limits.of(hub.settings()), sides.work)) {
            assertThat(opened.failure()).isEmpty();
            assertThat(opened.payload().bytes()).isEqualTo(TwoSides.DOCUMENT);
            if (digest != null) {
                assertThat(opened.signer()).isEqualTo(TwoSides.PARTNER.certificate());
                assertThat(opened.mic().value()).isEqualTo(Base64.getEncoder().encodeToString(
                    LIBRARY.calculateMIC(checked[0], digest, true).micBytes()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void itOpensWhatWePack(String sign, String encrypt, String compress) throws Exception {
        As2Profile hub = sides.hub("sign", "sha1".equals(sign) ? "SHA-1" : sign.toUpperCase(java.util.Locale.ROOT), "encrypt",
            encrypt.toUpperCase(java.util.Locale.ROOT).replace("NONE", "none"), "compress", "none".equals(compress) ? "none"
                : compress + "-signing");
        As2Packed packed = sides.pack(hub, TwoSides.DOCUMENT);
        MimeBodyPart part = new MimeBodyPart(new InternetHeaders(new ByteArrayInputStream(packed.headers().lines()
            .getBytes(StandardCharsets.ISO_8859_1))), packed.body().bytes());
        if (!"none".equals(encrypt) && !encrypt.contains("gcm")) {
            assertThat(LIBRARY.isEncrypted(part)).isTrue();
            part = LIBRARY.decrypt(part, TwoSides.PARTNER.certificate(), TwoSides.PARTNER.pair().getPrivate(), false,
                new AS2ResourceHelper());
        } else if (!"none".equals(encrypt)) {
            part = authenticated(part);
        }
        part = expanded(part);
        if (!"none".equals(sign)) {
            assertThat(LIBRARY.isSigned(part)).isTrue();
            part = LIBRARY.verify(part, TwoSides.HUB.certificate(), false, false, null, new AS2ResourceHelper());
            assertThat(Base64.getEncoder().encodeToString(LIBRARY.calculateMIC(part,
                ECryptoAlgorithmSign.getFromIDOrNull(sign), true).micBytes())).isEqualTo(packed.mic().value());
        }
        assertThat(expanded(part).getInputStream().readAllBytes()).isEqualTo(TwoSides.DOCUMENT);
    }

    /** The library itself knows no content that its cipher authenticates; the S/MIME classes below it do. */
    private static MimeBodyPart authenticated(MimeBodyPart part) throws Exception {
        var recipient = new org.bouncycastle.mail.smime.SMIMEAuthEnveloped(part).getRecipientInfos().getRecipients().iterator().next();
        return SMIMEUtil.toMimeBodyPart(recipient.getContent(
            new org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient(TwoSides.PARTNER.pair().getPrivate())));
    }

    private static MimeBodyPart expanded(MimeBodyPart part) throws Exception {
        return LIBRARY.isCompressed(part.getContentType())
            ? SMIMEUtil.toMimeBodyPart(new SMIMECompressed(part).getContent(new ZlibExpanderProvider())) : part;
    }
}
