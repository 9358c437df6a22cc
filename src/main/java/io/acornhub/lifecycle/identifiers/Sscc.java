// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import java.util.Optional;

/**
 * Serial Shipping Container Codes: extension digit, GS1 company prefix, serial number, check digit, 18 digits together. Bar codes
 * and X12 (MAN02) put the application identifier 00 before them; SAP fills EXIDV with zeros to the same 20 digits.
 */
public final class Sscc {
    public static final int LENGTH = 18;
    public static final String APPLICATION_IDENTIFIER = "00";

    private Sscc() {
    }

    /**
     * The 18 digits of any of the written forms: 18 digits, 00 and 18 digits, {@code (00)} and 18 digits; blanks do not count.
     * Empty for anything else; the check digit is {@link #holds}'s business.
     */
    public static Optional<String> read(String text) {
        String digits = text == null ? "" : text.replaceAll("\\s", "").replaceFirst("^\\(00\\)(?=\\d{18}$)", "");
        if (digits.matches("\\d{18}")) {
            return Optional.of(digits);
        }
        return digits.matches("00\\d{18}") ? Optional.of(digits.substring(2)) : Optional.empty();
    }

    /** Whether it is 18 digits with the right check digit. */
    public static boolean holds(String sscc) {
        return sscc != null && sscc.matches("\\d{18}") && CheckDigit.endsRight(sscc);
    }

    /** What a bar code holds: the application identifier and the 18 digits. */
    public static String elementString(String sscc) {
        return APPLICATION_IDENTIFIER + sscc;
    }

    /**
     * The SSCC of a serial number.
     *
     * @param serial not negative and below {@link #serials}
     */
    static String of(int extensionDigit, String companyPrefix, long serial) {
        int width = LENGTH - 2 - companyPrefix.length();
        String digits = extensionDigit + companyPrefix + String.format("%0" + width + "d", serial);
        return digits + CheckDigit.of(digits);
    }

    /** How many serial numbers a company prefix leaves for one extension digit. */
    static long serials(String companyPrefix) {
        long count = 1;
        for (int i = companyPrefix.length(); i < LENGTH - 2; i++) {
            count *= 10;
        }
        return count;
    }
}
