// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import java.util.Optional;

/** Amazon's orders by their number. */
@FunctionalInterface
interface KnownOrders {
    Optional<Order> order(String number);
}
