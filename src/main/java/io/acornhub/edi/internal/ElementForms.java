// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.ElementType;
import io.acornhub.interchange.FaultCode;

/** The forms of the data element types of X12.5. */
final class ElementForms {
    /** What kinds of characters an element has, as bits gathered while it is split off. */
    static final int CONTROL = 1;
    static final int COMPONENT = 2;
    static final int REPETITION = 4;
    static final int NO_DIGIT = 8;

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private ElementForms() {
    }

    /** The fault of a value that is there, or null. */
    static FaultCode check(ElementType type, String value, int kinds) {
        if ((kinds & CONTROL) != 0 && type.base() != ElementType.Base.B) {
            return FaultCode.ELEMENT_CHARACTER_INVALID;
        }
        return switch (type.base()) {
            case AN, B -> length(type, value.length());
            case ID -> {
                FaultCode length = length(type, value.length());
                yield length == null && !type.allows(value) ? FaultCode.ELEMENT_CODE_INVALID : length;
            }
            case N -> number(type, value, kinds, false);
            case R -> number(type, value, kinds, true);
            case DT -> {
                FaultCode length = length(type, value.length());
                yield length == null && !isDate(value, value.length()) ? FaultCode.ELEMENT_DATE_INVALID : length;
            }
            case TM -> {
                FaultCode length = length(type, value.length());
                yield length == null && !isTime(value) ? FaultCode.ELEMENT_TIME_INVALID : length;
            }
        };
    }

    private static FaultCode length(ElementType type, int length) {
        if (length < type.min()) {
            return FaultCode.ELEMENT_TOO_SHORT;
        }
        return length > type.max() ? FaultCode.ELEMENT_TOO_LONG : null;
    }

    /** Digits, a leading minus and, for R, one point; sign and point do not count for the length. */
    private static FaultCode number(ElementType type, String value, int kinds, boolean decimal) {
        int digits = value.length();
        if ((kinds & NO_DIGIT) != 0) {
            digits = 0;
            boolean point = false;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c >= '0' && c <= '9') {
                    digits++;
                } else if (c == '.' && decimal && !point) {
                    point = true;
                } else if (c != '-' || i > 0) {
                    return FaultCode.ELEMENT_CHARACTER_INVALID;
                }
            }
            if (digits == 0) {
                return FaultCode.ELEMENT_CHARACTER_INVALID;
            }
        }
        FaultCode length = length(type, digits);
        boolean open = type.codes().isEmpty();
        return length != null || open || type.allows(value) ? length : FaultCode.ELEMENT_CODE_INVALID;
    }

    static boolean isDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** YYMMDD (six) or CCYYMMDD (eight); 29 February of a two-digit year is taken in the century 2000. */
    static boolean isDate(String value, int length) {
        if (value.length() != length || length != 6 && length != 8 || !isDigits(value)) {
            return false;
        }
        int year = length == 6 ? 2000 + two(value, 0) : two(value, 0) * 100 + two(value, 2);
        int month = two(value, length - 4);
        int day = two(value, length - 2);
        if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month != 2 || day < 29 || leap;
    }

    /** HHMM, HHMMSS, HHMMSSD or HHMMSSDD. */
    static boolean isTime(String value) {
        int length = value.length();
        if (length < 4 || length == 5 || length > 8 || !isDigits(value)) {
            return false;
        }
        return two(value, 0) < 24 && two(value, 2) < 60 && (length == 4 || two(value, 4) < 60);
    }

    private static int two(String value, int at) {
        return (value.charAt(at) - '0') * 10 + value.charAt(at + 1) - '0';
    }
}
