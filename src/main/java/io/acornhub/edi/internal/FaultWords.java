// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.ElementType;
import io.acornhub.edi.ElementUse;
import io.acornhub.interchange.FaultCode;

/** What a fault of an element's value is called. */
final class FaultWords {
    private FaultWords() {
    }

    static String of(FaultCode code, ElementUse use, String value) {
        ElementType type = use.simple();
        String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        String subject = use.inWords() + " = " + shown;
        return switch (code) {
            case ELEMENT_TOO_SHORT -> subject + " is shorter than " + type.min() + " characters";
            case ELEMENT_TOO_LONG -> subject + " is longer than " + type.max() + " characters";
            case ELEMENT_CODE_INVALID -> subject + " is no code of element " + type.number();
            case ELEMENT_DATE_INVALID -> subject + " is no date";
            case ELEMENT_TIME_INVALID -> subject + " is no time";
            case ELEMENT_CHARACTER_INVALID -> use.inWords() + (isNumber(type) ? " = " + shown + " is no number of type "
                + type.form()
                : " holds a control character");
            default -> subject + " is wrong";
        };
    }

    private static boolean isNumber(ElementType type) {
        return type.base() == ElementType.Base.N || type.base() == ElementType.Base.R;
    }
}
