// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

/** Check digits of GS1 (weights 3 and 1 from the right, modulo 10) and of ISBN-10 (modulo 11). */
final class CheckDigit {
    private static final int ISBN_MODULUS = 11;

    private CheckDigit() {
    }

    /** Whether the last digit of a GTIN or SSCC is right. */
    static boolean isRight(String digits) {
        if (!digits.matches("\\d{8,18}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            int fromRight = digits.length() - 1 - i;
            sum += (digits.charAt(i) - '0') * (fromRight % 2 == 1 ? 3 : 1);
        }
        return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    static boolean isIsbn10(String text) {
        if (!text.matches("\\d{9}[\\dX]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (text.charAt(i) == 'X' ? 10 : text.charAt(i) - '0') * (text.length() - i);
        }
        return sum % ISBN_MODULUS == 0;
    }
}
