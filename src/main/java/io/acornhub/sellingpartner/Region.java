// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.net.URI;

/** Where Amazon keeps an account; each region has its own host, grants and outages. */
public enum Region {
    NA("na"), EU("eu"), FE("fe");

    private final String host;

    Region(String host) {
        this.host = host;
    }

    /** The production host. */
    public URI endpoint() {
        return URI.create("https://sellingpartnerapi-" + host + ".amazon.com");
    }
}
