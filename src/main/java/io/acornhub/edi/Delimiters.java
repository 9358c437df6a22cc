// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/**
 * The delimiters of one interchange, as its ISA gives them.
 *
 * @param repetition zero where the interchange has none (ISA12 before 00402)
 */
public record Delimiters(char element, char component, char repetition, char segment) {
    private static final int ISA_LENGTH = 106;

    /** From the 106 characters of an ISA. */
    public static Delimiters of(String isa) {
        if (isa.length() < ISA_LENGTH) {
            throw new IllegalArgumentException("an ISA has 106 characters, this one " + isa.length());
        }
        // senders that raise ISA12 and leave the U of 004010 in ISA11 have no repetition separator
        boolean repeats = hasRepetition(isa.substring(84, 89)) && !Character.isLetterOrDigit(isa.charAt(82));
        return new Delimiters(isa.charAt(3), isa.charAt(104), repeats ? isa.charAt(82) : 0, isa.charAt(105));
    }

    /** ISA11 is the repetition separator from version 00402 on; before, it names the standards body. */
    public static boolean hasRepetition(String interchangeVersion) {
        return interchangeVersion.compareTo("00402") >= 0;
    }
}
