// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.lwa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.access.Tokens;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Login with Amazon: {@code POST /auth/o2/token}, a form. Its refusals have a form of their own. */
public final class TokenEndpoint {
    private final Tokens tokens;

    public TokenEndpoint(Tokens tokens) {
        this.tokens = tokens;
    }

    public void addTo(Routes routes) {
        routes.add(new Endpoint("token", "POST", "/auth/o2/token", Endpoint.Access.OPEN, null, this::token));
    }

    private Answer token(Call call) {
        String type = call.header("content-type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return refusal(400, "invalid_request", "The content type must be application/x-www-form-urlencoded");
        }
        Map<String, String> form = Call.fields(new String(call.body(), StandardCharsets.UTF_8));
        try {
            Tokens.Issued issued = tokens.issue(form);
            ObjectNode json = Json.object().put("access_token", issued.accessToken()).put("token_type", "bearer")
                .put("expires_in", issued.expiresIn());
            if (form.containsKey("refresh_token")) {
                json.put("refresh_token", form.get("refresh_token"));
            }
            return Answer.ok(json);
        } catch (Tokens.Refused e) {
            return refusal(e.status(), e.error(), e.getMessage());
        }
    }

    private static Answer refusal(int status, String error, String description) {
        return Answer.of(status, Json.object().put("error", error).put("error_description", description));
    }
}
