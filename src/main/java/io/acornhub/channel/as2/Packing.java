// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.OwnKey;
import io.acornhub.channel.as2.As2Settings.Compress;
import io.acornhub.channel.as2.As2Settings.Mdn;
import io.acornhub.channel.as2.Spools.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Packs one message: document, then compression or signature, then encryption. */
final class Packing {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
        .withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COMPRESSED = "Content-Type: application/pkcs7-mime; smime-type=compressed-data; name=\"smime.p7z\"\r\n"
        + "Content-Transfer-Encoding: binary\r\nContent-Disposition: attachment; filename=\"smime.p7z\"\r\n\r\n";
    private final As2Profile profile;
    private final As2Settings settings;
    private final Spools spools;

    Packing(As2Profile profile, Spools spools) {
        this.profile = profile;
        this.settings = profile.settings();
        this.spools = spools;
    }

    /** An entity in the making: the lines of its headers with the empty line, and its body. */
    private record Part(String headers, CmsWriting.Content body) {
        void writeTo(OutputStream out) throws IOException {
            out.write(headers.getBytes(StandardCharsets.ISO_8859_1));
            body.writeTo(out);
        }
    }

    As2Packed pack(As2Content payload, String fileName, String messageId, Instant now) throws IOException {
        As2Digest digest = settings.sign() == null ? As2Digest.SHA256 : settings.sign();
        Part document = new Part(documentHeaders(fileName), payload::writeTo);
        boolean bare = settings.sign() == null && settings.encrypt() == null && settings.compress() == Compress.NONE;
        Part part = settings.compress() == Compress.BEFORE_SIGNING ? compressed(document) : document;
        As2Mic mic;
        As2Content signed = null;
        As2Content kept = spool(part::writeTo);
        if (settings.sign() != null) {
            // RFC 5402: over what is signed, compressed or not
            mic = CmsKeys.mic(digest, SignedEntity.digest(kept, digest, false));
            Part entity = signed(kept, profile.signing(), digest, profile.channel());
            signed = spool(entity::writeTo);
            part = new Part(entity.headers(), entity.body());
        } else {
            // RFC 4130, 7.3.1: the headers count only where they are protected
            As2Content whole = settings.compress() == Compress.BEFORE_SIGNING ? spool(document::writeTo) : kept;
            mic = CmsKeys.mic(digest, SignedEntity.digest(bare ? payload : whole, digest, false));
        }
        if (settings.compress() == Compress.AFTER_SIGNING) {
            part = compressed(part);
        }
        if (settings.encrypt() != null) {
            part = encrypted(part);
        }
        As2Content body = spool(part.body());
        spools.closeAllBut(body, signed == null ? body : signed);
        As2Headers headers = As2Headers.parse(part.headers());
        return new As2Packed(envelope(headers, messageId, now, digest, body.size()), body, mic, signed);
    }

    private As2Content spool(CmsWriting.Content content) throws IOException {
        Spool spool = spools.spool(Long.MAX_VALUE);
        content.writeTo(spool);
        return spool.content();
    }

    private String documentHeaders(String fileName) {
        String plain = FileNames.plain(fileName);
        // names of other than ASCII letters are not the same to every reader
        String name = plain == null ? null : plain.replaceAll("[^ -~]", "_");
        return "Content-Type: " + settings.contentType() + "\r\nContent-Transfer-Encoding: binary\r\n"
            + (name == null ? "" : "Content-Disposition: attachment; filename=\"" + name + "\"\r\n") + "\r\n";
    }

    private static Part compressed(Part part) {
        return new Part(COMPRESSED, out -> CmsWriting.compress(part::writeTo, out));
    }

    private Part encrypted(Part part) {
        var recipient = profile.encrypting();
        String type = settings.encrypt().authenticated() ? "authEnveloped-data" : "enveloped-data";
        return new Part("Content-Type: application/pkcs7-mime; smime-type=" + type + "; name=\"smime.p7m\"\r\n"
            + "Content-Transfer-Encoding: binary\r\nContent-Disposition: attachment; filename=\"smime.p7m\"\r\n\r\n",
            out -> CmsWriting.encrypt(part::writeTo, recipient, settings.encrypt(), profile.channel(), out));
    }

    private static Part signed(As2Content part, OwnKey key, As2Digest digest, String channel) throws IOException {
        byte[] signature = CmsWriting.sign(part, key, digest, channel);
        String boundary = boundary();
        String begin = "--" + boundary + "\r\n";
        String end = "\r\n--" + boundary + "\r\nContent-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
            + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(signature) + "\r\n--" + boundary + "--\r\n";
        return new Part("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=\"" + digest.micalg()
            + "\"; boundary=\"" + boundary + "\"\r\n\r\n", out -> {
                out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
                part.writeTo(out);
                out.write(end.getBytes(StandardCharsets.ISO_8859_1));
            });
    }

    /** A multipart/signed entity over a part, headers and body apart. */
    static As2Packed signedBody(As2Headers outer, As2Content part, OwnKey key, As2Digest digest, String channel, Spools spools)
        throws IOException {
        Part signed = signed(part, key, digest, channel);
        Spool whole = spools.spool(Long.MAX_VALUE);
        signed.writeTo(whole);
        As2Content entity = whole.content();
        int headers = signed.headers().length();
        As2Headers all = outer;
        for (As2Headers.Header header : As2Headers.parse(signed.headers()).all()) {
            all = all.with(header.name(), header.value());
        }
        As2Content body = entity.range(headers, entity.size() - headers);
        return new As2Packed(all.with("Content-Length", String.valueOf(body.size())), body, null, entity);
    }

    static String boundary() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "----=_Acorn_" + HexFormat.of().formatHex(random);
    }

    static String date(Instant now) {
        return DATE.format(now);
    }

    private As2Headers envelope(As2Headers content, String messageId, Instant now, As2Digest digest, long length) {
        As2Headers headers = addressed(settings.ownId(), settings.partnerId(), messageId, now);
        if (settings.subject() != null) {
            headers = headers.with("Subject", settings.subject());
        }
        for (As2Headers.Header header : content.all()) {
            headers = headers.with(header.name(), header.value());
        }
        if (settings.mdn() != Mdn.NONE) {
            headers = headers.with("Disposition-Notification-To", As2Names.quoted(settings.ownId()));
            if (settings.mdnSigned()) {
                headers = headers.with("Disposition-Notification-Options", "signed-receipt-protocol=required, pkcs7-signature; "
                    + "signed-receipt-micalg=required, " + digest.micalg());
            }
        }
        if (settings.mdn() == Mdn.ASYNC) {
            headers = headers.with("Receipt-Delivery-Option", settings.ownUrl().toString());
        }
        return headers.with("Content-Length", String.valueOf(length));
    }

    static As2Headers addressed(String from, String to, String messageId, Instant now) {
        return As2Headers.none().with("AS2-Version", "1.2").with("EDIINT-Features", "AS2-Reliability")
            .with("AS2-From", As2Names.quoted(from)).with("AS2-To", As2Names.quoted(to)).with("Message-ID", messageId)
            .with("Date", date(now)).with("MIME-Version", "1.0").with("User-Agent", "Acorn Hub");
    }
}
