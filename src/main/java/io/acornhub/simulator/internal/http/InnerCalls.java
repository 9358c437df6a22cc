// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import java.util.Map;

/**
 * Calls that come by another door than HTTP, such as a document by EDI: the same work, without token, limits and faults. Called
 * under the state's lock.
 */
public final class InnerCalls {
    private final Routes routes;

    public InnerCalls(Routes routes) {
        this.routes = routes;
    }

    /** The answer that a POST of this body would have; what the operation refuses is an answer too. */
    public Answer post(String path, Account account, JsonNode body) {
        Routes.Found found = routes.find("POST", path).orElseThrow(() -> new IllegalStateException("no operation at " + path));
        Call call = new Call("POST", path, null, Map.of(), Json.write(body));
        call.account(account);
        try {
            return found.endpoint().handler().handle(call);
        } catch (Problem e) {
            return Answer.of(e);
        }
    }
}
