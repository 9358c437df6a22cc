// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/** Segment tags (two or three characters) as numbers, so that the walk through the grammar compares ints. */
public final class Tags {
    private Tags() {
    }

    public static int number(String tag) {
        int number = 0;
        for (int i = 0; i < tag.length(); i++) {
            number = number << 8 | tag.charAt(i);
        }
        return tag.length() > 3 ? -1 : number;
    }

    /** The number of the bytes between two offsets; -1 for more than three. */
    public static int number(byte[] bytes, int from, int to) {
        if (to - from > 3) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }
}
