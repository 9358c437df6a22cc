// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

/** Global Location Numbers. */
final class Gln {
    private Gln() {
    }

    /** 13 digits whose last is the check digit of those before: weights 1 and 3 in turn. */
    static boolean holds(String number) {
        if (!number.matches("\\d{13}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (number.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
