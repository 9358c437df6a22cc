// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

/**
 * One way of handling an order.
 *
 * @param maps whether its result is the canonical document; otherwise it only reads
 */
record Contender(String name, boolean maps, Work work) {
    /** What is measured; what it returns keeps the work from being optimised away. */
    @FunctionalInterface
    interface Work {
        String handle(byte[] interchange) throws Exception;
    }
}
