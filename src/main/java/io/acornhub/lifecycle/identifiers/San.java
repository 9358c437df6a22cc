// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import java.util.Locale;
import java.util.Optional;

/**
 * Standard Address Numbers of the book trade, by which Amazon names fulfilment centres (N103 15): six digits and a modulo 11
 * character. Of seven SANs in published orders six keep the check digit and one (2002062) does not, so that only the form is
 * reason to refuse one; {@link #holds} is for warnings.
 */
public final class San {
    private San() {
    }

    /** The seven characters without the hyphen; empty where the form is wrong. */
    public static Optional<String> normalized(String text) {
        String plain = text == null ? "" : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return plain.matches("\\d{6}[\\dX]") ? Optional.of(plain) : Optional.empty();
    }

    /** Whether form and check digit are right. */
    public static boolean holds(String text) {
        return normalized(text).filter(san -> CheckDigit.modulus11(san.substring(0, 6)) == san.charAt(6)).isPresent();
    }
}
