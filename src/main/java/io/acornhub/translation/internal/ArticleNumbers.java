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

    /** Ten letters and digits that begin with B0, as Amazon's own article numbers do. */
    static boolean asin(String id) {
        return id.length() == 10 && id.startsWith("B0")
            && id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
    }
}
