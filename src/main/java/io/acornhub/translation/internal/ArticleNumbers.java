// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

/** What an article number of unsaid kind is; Amazon's orders carry an ASIN under the UPC qualifier at times. */
final class ArticleNumbers {
    private ArticleNumbers() {
    }

    /** UPC, EAN-8, EAN-13 or GTIN-14 by its form; the check digit is a rule's business. */
    static boolean gtin(String id) {
        int length = id.length();
        return (length == 8 || length >= 12 && length <= 14) && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The same with a check digit that holds (GS1 mod 10), which a number of unsaid kind must have to be taken for one. */
    static boolean checkedGtin(String id) {
        if (!gtin(id)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < id.length(); i++) {
            sum += (id.charAt(id.length() - 1 - i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /** An ISBN of ten characters with a check digit that holds (mod 11, X is 10). */
    static boolean isbn(String id) {
        if (!id.matches("[0-9]{9}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * (id.charAt(i) == 'X' ? 10 : id.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    /** Ten letters and digits that begin with B0, as Amazon's own article numbers do. */
    static boolean asin(String id) {
        return id.length() == 10 && id.startsWith("B0")
            && id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
    }
}
