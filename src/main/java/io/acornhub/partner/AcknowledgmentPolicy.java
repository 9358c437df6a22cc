// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

/**
 * What we answer to an interchange.
 *
 * @param functional whether each group is answered with a 997
 * @param technical whether an interchange with a faulty envelope is answered with a TA1
 * @param duplicates whether a resent interchange is answered with TA1 code 025
 */
public record AcknowledgmentPolicy(boolean functional, boolean technical, boolean duplicates) {
}
