// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.channel.Keys;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.partner.ChannelCertificate.Use;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The many spellings of the same thing: headers, names, encodings, line ends. */
class As2MimeTest {
    @TempDir
    Path data;

    @Test
    void headersAreFoundWhateverTheirCaseAndUnfolded() {
        As2Headers headers = As2Headers.parse("as2-from: \"Acme \\\"EDI\\\" Hub\"\r\nAS2-TO: amazon\r\nX: 1\r\nSubject: a\r\n\tb\r\n  c\r\n"
            + "message-id: <a@b>\nno header\n");
        assertThat(headers.from()).isEqualTo("Acme \"EDI\" Hub");
        assertThat(headers.to()).isEqualTo("amazon");
        assertThat(headers.first("SUBJECT")).isEqualTo("a b c");
        assertThat(headers.messageId()).isEqualTo("<a@b>");
        assertThat(As2Names.quoted(headers.from())).isEqualTo("\"Acme \\\"EDI\\\" Hub\"");
        assertThat(As2Headers.of(Map.of("A", List.of("1", "2"))).all()).hasSize(2);
        assertThat(As2Headers.none().with("A", "x\r\nB: y").lines()).isEqualTo("A: x B: y\r\n");
    }

    @ParameterizedTest
    @CsvSource({"sha1,SHA1", "SHA-1,SHA1", "sha256,SHA256", "SHA-256,SHA256", "sha2-256,SHA256", "rsa-sha256,SHA256", "sha-384,SHA384",
        "sha_512,SHA512", "md5,", "sha224,"})
    void algorithmsHaveManySpellings(String spelling, As2Digest digest) {
        assertThat(As2Digest.of(spelling).orElse(null)).isEqualTo(digest);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd,passwd", "..\\..\\a.edi,a.edi", "..,", "/,", "...hidden,hidden", "'a b.txt',a b.txt", "a.exe,a.exe",
        "=?UTF-8?B?Li4vw6QueDEy?=,ä.x12", "a;rm -rf.edi,a_rm -rf.edi"})
    void namesAreMadePlain(String name, String plain) {
        assertThat(FileNames.plain(name)).isEqualTo(plain);
    }

    @Test
    void whatFollowsAZeroByteIsNoName() {
        assertThat(FileNames.plain("a.edi\0.exe")).isEqualTo("a.edi");
        assertThat(FileNames.plain("a\nb")).isEqualTo("a_b");
    }

    @Test
    void whatAReceiptRequestAsksFor() {
        As2ReceiptRequest request = As2ReceiptRequest.of(As2Headers.parse("Disposition-Notification-To: x@y\r\n"
            + "Disposition-Notification-Options: signed-receipt-protocol=optional,pkcs7-signature;\r\n"
            + " signed-receipt-micalg = optional , SHA256, sha1\r\nReceipt-Delivery-Option: http://p/mdn\r\n")).orElseThrow();
        assertThat(request).isEqualTo(new As2ReceiptRequest("http://p/mdn", true, false, List.of("SHA256", "sha1")));
        assertThat(request.algorithm()).contains(As2Digest.SHA256);
        assertThat(As2ReceiptRequest.of(As2Headers.none())).isEmpty();
    }

    @Test
    void anOpenMessageHasItsCheckOverItsContentAlone() throws Exception {
        TwoSides sides = new TwoSides(data);
        As2Headers headers = As2Headers.parse("Content-Type: application/edi-x12\r\nDisposition-Notification-To: x\r\n"
            + "Content-Disposition: attachment; filename=\"../../etc/passwd\"\r\n");
        As2Opened opened = open(sides, headers, TwoSides.DOCUMENT, "");
        assertThat(opened.mic().value()).isEqualTo(Base64.getEncoder().encodeToString(
            MessageDigest.getInstance("SHA-256").digest(TwoSides.DOCUMENT)));
        assertThat(opened.fileName()).isEqualTo("passwd");
        assertThat(opened.contentType()).isEqualTo("application/edi-x12");
    }

    @Test
    void transferEncodingsAreTakenOff() throws IOException {
        TwoSides sides = new TwoSides(data);
        byte[] encoded = Base64.getMimeEncoder().encode(TwoSides.DOCUMENT);
        As2Headers headers = As2Headers.parse("Content-Type: application/edi-x12\r\nContent-Transfer-Encoding: BASE64\r\n");
        assertThat(open(sides, headers, encoded, "").payload().bytes()).isEqualTo(TwoSides.DOCUMENT);
        As2Packed packed = sides.pack(sides.partner(), TwoSides.DOCUMENT);
        As2Headers base64 = packed.headers().with("Content-Transfer-Encoding", "base64");
        assertThat(open(sides, base64, Base64.getMimeEncoder().encode(packed.body().bytes()), "signed,encrypted").payload().bytes())
            .isEqualTo(TwoSides.DOCUMENT);
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "true,true"})
    void aSignatureOverCrlfHoldsThoughLineEndsOrTheLastOneWereLost(boolean newlines, boolean cut) throws IOException {
        TwoSides sides = new TwoSides(data);
        String part = "Content-Type: application/edi-x12\r\nContent-Transfer-Encoding: 7bit\r\n\r\nISA*00~\r\nGS*PO~\r\n";
        As2Content content = As2Content.of(part.getBytes(StandardCharsets.US_ASCII));
        As2Packed signed = Packing.signedBody(As2Headers.none(), content, Keys.certificates(data).own(channel(), Use.SIGN, Keys.NOW).get(0),
            As2Digest.SHA256, "as2", new Spools(data, 1_000_000));
        String body = new String(signed.body().bytes(), StandardCharsets.US_ASCII);
        body = newlines ? body.replace("\r\n", "\n") : body;
        body = cut ? body.strip() : body;
        As2Opened opened = open(sides, signed.headers(), body.getBytes(StandardCharsets.US_ASCII), "signed");
        assertThat(opened.failure()).isEmpty();
        assertThat(opened.mic()).isEqualTo(CmsKeys.mic(As2Digest.SHA256, SignedEntity.digest(content, As2Digest.SHA256, false)));
    }

    private static io.acornhub.partner.Channel channel(Path data) {
        return new io.acornhub.partner.Channel("as2", "as2", true, Map.of(), List.of(TwoSides.PARTNER.own(data, "x.p12", Use.SIGN)));
    }

    private io.acornhub.partner.Channel channel() {
        return channel(data);
    }

    @Test
    void settingsThatCannotBeReadAreAllNamed() {
        TwoSides sides = new TwoSides(data);
        assertThatThrownBy(() -> sides.hub("sign", "MD5", "encrypt", "DES", "mdn", "async", "largest", "-1", "url", "ftp://x",
            "ownId", " ")).isInstanceOf(ChannelFault.class).satisfies(e -> assertThat(((ChannelFault) e).faults())
                .extracting(f -> f.element())
                .containsExactlyInAnyOrder("channels.as2.settings.sign", "channels.as2.settings.encrypt", "channels.as2.settings.ownUrl",
                    "channels.as2.settings.largest", "channels.as2.settings.url", "channels.as2.settings.ownId"));
    }

    private static As2Opened open(TwoSides sides, As2Headers headers, byte[] body, String require) throws IOException {
        As2Profile hub = sides.hub("require", require);
        return sides.as2.open(headers, new ByteArrayInputStream(body), hub, As2Limits.of(hub.settings()), sides.work);
    }
}
