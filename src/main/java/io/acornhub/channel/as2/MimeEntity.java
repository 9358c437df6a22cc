// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * A MIME entity: headers and body.
 *
 * @param whole headers and body as they stand; null for an HTTP message, whose headers are not part of its bytes
 * @param body what follows the empty line, not decoded
 */
record MimeEntity(As2Headers headers, As2Content body, As2Content whole) {
    private static final int LONGEST_HEADERS = 64 * 1024;

    /** Splits an entity at its first empty line. */
    static MimeEntity parse(As2Content whole) throws IOException, Refused {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (InputStream in = whole.open()) {
            int lineLength = 0;
            for (int one = in.read(); one >= 0; one = in.read()) {
                lines.write(one);
                if (one == '\n' && lineLength == 0) {
                    long length = lines.size();
                    As2Headers headers = As2Headers.parse(lines.toString(StandardCharsets.ISO_8859_1));
                    return new MimeEntity(headers, whole.range(length, whole.size() - length), whole);
                }
                lineLength = one == '\n' ? 0 : one == '\r' ? lineLength : lineLength + 1;
                if (lines.size() > LONGEST_HEADERS) {
                    throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "a MIME part has headers of more than 64 KiB");
                }
            }
        }
        throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "a MIME part has no empty line after its headers");
    }

    /** A parameter of Content-Type; null when there is none or the header cannot be read. */
    String parameter(String name) {
        String type = headers.first("Content-Type");
        if (type == null) {
            return null;
        }
        try {
            return new ContentType(type).getParameter(name);
        } catch (ParseException e) {
            return null;
        }
    }

    /** Content-Transfer-Encoding in lower case; {@code binary} when there is none and the entity is an HTTP message, else {@code 7bit}. */
    String encoding() {
        String encoding = headers.first("Content-Transfer-Encoding");
        if (encoding == null || encoding.isBlank()) {
            return whole == null ? "binary" : "7bit";
        }
        return encoding.strip().replace("\"", "").toLowerCase(Locale.ROOT);
    }

    /** True when the bytes of the body are not the content itself. */
    boolean encoded() {
        return switch (encoding()) {
            case "base64", "quoted-printable", "uuencode", "x-uuencode", "x-uue" -> true;
            default -> false;
        };
    }

    /** The first byte of the body that is no white space; -1 for an empty body. */
    int firstByte() throws IOException {
        try (InputStream in = body.open()) {
            int one = in.read();
            while (one == ' ' || one == '\t' || one == '\r' || one == '\n') {
                one = in.read();
            }
            return one;
        }
    }

    /** The content without its transfer encoding. */
    InputStream decoded() throws IOException, Refused {
        if (!encoded()) {
            return body.open();
        }
        if ("base64".equals(encoding())) {
            return Base64.getMimeDecoder().wrap(body.open());
        }
        try {
            return MimeUtility.decode(body.open(), encoding());
        } catch (MessagingException e) {
            throw new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, "the transfer encoding " + encoding() + " is not known", e);
        }
    }
}
