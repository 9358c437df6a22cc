// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.acornhub.simulator.internal.World;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.util.ArrayList;
import java.util.List;

/**
 * The control API of the EDI partner: {@code GET /_sim/edi}, {@code POST /_sim/edi/send}, {@code POST /_sim/edi/answers},
 * {@code POST|GET /_sim/edi/onboarding}.
 */
public final class EdiControl {
    private final World world;
    private final EdiPartner partner;
    private final EdiOnboarding onboarding;

    public EdiControl(World world, EdiPartner partner) {
        this.world = world;
        this.partner = partner;
        this.onboarding = new EdiOnboarding(world, partner);
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.control("GET", "edi", call -> Answer.ok(partner.show())));
        routes.add(Endpoint.control("POST", "edi/send", this::send));
        routes.add(Endpoint.control("POST", "edi/answers", partner.script()::set));
        routes.add(Endpoint.control("POST", "edi/onboarding", onboarding::start));
        routes.add(Endpoint.control("GET", "edi/onboarding", onboarding::report));
    }

    private Answer send(Call call) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode number : call.json().path("purchaseOrderNumbers")) {
            if (world.orders().find(number.asText()).isEmpty()) {
                throw Problem.notFound("There is no purchase order " + number.asText() + ".");
            }
            numbers.add(number.asText());
        }
        partner.send(numbers);
        ArrayNode sent = Json.array();
        numbers.forEach(sent::add);
        return Answer.of(202, Json.object().set("purchaseOrderNumbers", sent));
    }
}
