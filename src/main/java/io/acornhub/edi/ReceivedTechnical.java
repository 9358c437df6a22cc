// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/**
 * What a TA1 from the partner says about an interchange of ours.
 *
 * @param interchangeControlNumber TA101, ISA13 of our interchange; {@code date} TA102, {@code time} TA103 of its ISA
 * @param code TA104: A, E or R
 * @param note TA105; {@code words} what it means
 */
public record ReceivedTechnical(String interchangeControlNumber, String date, String time, String code, String note,
    String words) {
    public boolean rejected() {
        return "R".equals(code);
    }
}
