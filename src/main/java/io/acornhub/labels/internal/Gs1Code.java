// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels.internal;

import io.acornhub.canonical.Party;
import io.acornhub.lifecycle.identifiers.Sscc;
import java.util.Locale;
import java.util.Optional;

/**
 * One element string as a GS1-128 symbol: start character, FNC1, application identifier and value, in code set C (two digits a
 * symbol character) as far as there are pairs of digits, the rest in code set B.
 *
 * @param identifier application identifier: 00 for an SSCC, 420 for a ship-to postal code
 */
public record Gs1Code(String identifier, String value) {
    private static final int MODULES = 11;
    private static final int STOP_MODULES = 13;
    /** Modules of white that a symbol needs on each side. */
    public static final int QUIET = 10;

    public static Gs1Code sscc(String sscc) {
        return new Gs1Code(Sscc.APPLICATION_IDENTIFIER, sscc);
    }

    /** The postal code of the receiver; empty where it has none that a symbol can hold (up to 20 letters and digits). */
    public static Optional<Gs1Code> postalCode(Party to) {
        String plain = to == null || to.postalCode() == null ? "" : to.postalCode().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return plain.matches("[A-Z0-9]{1,20}") ? Optional.of(new Gs1Code("420", plain)) : Optional.empty();
    }

    /** Identifier and value without brackets, as scanned. */
    public String data() {
        return identifier + value;
    }

    /** The interpretation line that people read. */
    public String humanReadable() {
        return "(" + identifier + ") " + value;
    }

    /** Length of the symbol in modules, without quiet zones. */
    public int modules() {
        int pairs = pairs();
        int single = data().length() - 2 * pairs;
        int characters = 2 + pairs + (single == 0 ? 0 : single + 1) + 1;
        return characters * MODULES + STOP_MODULES;
    }

    /** Field data of ZPL's {@code ^BC} in mode N: {@code >;} starts in code set C, {@code >8} is FNC1, {@code >6} goes on in set B. */
    public String zpl() {
        String data = data();
        int digits = 2 * pairs();
        return ">;>8" + data.substring(0, digits) + (digits == data.length() ? "" : ">6" + data.substring(digits));
    }

    private int pairs() {
        String data = data();
        int digits = 0;
        while (digits < data.length() && Character.isDigit(data.charAt(digits))) {
            digits++;
        }
        return digits / 2;
    }
}
