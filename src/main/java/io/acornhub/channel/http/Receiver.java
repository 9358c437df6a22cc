// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Where posts go, by the settings {@code url, outAuth, outUser, outSecret, outSecretNext, contentType, timeout}.
 *
 * @param conflictIsDelivered whether 409 says that the receiver has it already
 * @param retryUnknown whether a post whose outcome nobody knows goes again by itself: the receiver must know it by its key
 */
public record Receiver(URI url, String auth, String user, List<String> secrets, String contentType, Duration timeout,
                       boolean conflictIsDelivered, boolean retryUnknown) {
    /** Same as {@link Signature#ID}, under the name that most receivers without signatures know. */
    public static final String KEY = "Idempotency-Key";
    private static final int BUFFER = 64 * 1024;

    /**
     * @param otherwise the content type where none is set
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public static Receiver of(Map<String, String> settings, String otherwise) {
        List<String> secrets = new ArrayList<>();
        for (String name : List.of("outSecret", "outSecretNext")) {
            if (settings.get(name) != null && !settings.get(name).isBlank()) {
                secrets.add(settings.get(name));
            }
        }
        String auth = settings.getOrDefault("outAuth", "none");
        if (!"none".equals(auth) && secrets.isEmpty()) {
            throw new IllegalArgumentException("outAuth is " + auth + " and outSecret is missing");
        }
        return new Receiver(URI.create(settings.get("url")), auth, settings.getOrDefault("outUser", ""), List.copyOf(secrets),
            settings.getOrDefault("contentType", otherwise), Duration.parse(settings.getOrDefault("timeout", "PT30S")),
            "delivered".equals(settings.get("conflict")), !"false".equals(settings.get("retryUnknown")));
    }

    /**
     * A post with its key and whatever shows who we are; secrets are read anew each time.
     *
     * @param id the same on every attempt
     * @throws Secrets.MissingSecret where a secret is not where it should be
     */
    public Posting posting(String id, Posting.Body body, Secrets store, Clock clock, SSLContext tls) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(KEY, id);
        switch (auth) {
            case "basic" -> headers.put("Authorization", Credentials.basic(user, store.read(secrets.get(0))));
            case "bearer" -> headers.put("Authorization", Credentials.bearer(store.read(secrets.get(0))));
            case "hmac" -> sign(headers, id, body, secrets.stream().map(store::read).toList(), clock.instant());
            default -> { }
        }
        return new Posting(url, contentType, body, headers, timeout, tls);
    }

    private static void sign(Map<String, String> headers, String id, Posting.Body body, List<String> secrets, Instant now)
        throws IOException {
        Signature signature = new Signature(secrets, id, now);
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = body.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                signature.update(buffer, 0, read);
            }
        }
        headers.put(Signature.ID, id);
        headers.put(Signature.TIMESTAMP, Long.toString(now.getEpochSecond()));
        headers.put(Signature.SIGNATURE, signature.header());
    }
}
