// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/**
 * Remembers interchanges by ISA05 to ISA08 and ISA13, with the hash of their content. Only what is accepted in the envelope is
 * entered: an interchange that was rejected may come again, repaired, under its number.
 */
@FunctionalInterface
public interface DuplicateRegister {
    /** What is known of an interchange. */
    enum Sighting {
        /** Its number was not used; it is now. */
        NEW,
        /** The same bytes came before: a resend. */
        SAME,
        /** The number came before with other bytes: an alarm. */
        OTHER
    }

    /** Enters the interchange, unless its number is there already. */
    Sighting enter(InterchangeHeader header, String sha256);
}
