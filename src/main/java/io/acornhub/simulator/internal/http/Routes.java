// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The operations that there are. Parts of the simulator add theirs when they are put together. */
public final class Routes {
    private final List<Route> routes = new CopyOnWriteArrayList<>();

    private record Route(Endpoint endpoint, String[] segments) {
    }

    /** An operation found, with the values at its path's placeholders. */
    record Found(Endpoint endpoint, Map<String, String> values) {
    }

    public void add(Endpoint endpoint) {
        routes.add(new Route(endpoint, endpoint.path().split("/")));
    }

    /** The first that was added and fits wins. */
    Optional<Found> find(String method, String path) {
        String[] segments = path.split("/");
        for (Route route : routes) {
            if (route.endpoint().method().equals(method)) {
                Map<String, String> values = values(route.segments(), segments);
                if (values != null) {
                    return Optional.of(new Found(route.endpoint(), values));
                }
            }
        }
        return Optional.empty();
    }

    /** The ids of Amazon's operations, the control API left out. */
    public Set<String> operations() {
        Set<String> names = new TreeSet<>();
        routes.stream().map(r -> r.endpoint().operation()).filter(o -> !o.equals("_sim")).forEach(names::add);
        return names;
    }

    private static Map<String, String> values(String[] template, String[] path) {
        if (template.length != path.length) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                // a plus is a plus in a path
                values.put(template[i].substring(1, template[i].length() - 1), Call.decode(path[i].replace("+", "%2B")));
            } else if (!template[i].equals(path[i])) {
                return null;
            }
        }
        return values;
    }
}
