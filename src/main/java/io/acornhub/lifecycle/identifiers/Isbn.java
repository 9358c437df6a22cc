// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import java.util.Locale;
import java.util.Optional;

/** International Standard Book Numbers of ten characters, as X12 carries them under qualifier IB; the last is modulo 11. */
public final class Isbn {
    private static final String BOOKLAND = "978";

    private Isbn() {
    }

    /** The ten characters without hyphens; empty where the form or the check digit is wrong. */
    public static Optional<String> normalized(String text) {
        String plain = text == null ? "" : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean holds = plain.matches("\\d{9}[\\dX]") && CheckDigit.modulus11(plain.substring(0, 9)) == plain.charAt(9);
        return holds ? Optional.of(plain) : Optional.empty();
    }

    /** The EAN-13 that is printed on the book: 978, the nine digits, a check digit of its own. */
    public static Optional<String> ean(String text) {
        return normalized(text).map(isbn -> BOOKLAND + isbn.substring(0, 9)).map(digits -> digits + CheckDigit.of(digits));
    }

    /** Whether the book number and the GTIN name the same book. */
    public static boolean same(String isbn, String gtin) {
        return ean(isbn).filter(ean -> Gtin.same(ean, gtin)).isPresent();
    }
}
