// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.partnerport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** What partners post is served on their port only, and nothing else is served there. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OwnPortFilter extends OncePerRequestFilter {
    static final String EXCHANGE = "/exchange";
    private final PartnerPort port;

    OwnPortFilter(PartnerPort port) {
        this.port = port;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        boolean exchange = EXCHANGE.equals(request.getServletPath());
        if (exchange == (request.getLocalPort() == port.localPort()) && (!exchange || plain(request))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Whether the path says what it is served as; one with parameters in its first part would fail later. */
    static boolean plain(HttpServletRequest request) {
        return request.getRequestURI().startsWith(EXCHANGE + "/");
    }
}
