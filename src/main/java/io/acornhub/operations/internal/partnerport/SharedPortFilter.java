// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.partnerport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where partners post to the operators' port: only half of its threads serve posts at a time, so that senders who are slow on
 * purpose keep no operator out. Who comes besides is told to come again, and nothing of his post is read.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SharedPortFilter extends OncePerRequestFilter {
    static final String SOON = "5";
    private final Semaphore places;

    /** @param threads of the port */
    SharedPortFilter(int threads) {
        places = new Semaphore(Math.max(1, threads / 2));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !OwnPortFilter.EXCHANGE.equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        if (!OwnPortFilter.plain(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
