// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.HashSet;
import java.util.Set;

/**
 * A simple data element of the dictionary.
 *
 * @param number reference number such as 324
 * @param scale implied decimals of a numeric (the 2 of N2), else zero
 * @param min shortest length; sign and decimal point are not counted
 * @param codes the values allowed; empty where the list is open
 */
public record ElementType(int number, String title, Base base, int scale, int min, int max, Set<String> codes) {

    /** Data element types of X12.5. */
    public enum Base {
        /** Text. */
        AN,
        /** A code. */
        ID,
        /** A number with implied decimals. */
        N,
        /** A number with a decimal point. */
        R,
        /** A date, YYMMDD or CCYYMMDD. */
        DT,
        /** A time, HHMM to HHMMSSDD. */
        TM,
        /** Bytes. */
        B
    }

    public ElementType {
        codes = new HashSet<>(codes);
    }

    @Override
    public Set<String> codes() {
        return java.util.Collections.unmodifiableSet(codes);
    }

    /** False only where the element has a closed list and the value is not in it. */
    public boolean allows(String value) {
        return codes.isEmpty() || codes.contains(value);
    }

    /** As the standard writes it: AN, ID, N0 to N9, R, DT, TM, B. */
    public String form() {
        return base == Base.N ? "N" + scale : base.name();
    }
}
