// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Where the demo places orders at the simulated Amazon, over its control API. */
@Component
@ConditionalOnProperty("acorn.demo")
class AmazonDesk {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.demo");
    private final String address;
    private final Set<String> placed = new HashSet<>();

    AmazonDesk(@Value("${" + AmazonHere.ADDRESS + ":}") String address) {
        this.address = address;
        if (isHere()) {
            LOG.info("demo      Amazon is simulated here; what it has and thinks is shown at {}/_sim/", address);
        }
    }

    boolean isHere() {
        return !address.isEmpty();
    }

    String address() {
        return address;
    }

    /** Whether this start placed it; the simulated Amazon forgets everything when the hub ends. */
    boolean placed(String order) {
        return placed.contains(order);
    }

    /** @param orders a list in Amazon's JSON, with this order in it */
    void place(String order, String orders) throws IOException {
        RestClient.create(address).post().uri("/_sim/orders").contentType(MediaType.APPLICATION_JSON).body(orders).retrieve()
            .toBodilessEntity();
        placed.add(order);
    }
}
