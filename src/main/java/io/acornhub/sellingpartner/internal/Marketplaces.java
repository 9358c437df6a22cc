// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.Region;
import java.util.Map;
import java.util.Set;

/** Amazon's marketplaces by region, as its guide for developers lists them. */
final class Marketplaces {
    private static final Map<Region, Set<String>> ALL = Map.of(
        Region.NA, Set.of("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2", "A1AM78C64UM0Y8", "A2Q3Y263D00KWC"),
        Region.EU, Set.of("A1F83G8C2ARO7P", "A1PA6795UKMFR9", "A13V1IB3VIYZZH", "APJ6JRA9NG5V4", "A1RKKUPIHCS9HS", "A1805IZSGTT6HS",
            "AMEN7PMS3EDWL", "A28R8C7NBKEWEA", "A2NODRKZP88ZB9", "A1C3SOZRARQ6R3", "A33AVAJ2PDY3EV", "A2VIGQ35RCS4UG",
            "A17E79C6D8DWNP", "ARBP9OOSHTCHU", "AE08WJ6YKNBMC", "A21TJRUUN4KGV"),
        Region.FE, Set.of("A1VC38T7YXB528", "A39IBJ37TRP1C6", "A19VAU5U5O7RUS"));

    private Marketplaces() {
    }

    /** Null for one that is not known here. */
    static Region regionOf(String marketplace) {
        return ALL.entrySet().stream().filter(e -> e.getValue().contains(marketplace)).map(Map.Entry::getKey).findFirst().orElse(null);
    }
}
