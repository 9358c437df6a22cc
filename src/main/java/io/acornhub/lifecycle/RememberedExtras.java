// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an order's line said in its extras goes back with what answers it: the vendor's article number exactly as it came, the list
 * price. What the answer says itself goes before.
 */
final class RememberedExtras {
    private RememberedExtras() {
    }

    static Map<String, String> of(OrderState order, String lineNo, Map<String, String> own) {
        return AcknowledgmentResolver.ordered(order.order(), lineNo).map(line -> of(line.extras(), own)).orElse(own);
    }

    static Map<String, String> of(Map<String, String> ordered, Map<String, String> own) {
        if (ordered == null || ordered.isEmpty()) {
            return own;
        }
        Map<String, String> extras = new LinkedHashMap<>(ordered);
        if (own != null) {
            extras.putAll(own);
        }
        return extras;
    }
}
