// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.operations.internal.api.ProblemWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class LoginThrottleTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-09-22T10:00:00Z"));
    private final LoginThrottle throttle = new LoginThrottle(new ProblemWriter(new ObjectMapper()), new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void guessingIsStoppedForAMinuteAndOnlyForThatAddress() throws Exception {
        fail("10.0.0.1", LoginThrottle.FAILURES - 1);
        assertThat(status("10.0.0.1")).isEqualTo(200);
        fail("10.0.0.1", 1);
        assertThat(status("10.0.0.1")).isEqualTo(429);
        assertThat(status("10.0.0.2")).isEqualTo(200);
        now.set(now.get().plus(LoginThrottle.PAUSE).plusSeconds(1));
        assertThat(status("10.0.0.1")).isEqualTo(200);
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() throws Exception {
        fail("10.0.0.1", LoginThrottle.FAILURES - 1);
        throttle.succeeded(new AuthenticationSuccessEvent(tried("10.0.0.1")));
        fail("10.0.0.1", 1);
        assertThat(status("10.0.0.1")).isEqualTo(200);
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(new AuthenticationFailureBadCredentialsEvent(tried(address), new BadCredentialsException("no")));
        }
    }

    private static UsernamePasswordAuthenticationToken tried(String address) {
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.unauthenticated("operator", "guess");
        token.setDetails(new WebAuthenticationDetails(address, null));
        return token;
    }

    private int status(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/status");
        request.setRemoteAddr(address);
        request.addHeader("Authorization", "Basic eA==");
        MockHttpServletResponse response = new MockHttpServletResponse();
        throttle.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
