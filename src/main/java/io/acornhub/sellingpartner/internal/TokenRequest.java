// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.sellingpartner.Connection;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks Login with Amazon for one token and reads what it says. */
final class TokenRequest {
    /** Of the errors LWA knows, only these may be asked again; the others last until somebody does something. */
    private static final Set<String> PASSING = Set.of("server_error", "temporarily_unavailable");
    private static final Map<String, String> REMEDIES = Map.of(
        "invalid_client", "the client id or secret is wrong, or the secret is older than 180 days: make a new one and put it in place",
        "invalid_grant", "the refresh token is wrong or was taken back: authorize the application again and put the new one in place",
        "unauthorized_client", "the application may not use this grant: look at its registration",
        "access_denied", "the account has taken the application's rights back: authorize it again",
        "invalid_scope", "the application has no such scope: look at its registration",
        "invalid_request", "the request lacks something: look at clientId, clientSecret and refreshToken of the connection");
    static final Duration AGAIN_SOON = Duration.ofSeconds(10);
    static final Duration AGAIN_LATE = Duration.ofMinutes(5);
    private static final long USUAL_SECONDS = 3600;
    private static final int LONGEST_TEXT = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Wire wire;
    private final Clock clock;
    private final String userAgent;

    TokenRequest(Wire wire, Clock clock, String userAgent) {
        this.wire = wire;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    TokenAnswer send(Connection connection, Map<String, String> form) {
        String body = form.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        Instant at = clock.instant();
        Wire.Reply reply = wire.send(new Wire.Request("POST", connection.tokenEndpoint(), Map.of("content-type",
            "application/x-www-form-urlencoded;charset=UTF-8", "accept", "application/json", "user-agent", userAgent),
            body.getBytes(StandardCharsets.US_ASCII), connection.timeout()));
        if (reply instanceof Wire.Reply.Came came) {
            return read(came, at, form);
        }
        String reason = reply instanceof Wire.Reply.NotSent not ? not.reason() : ((Wire.Reply.Lost) reply).reason();
        return new TokenAnswer.None(null, "Login with Amazon gives no token: " + reason, true, AGAIN_SOON);
    }

    private static TokenAnswer read(Wire.Reply.Came came, Instant at, Map<String, String> form) {
        JsonNode json = json(came.body());
        String value = json.path("access_token").asText("");
        if (came.status() == 200 && !value.isEmpty()) {
            long seconds = json.path("expires_in").asLong(USUAL_SECONDS);
            long early = Math.min(60, seconds / 4);
            return new TokenAnswer.Token(value, at, at.plusSeconds(seconds - early), at.plusSeconds(seconds));
        }
        String code = json.path("error").asText("");
        boolean again = PASSING.contains(code) || code.isEmpty() && (came.status() >= 500 || came.status() == 429);
        String said = code.isEmpty() ? "status " + came.status() : code;
        String description = withoutSecrets(json.path("error_description").asText(""), form);
        String reason = "Login with Amazon refuses a token: " + said + (description.isEmpty() ? "" : " (" + description + ")")
            + (REMEDIES.containsKey(code) ? "; " + REMEDIES.get(code) : "");
        return new TokenAnswer.None(code.isEmpty() ? null : code, reason, again, again ? AGAIN_SOON : AGAIN_LATE);
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.missingNode() : read;
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** Nobody should echo a secret; if somebody does, it still does not get into the log. */
    private static String withoutSecrets(String text, Map<String, String> form) {
        String clean = text;
        for (String key : Set.of("client_secret", "refresh_token", "client_id")) {
            String secret = form.get(key);
            clean = secret == null ? clean : clean.replace(secret, "…");
        }
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
    }
}
