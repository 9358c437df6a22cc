// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

/** Who owns a fault, and so what happens to the document that has it. */
public enum FaultFamily {
    /** The partner sent something wrong: negative acknowledgment in the standard's codes, no retry. */
    PARTNER,
    /** A business rule says no: the document is held until a person releases or drops it. */
    BUSINESS,
    /** No agreement, mapping or code fits: the document is parked for the mapping author, no retry. */
    MAPPING,
    /** The other side cannot be reached now: bounded retry, then parked for operations. */
    CHANNEL
}
