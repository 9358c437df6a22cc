// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.UsagePlans;
import io.acornhub.simulator.VendorGroup;
import io.acornhub.simulator.internal.access.Accounts;
import io.acornhub.simulator.internal.access.Limits;
import io.acornhub.simulator.internal.access.Tokens;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What can be changed while it runs: {@code GET|PUT /_sim/rules} (switches by rule), {@code GET|PUT /_sim/limits} (usage plans),
 * {@code GET /_sim/accounts}, {@code PUT /_sim/accounts/{name}} (clientSecret, secretIssued, refreshToken, withoutRole) and
 * {@code DELETE /_sim/tokens} (every access token is old from now on). Secrets are taken and never shown.
 */
public final class SettingsControl {
    private static final Set<String> CHANGEABLE = Set.of("clientSecret", "secretIssued", "refreshToken", "withoutRole");
    private final Rules rules;
    private final Limits limits;
    private final Accounts accounts;
    private final Tokens tokens;

    public SettingsControl(Rules rules, Limits limits, Accounts accounts, Tokens tokens) {
        this.rules = rules;
        this.limits = limits;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.control("GET", "rules", call -> Answer.ok(Json.MAPPER.valueToTree(rules.all()))));
        routes.add(Endpoint.control("PUT", "rules", this::rules));
        routes.add(Endpoint.control("GET", "limits", call -> Answer.ok(Json.MAPPER.valueToTree(limits.plans()))));
        routes.add(Endpoint.control("PUT", "limits", call -> {
            limits.set(Bodies.read(call.json(), UsagePlans.class));
            return Answer.ok(Json.MAPPER.valueToTree(limits.plans()));
        }));
        routes.add(Endpoint.control("GET", "accounts", call -> accounts()));
        routes.add(Endpoint.control("PUT", "accounts/{name}", this::account));
        routes.add(Endpoint.control("DELETE", "tokens", call -> {
            tokens.expireAll();
            return Answer.of(200, Json.object());
        }));
    }

    private Answer rules(Call call) {
        Map<String, Boolean> switches = new LinkedHashMap<>();
        call.json().properties().forEach(field -> {
            if (!field.getValue().isBoolean()) {
                throw Problem.invalid("Rule " + field.getKey() + " is true or false.");
            }
            switches.put(field.getKey(), field.getValue().asBoolean());
        });
        try {
            rules.set(switches);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("Rules are " + rules.all().keySet() + ".");
        }
        return Answer.ok(Json.MAPPER.valueToTree(rules.all()));
    }

    private Answer accounts() {
        ArrayNode all = Json.array();
        accounts.all().forEach(account -> {
            VendorGroup group = account.group();
            ObjectNode shown = all.addObject().put("name", group.name()).put("region", group.region())
                .put("marketplace", group.marketplace()).put("currency", group.currency()).put("clientId", group.clientId());
            shown.set("vendorCodes", Json.MAPPER.valueToTree(group.vendorCodes()));
            shown.set("withoutRole", Json.MAPPER.valueToTree(group.withoutRole()));
            shown.put("secretIssued", group.secretIssued() == null ? null : group.secretIssued().toString());
        });
        return Answer.ok(all);
    }

    private Answer account(Call call) {
        JsonNode body = call.json();
        body.fieldNames().forEachRemaining(name -> {
            if (!CHANGEABLE.contains(name)) {
                throw Problem.invalid("'" + name + "' is none of " + CHANGEABLE + ".");
            }
        });
        Instant issued = Json.instant(Json.text(body, "secretIssued"));
        Set<String> without = new LinkedHashSet<>();
        body.path("withoutRole").forEach(operation -> without.add(operation.asText()));
        try {
            accounts.change(call.pathValue("name"), group -> {
                VendorGroup next = group;
                if (body.has("clientSecret") || body.has("secretIssued")) {
                    next = next.withSecret(body.path("clientSecret").asText(group.clientSecret()),
                        body.has("secretIssued") ? issued : group.secretIssued());
                }
                next = body.has("refreshToken") ? next.withRefreshToken(body.path("refreshToken").asText()) : next;
                return body.has("withoutRole") ? next.withoutRoleFor(without) : next;
            });
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(e.getMessage());
        }
        return accounts();
    }
}
