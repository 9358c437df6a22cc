// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

/**
 * What we answer to an interchange.
 *
 * @param functional whether each group is answered with a 997 or 999
 * @param technical whether an interchange with a faulty envelope is answered with a TA1
 * @param duplicates whether a resent interchange is answered with TA1 code 025
 * @param acceptWithErrors faults that do not reject a set
 */
public record AcknowledgmentPolicy(boolean functional, boolean technical, boolean duplicates, ErrorTolerance acceptWithErrors) {
    /** Accepts nothing that has a fault. */
    public AcknowledgmentPolicy(boolean functional, boolean technical, boolean duplicates) {
        this(functional, technical, duplicates, ErrorTolerance.NONE);
    }
}
