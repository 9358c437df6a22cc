// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

/** Line numbers are echoed as received and compared without their leading zeros: 1, 001 and 000001 name one line. */
public final class LineNumbers {
    private LineNumbers() {
    }

    public static boolean same(String one, String other) {
        return stripped(one).equals(stripped(other));
    }

    /** The number without leading zeros; empty for null. */
    public static String stripped(String lineNo) {
        return lineNo == null ? "" : lineNo.replaceFirst("^0+(?=.)", "");
    }
}
