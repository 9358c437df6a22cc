// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.access;

import io.acornhub.simulator.Timing;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.SimulatedClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Login with Amazon: who gets an access token, and what a token is good for. */
public final class Tokens {
    private static final Set<String> SCOPES = Set.of("sellingpartnerapi::notifications",
        "sellingpartnerapi::client_credential:rotation", "sellingpartnerapi::migration");
    private final Accounts accounts;
    private final SimulatedClock clock;
    private final Timing timing;
    private final Map<String, Grant> issued = new ConcurrentHashMap<>();

    /** What a token stands for: an account, or a scope without one. */
    private record Grant(Account account, Instant expires) {
    }

    /** A token just made. */
    public record Issued(String accessToken, long expiresIn) {
    }

    /** Login with Amazon's own form of refusal. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String error;

        Refused(int status, String error, String description) {
            super(description, null, false, false);
            this.status = status;
            this.error = error;
        }

        public int status() {
            return status;
        }

        public String error() {
            return error;
        }
    }

    public Tokens(Accounts accounts, SimulatedClock clock, Timing timing) {
        this.accounts = accounts;
        this.clock = clock;
        this.timing = timing;
    }

    /** @param form the fields of the form, as sent */
    public Issued issue(Map<String, String> form) {
        String type = field(form, "grant_type");
        switch (type) {
            case "refresh_token" -> {
                String refreshToken = field(form, "refresh_token");
                String client = client(form);
                return keep(accounts.granted(client, refreshToken).orElseThrow(() -> new Refused(400, "invalid_grant",
                    "The request has an invalid grant parameter : refresh_token")));
            }
            case "client_credentials" -> {
                String scope = field(form, "scope");
                client(form);
                if (!SCOPES.contains(scope)) {
                    throw new Refused(400, "invalid_scope", "The request has an invalid scope : " + scope);
                }
                return keep(null);
            }
            default -> throw new Refused(400, "unsupported_grant_type",
                "The authorization grant type is not supported by the authorization server");
        }
    }

    private String client(Map<String, String> form) {
        String id = field(form, "client_id");
        String secret = field(form, "client_secret");
        List<Account> known = accounts.ofClient(id);
        Instant now = clock.instant();
        boolean good = known.stream().anyMatch(a -> a.group().clientSecret().equals(secret)
            && (a.group().secretIssued() == null || now.isBefore(a.group().secretIssued().plus(timing.secretLifetime()))));
        if (!good) {
            throw new Refused(401, "invalid_client", "Client authentication failed");
        }
        return id;
    }

    private static String field(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null || value.isBlank()) {
            throw new Refused(400, "invalid_request", "The request is missing a required parameter : " + name);
        }
        return value;
    }

    private Issued keep(Account account) {
        Instant now = clock.instant();
        issued.values().removeIf(grant -> !now.isBefore(grant.expires().plus(timing.tokenLifetime())));
        String token = "Atza|" + UUID.randomUUID().toString().replace("-", "") + UUID.randomUUID().toString().replace("-", "");
        issued.put(token, new Grant(account, now.plus(timing.tokenLifetime())));
        return new Issued(token, timing.tokenLifetime().toSeconds());
    }

    /**
     * The account a selling partner's call is made for.
     *
     * @throws Problem 403 without a token, with an old one, with one that is not ours or was issued without a selling partner; 401
     *     for what does not look like a token
     */
    public Account account(String token) {
        Grant grant = valid(token);
        if (grant.account() == null) {
            throw Problem.unauthorized("The access token you provided does not belong to a selling partner.");
        }
        return grant.account();
    }

    /** @throws Problem like {@link #account}, for a token that was issued for a selling partner */
    public void grantless(String token) {
        if (valid(token).account() != null) {
            throw Problem.unauthorized("The operation needs a token without a selling partner.");
        }
    }

    private Grant valid(String token) {
        if (token == null || token.isBlank()) {
            throw Problem.unauthorized("Access token is missing in the request header.");
        }
        if (!token.startsWith("Atza|") || token.chars().anyMatch(Character::isWhitespace)) {
            throw new Problem(401, "Unauthorized", "Access to requested resource is denied.", "The access token is malformed.");
        }
        Grant grant = issued.get(token);
        if (grant == null) {
            throw Problem.unauthorized("The access token you provided is revoked, malformed or invalid.");
        }
        if (!clock.instant().isBefore(grant.expires())) {
            throw Problem.unauthorized("The access token you provided has expired.");
        }
        return grant;
    }

    /** The token is old from now on. */
    public void expire(String token) {
        issued.computeIfPresent(token, (key, grant) -> new Grant(grant.account(), clock.instant()));
    }

    /** All tokens are old from now on. */
    public void expireAll() {
        List.copyOf(issued.keySet()).forEach(this::expire);
    }
}
