// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

/**
 * Check digits. GS1 (GTIN, SSCC, GLN): weights 3 and 1 from the right, modulo 10 (GS1 General Specifications). Books (ISBN-10, SAN):
 * weights 2, 3, 4 … from the right, modulo 11, with X for ten.
 */
public final class CheckDigit {
    private CheckDigit() {
    }

    /** The GS1 digit that must stand after these. */
    public static int of(String digitsBefore) {
        int sum = 0;
        for (int i = digitsBefore.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += weight * (digitsBefore.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    /** Whether it is a GTIN (8, 12, 13 or 14 digits) whose last digit is right. */
    public static boolean holds(String gtin) {
        return gtin.matches("\\d{8}|\\d{12,14}") && endsRight(gtin);
    }

    /** Whether the last of these digits is the GS1 check digit of those before. */
    static boolean endsRight(String digits) {
        int last = digits.length() - 1;
        return of(digits.substring(0, last)) == digits.charAt(last) - '0';
    }

    /** The character of a book trade number that must stand after these digits. */
    static char modulus11(String digitsBefore) {
        int sum = 0;
        for (int i = digitsBefore.length() - 1, weight = 2; i >= 0; i--, weight++) {
            sum += weight * (digitsBefore.charAt(i) - '0');
        }
        int digit = (11 - sum % 11) % 11;
        return digit == 10 ? 'X' : (char) ('0' + digit);
    }
}
