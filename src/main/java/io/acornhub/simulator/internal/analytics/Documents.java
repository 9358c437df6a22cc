// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Documents behind presigned addresses, as a storage service keeps them: the address is all the authority there is, it holds for five
 * minutes, and a call that brings another authority along is refused.
 */
final class Documents {
    /** How long an address holds; Amazon says five minutes. */
    static final Duration VALID = Duration.ofMinutes(5);
    private static final String XML = "application/xml";
    private final SimulatedClock clock;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    private record Link(byte[] bytes, String contentType, String encoding, Instant until) {
    }

    Documents(SimulatedClock clock) {
        this.clock = clock;
    }

    Endpoint endpoint() {
        return new Endpoint("_sim", "GET", "/_documents/{key}", Endpoint.Access.OPEN, null, this::download);
    }

    /**
     * A new address of a document.
     *
     * @param call the call that is answered with it; its host is the address's
     * @param encoding Content-Encoding of the download; null: none
     */
    String presign(Call call, byte[] bytes, String contentType, String encoding) {
        Instant now = clock.instant();
        links.values().removeIf(link -> now.isAfter(link.until().plus(VALID)));
        String key = UUID.randomUUID().toString();
        links.put(key, new Link(bytes, contentType, encoding, now.plus(VALID)));
        return "http://" + call.header("host") + "/_documents/" + key + "?X-Amz-Expires=" + VALID.toSeconds() + "&X-Amz-Signature="
            + UUID.randomUUID().toString().replace("-", "");
    }

    private Answer download(Call call) {
        if (call.header("x-amz-access-token") != null || call.header("authorization") != null) {
            return refused(400, "InvalidArgument", "Only one auth mechanism allowed; the address itself is one");
        }
        Link link = links.get(call.pathValue("key"));
        if (link == null || !clock.instant().isBefore(link.until())) {
            return refused(403, "AccessDenied", "Request has expired");
        }
        Map<String, String> headers = link.encoding == null ? Map.of() : Map.of("Content-Encoding", link.encoding);
        return Answer.bytes(200, link.bytes, link.contentType, headers);
    }

    private static Answer refused(int status, String code, String message) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + message
            + "</Message></Error>";
        return Answer.bytes(status, body.getBytes(StandardCharsets.UTF_8), XML, Map.of());
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
