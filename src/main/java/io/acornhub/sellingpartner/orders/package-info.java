// SPDX-License-Identifier: Apache-2.0
/**
 * Orders as the Selling Partner API gives them: pages and the versions of orders in them, how far each connection has been read,
 * and the sweeps that look for gaps.
 */
@NamedInterface("orders")
package io.acornhub.sellingpartner.orders;

import org.springframework.modulith.NamedInterface;
