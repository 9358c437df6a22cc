// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import io.acornhub.simulator.internal.World;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.orders.OrderLine;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Puts reports and Data Kiosk together. */
public final class Analytics {
    private Analytics() {
    }

    /** Adds the operations of both APIs, the downloads of their documents, and {@code POST /_sim/analytics}. */
    public static void addTo(World world) {
        Documents documents = new Documents(world.clock());
        Outcomes outcomes = new Outcomes();
        Routes routes = world.routes();
        routes.add(documents.endpoint());
        routes.add(outcomes.endpoint());
        Catalogue catalogue = account -> asins(world, account);
        new Reports(world.clock(), documents, outcomes, catalogue).addTo(routes);
        new DataKiosk(world.clock(), documents, outcomes, catalogue).addTo(routes);
    }

    private static Collection<String> asins(World world, Account account) {
        Set<String> asins = new TreeSet<>();
        world.orders().all().stream().filter(order -> order.account() == account).flatMap(order -> order.lines().stream())
            .map(OrderLine::asin).filter(Objects::nonNull).forEach(asins::add);
        return asins;
    }
}
