// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import io.acornhub.operations.internal.api.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * After {@value #FAILURES} wrong passwords in a row an address is not listened to for {@link #PAUSE}, so that guessing is slow
 * and the lock never reaches other addresses. Counts live in this process only.
 */
class LoginThrottle extends OncePerRequestFilter {
    static final int FAILURES = 10;
    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private record Failures(int count, Instant last) {
    }

    private final ProblemWriter problems;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ADDRESSES;
        }
    };

    LoginThrottle(ProblemWriter problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        if (tries(request) && paused(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(PAUSE.toSeconds()));
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS,
                "Too many wrong passwords from this address; wait a minute and try again.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean tries(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null || "POST".equals(request.getMethod())
            && request.getServletPath().equals("/login");
    }

    private synchronized boolean paused(String address) {
        Failures known = failures.get(address);
        if (known != null && clock.instant().isAfter(known.last().plus(PAUSE))) {
            failures.remove(address);
            return false;
        }
        return known != null && known.count() >= FAILURES;
    }

    @EventListener
    synchronized void failed(AbstractAuthenticationFailureEvent event) {
        failures.merge(address(event.getAuthentication()), new Failures(1, clock.instant()),
            (before, first) -> new Failures(before.count() + 1, first.last()));
    }

    @EventListener
    synchronized void succeeded(AuthenticationSuccessEvent event) {
        failures.remove(address(event.getAuthentication()));
    }

    private static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }
}
