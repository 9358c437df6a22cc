// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/**
 * What the reader holds in memory at most; beyond it the input is refused with a fault.
 *
 * @param segmentBytes longest segment; a longer one means the terminator is lost, and ends the interchange
 * @param setSegments most segments of one transaction set; a larger set is rejected, the others are read on
 * @param setBytes most bytes of one transaction set; likewise
 * @param setFaults most faults kept of one transaction set
 */
public record X12Limits(int segmentBytes, int setSegments, int setBytes, int setFaults) {
    public static final X12Limits DEFAULT = new X12Limits(100_000, 100_000, 5_000_000, 100);
}
