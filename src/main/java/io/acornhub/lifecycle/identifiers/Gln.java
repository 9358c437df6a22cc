// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

/** Global Location Numbers: 13 digits, the last a GS1 check digit. */
public final class Gln {
    private Gln() {
    }

    public static boolean holds(String text) {
        return text != null && text.matches("\\d{13}") && CheckDigit.endsRight(text);
    }
}
