// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

import io.acornhub.channel.http.Receiver;
import io.acornhub.channel.http.Signature;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What the head of a post says.
 *
 * @param length of the body in bytes; 0 where it is not said
 */
record Post(String method, String address, String connection, String counterpart, String authorization, String id, String idempotencyKey,
            String timestamp, String signature, String contentType, String encoding, String disposition,
            long length) {
    private static final Pattern FILE_NAME = Pattern.compile("(?i)\\bfilename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final int LONGEST_NAME = 120;

    static Post of(Message message) {
        return new Post(text(message, Exchange.HTTP_METHOD), SenderAddress.of(message), text(message, "AcornChannel"),
            text(message, "AcornCounterpart"), text(message, "Authorization"), text(message, Signature.ID), text(message, Receiver.KEY),
            text(message, Signature.TIMESTAMP), text(message, Signature.SIGNATURE), text(message, Exchange.CONTENT_TYPE),
            text(message, Exchange.CONTENT_ENCODING), text(message, "Content-Disposition"),
            length(message));
    }

    private static String text(Message message, String header) {
        String text = message.getHeader(header, String.class);
        return text == null ? "" : text.strip();
    }

    private static long length(Message message) {
        String length = text(message, "Content-Length");
        return length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    /** The sender's key; empty where it gave none. */
    Optional<String> key() {
        return Optional.of(idempotencyKey.isEmpty() ? id : idempotencyKey).filter(key -> !key.isEmpty());
    }

    /** The media type alone, in small letters. */
    String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The last part of the name that the sender gave, harmless as the name of a file; else one made of connection and type. */
    String fileName() {
        Matcher given = FILE_NAME.matcher(disposition);
        String name = given.find() ? given.group(1) == null ? given.group(2) : given.group(1) : "";
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^[. ]+", "");
        if (plain.isEmpty()) {
            return connection + ending();
        }
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }

    private String ending() {
        String type = mediaType();
        return type.endsWith("json") ? ".json" : type.endsWith("xml") ? ".xml" : type.endsWith("csv") ? ".csv" : ".edi";
    }
}
