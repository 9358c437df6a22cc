// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.broker;

/** @param atLeast whether the broker would count no further */
public record QueueDepth(String queue, int depth, boolean atLeast) {
}
