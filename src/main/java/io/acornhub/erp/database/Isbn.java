// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

/** ISBN-10 as the EAN-13 that is printed on the book (prefix 978, its own check digit), since the tables have no ISBN column. */
final class Isbn {
    private Isbn() {
    }

    /** Null for what is no ten-character ISBN. */
    static String ean(String isbn) {
        String plain = isbn.replace("-", "");
        if (!plain.matches("\\d{9}[\\dXx]")) {
            return null;
        }
        String digits = "978" + plain.substring(0, 9);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
