// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnOriginTest {
    private final OwnOrigin ownOrigin = new OwnOrigin(List.of("https://portal.example.com"));

    @ParameterizedTest
    @CsvSource({"hub,8080,http://hub:8080,true", "hub,8080,http://HUB:8080,true", "hub,80,http://hub,true",
        "hub,80,https://hub,true",
        "hub,443,https://hub,true", "hub,8080,https://portal.example.com,true", "hub,8080,,true", "hub,8080,http://hub,false",
        "hub,8080,http://hub:8081,false", "hub,8080,http://hub.evil.example:8080,false", "hub,8080,null,false",
        "hub,8080,'http://hub:8080 x',false", "hub,8080,http://portal.example.com,false", "hub,80,http://hub:8080,false"})
    void onlyThePagesOfThisHubAndTheListedOnesMayCall(String host, int port, String origin, boolean allowed) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName(host);
        request.setServerPort(port);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        assertThat(ownOrigin.allows(request)).isEqualTo(allowed);
    }
}
