// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.partner.Secrets;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.internal.TokenAnswer.None;
import io.acornhub.sellingpartner.internal.TokenAnswer.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tokens by connection and grant. Each is renewed about a minute before it ends, by one thread; the others go on with the one that
 * is still good, or wait where there is none. What LWA refuses for good is not asked again for a while, unless a secret changed.
 */
public final class Tokens {
    private final Secrets secrets;
    private final TokenRequest request;
    private final Clock clock;
    private final Map<Key, Slot> slots = new ConcurrentHashMap<>();

    public Tokens(Secrets secrets, Wire wire, Clock clock, String userAgent) {
        this.secrets = secrets;
        this.request = new TokenRequest(wire, clock, userAgent);
        this.clock = clock;
    }

    private record Key(String connection, Grant grant) {
    }

    /** What is known of one key; {@code renewing} is held by who asks LWA. */
    private static final class Slot {
        private final ReentrantLock renewing = new ReentrantLock();
        private volatile Token token;
        private None refused;
        private Instant refusedUntil;
        private String refusedFor;
    }

    /** @param wait how long to wait for a renewal by somebody else */
    TokenAnswer get(Connection connection, Grant grant, Duration wait) throws InterruptedException {
        Slot slot = slots.computeIfAbsent(new Key(connection.name(), grant), k -> new Slot());
        Token held = slot.token;
        Instant now = clock.instant();
        if (held != null && now.isBefore(held.renewAt())) {
            return held;
        }
        boolean good = held != null && now.isBefore(held.endsAt());
        boolean mine = good ? slot.renewing.tryLock() : slot.renewing.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (!mine) {
            return good ? held : new None(null, "a token is still being asked for", true, TokenRequest.AGAIN_SOON);
        }
        try {
            Token since = slot.token;
            if (since != null && clock.instant().isBefore(since.renewAt())) {
                return since;
            }
            TokenAnswer answer = ask(connection, grant, slot);
            if (answer instanceof Token token) {
                slot.token = token;
                return token;
            }
            return since != null && clock.instant().isBefore(since.endsAt()) ? since : answer;
        } finally {
            slot.renewing.unlock();
        }
    }

    private TokenAnswer ask(Connection connection, Grant grant, Slot slot) {
        Map<String, String> form;
        try {
            form = grant.form(connection, secrets);
        } catch (Secrets.MissingSecret e) {
            return new None(null, "no token can be asked for: " + e.getMessage(), false, TokenRequest.AGAIN_LATE);
        }
        String with = fingerprint(form.toString());
        Instant now = clock.instant();
        if (slot.refused != null && with.equals(slot.refusedFor) && now.isBefore(slot.refusedUntil)) {
            return new None(slot.refused.code(), slot.refused.reason(), false, Duration.between(now, slot.refusedUntil));
        }
        TokenAnswer answer = request.send(connection, form);
        slot.refused = answer instanceof None none && !none.again() ? none : null;
        slot.refusedFor = with;
        slot.refusedUntil = now.plus(TokenRequest.AGAIN_LATE);
        return answer;
    }

    /** Forgets a token that was refused, unless it has been replaced already. */
    void drop(Connection connection, Grant grant, Token token) {
        Slot slot = slots.get(new Key(connection.name(), grant));
        if (slot != null) {
            slot.renewing.lock();
            try {
                if (slot.token == token) {
                    slot.token = null;
                }
            } finally {
                slot.renewing.unlock();
            }
        }
    }

    /** A secret cannot be had back from it, since it is long and random; two secrets never have the same. */
    public static String fingerprint(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
