// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whether a browser's call comes from a page of this hub. A browser names the page's origin in the header Origin of every
 * call across sites and every POST; its host and port must be those the call was sent to (header Host), or the origin must be
 * one of the settings'. Calls without the header come from programs or from the hub's own pages.
 */
public final class OwnOrigin {
    private final List<String> allowed;

    public OwnOrigin(Collection<String> allowed) {
        this.allowed = allowed.stream().map(o -> o.toLowerCase(Locale.ROOT)).toList();
    }

    public boolean allows(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || allowed.contains(origin.toLowerCase(Locale.ROOT)) || sameHost(origin, request);
    }

    private static boolean sameHost(String origin, HttpServletRequest request) {
        URI from;
        try {
            from = URI.create(origin);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
        // getServerName and getServerPort read the Host header; a port left out is the scheme's own, and a proxy that ends TLS
        // may have changed the scheme but not the host.
        return from.getHost() != null && from.getHost().equalsIgnoreCase(request.getServerName())
            && (port(from) == request.getServerPort() || from.getPort() < 0 && isDefault(request.getServerPort()));
    }

    private static int port(URI origin) {
        return origin.getPort() >= 0 ? origin.getPort() : "https".equals(origin.getScheme()) ? 443 : 80;
    }

    private static boolean isDefault(int port) {
        return port == 80 || port == 443;
    }
}
