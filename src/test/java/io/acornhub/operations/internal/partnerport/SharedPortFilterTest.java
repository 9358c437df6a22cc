// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.partnerport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** On a port that partners and operators share, posts leave half of the threads to the operators. */
class SharedPortFilterTest {
    private final SharedPortFilter filter = new SharedPortFilter(4);
    private final List<Integer> inside = new ArrayList<>();

    @Test
    void postsBeyondHalfOfTheThreadsAreToldToComeAgain() throws Exception {
        List<Integer> answers = new ArrayList<>();
        nested(3, answers);
        assertThat(inside).containsExactly(3, 2);
        assertThat(answers).containsExactly(503, 200, 200);
        nested(1, answers);
        assertThat(answers).as("places are given back").last().isEqualTo(200);
    }

    @Test
    void operatorsAreNotCounted() throws Exception {
        List<Integer> answers = new ArrayList<>();
        filter.doFilter(request("/exchange"), new MockHttpServletResponse(), (one, answer) -> filter.doFilter(request("/exchange"),
            new MockHttpServletResponse(), (two, again) -> {
                MockHttpServletResponse operator = new MockHttpServletResponse();
                filter.doFilter(request("/api/orders"), operator, (request, response) -> inside.add(0));
                answers.add(operator.getStatus());
            }));
        assertThat(answers).containsExactly(200);
        assertThat(inside).containsExactly(0);
    }

    /** A post that comes while others are still served, so many of them. */
    private void nested(int depth, List<Integer> answers) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request("/exchange"), response, (request, answer) -> {
            inside.add(depth);
            if (depth > 1) {
                try {
                    nested(depth - 1, answers);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        if (response.getStatus() == 503) {
            assertThat(response.getHeader("Retry-After")).isEqualTo(SharedPortFilter.SOON);
        }
        answers.add(response.getStatus());
    }

    private static MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setRequestURI(path + "/as2");
        return request;
    }
}
