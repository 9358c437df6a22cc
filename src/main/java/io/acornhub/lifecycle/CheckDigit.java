// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

/** GS1 check digit of GTIN-8, 12, 13, 14 and SSCC-18: weights 3 and 1 from the right, modulo 10 (GS1 General Specifications). */
public final class CheckDigit {
    private CheckDigit() {
    }

    /** The digit that must stand after these. */
    public static int of(String digitsBefore) {
        int sum = 0;
        for (int i = digitsBefore.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += weight * (digitsBefore.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    /** Whether it is a number of a GS1 length whose last digit is right. */
    public static boolean holds(String gtin) {
        if (!gtin.matches("\\d{8}|\\d{12,14}")) {
            return false;
        }
        return of(gtin.substring(0, gtin.length() - 1)) == gtin.charAt(gtin.length() - 1) - '0';
    }
}
