// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import io.acornhub.operations.internal.api.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses every browser call that a page of another site makes, whatever the method and the target. */
final class OwnOriginFilter extends OncePerRequestFilter {
    private final OwnOrigin ownOrigin;
    private final ProblemWriter problems;

    OwnOriginFilter(OwnOrigin ownOrigin, ProblemWriter problems) {
        this.ownOrigin = ownOrigin;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        if (ownOrigin.allows(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, HttpStatus.FORBIDDEN,
                "A page of another site may not call the hub; list its origin under acorn.operator.origins if it must.");
        }
    }
}
