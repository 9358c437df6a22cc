// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import java.util.Optional;

/**
 * Global Trade Item Numbers: EAN-8, UPC-12, EAN-13 and GTIN-14 are one number of 14 digits with leading zeros (GS1 General
 * Specifications). A number with a wrong check digit, or one that lost digits, is nobody's; it is never repaired here.
 */
public final class Gtin {
    private Gtin() {
    }

    /** The 14 digits; blanks and hyphens do not count. Empty for what is no GTIN by length or check digit. */
    public static Optional<String> normalized(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[\\s-]", "");
        return CheckDigit.holds(digits) ? Optional.of("0".repeat(14 - digits.length()) + digits) : Optional.empty();
    }

    /** Whether both name the same trade item; two that are no GTINs are the same when they are the same text. */
    public static boolean same(String one, String other) {
        if (one == null || other == null) {
            return false;
        }
        Optional<String> left = normalized(one);
        Optional<String> right = normalized(other);
        return left.isPresent() || right.isPresent() ? left.equals(right) : one.strip().equals(other.strip());
    }
}
