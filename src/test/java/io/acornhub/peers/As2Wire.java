// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.channel.as2.As2Mic;
import io.acornhub.channel.as2.As2Packed;
import io.acornhub.channel.as2.As2Profile;
import io.acornhub.channel.as2.As2Receipt;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.partner.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Amazon's messages to the hub as bytes, for tests that do to them on the wire what no library does. */
public final class As2Wire {
    private static final Set<String> OF_THE_CLIENT = Set.of("content-length", "host", "connection");
    private final As2 as2 = new As2(Clock.systemUTC());
    private final Path folder;
    private final As2Profile sender;

    /**
     * @param folder for the keys; made
     * @param settings of Amazon's side, besides the identifiers
     */
    public As2Wire(Path folder, As2Partnership keys, Map<String, String> settings) throws IOException {
        this.folder = folder;
        keys.amazon().writeP12(folder.resolve("own.p12"), "test");
        keys.hub().writePem(folder.resolve("hub.pem"));
        Set<Use> uses = EnumSet.of(Use.SIGN, Use.ENCRYPT);
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(Map.of("ownId", As2Partnership.AMAZON, "partnerId", As2Partnership.HUB));
        sender = As2Profile.of(new Channel("as2", Channel.AS2, true, all, List.of(
            new ChannelCertificate(Owner.OWN, "own.p12", "env:PASSWORD", uses, null, null),
            new ChannelCertificate(Owner.PARTNER, "hub.pem", null, uses, null, null))),
            new Certificates(new Secrets(folder, Map.of("PASSWORD", "test")::get), folder), Instant.now());
    }

    /**
     * A message as it is posted.
     *
     * @param headers those of the message, without those that an HTTP client writes itself
     * @param mic what its receipt must say
     */
    public record Message(String messageId, List<As2Headers.Header> headers, byte[] body, As2Mic mic) {

        /** The whole request, with its length. */
        public byte[] request(String path) {
            return request(path, "");
        }

        /** @param more header lines, each with its end */
        public byte[] request(String path, String more) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head(path, more + "Content-Length: " + body.length));
            all.writeBytes(body);
            return all.toByteArray();
        }

        /** The request up to its body, with another header instead of its length. */
        public byte[] head(String path, String length) {
            StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n")
                .append(length).append("\r\n");
            headers.forEach(header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
            return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Packs a document under a message id of its own. */
    public Message pack(String name, byte[] content) throws IOException {
        String id = As2.newMessageId(As2Partnership.AMAZON);
        try (As2Packed packed = as2.pack(As2Content.of(content), name, sender, id, folder)) {
            List<As2Headers.Header> headers = packed.headers().all().stream()
                .filter(header -> !OF_THE_CLIENT.contains(header.name().toLowerCase(Locale.ROOT))).toList();
            return new Message(id, headers, packed.body().bytes(), packed.mic());
        }
    }

    /** Reads the hub's receipt out of an answer. */
    public As2Receipt receipt(RawAnswer answer, As2Mic mic) throws IOException {
        return as2.readReceipt(As2Headers.parse(answer.head()), As2Content.of(answer.body()), sender, mic);
    }

    /** Opens, and receipts, what the hub sends. */
    public As2Profile profile() {
        return sender;
    }
}
