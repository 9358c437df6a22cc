// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.List;

/** What a template gave to a function. */
final class Arguments {
    private static final Place NOWHERE = new Place(null, "", 0, 0);

    private final String function;
    private final List<?> values;

    Arguments(String function, List<?> values, int least, int most) throws TemplateModelException {
        if (values.size() < least || values.size() > most) {
            throw new TemplateModelException(function + " takes " + (least == most ? least : least + " to " + most)
                + " arguments, not " + values.size());
        }
        this.function = function;
        this.values = values;
    }

    int size() {
        return values.size();
    }

    Object get(int at) {
        return at < values.size() ? values.get(at) : null;
    }

    /** The text of an argument; empty for what is absent. */
    String text(int at) throws TemplateModelException {
        Object value = get(at);
        if (value instanceof TreeModel tree) {
            return tree.textOrEmpty();
        }
        if (value instanceof TemplateScalarModel scalar) {
            return scalar.getAsString() == null ? "" : scalar.getAsString();
        }
        if (value instanceof TemplateNumberModel number) {
            return PlainNumbers.plain(new BigDecimal(number.getAsNumber().toString()));
        }
        if (value == null) {
            return "";
        }
        throw new TemplateModelException(function + ": argument " + (at + 1) + " is not a text");
    }

    int number(int at) throws TemplateModelException {
        if (get(at) instanceof TemplateNumberModel number) {
            return number.getAsNumber().intValue();
        }
        throw new TemplateModelException(function + ": argument " + (at + 1) + " must be a number");
    }

    Place place(int at) {
        return get(at) instanceof TreeModel tree ? tree.place() : null;
    }

    /** The argument again if it is absent, so that its path is not lost; else something absent of no place. */
    AbsentModel absent(int at) {
        if (get(at) instanceof AbsentModel absent) {
            return absent;
        }
        Place place = place(at);
        return new AbsentModel(place == null ? NOWHERE : place);
    }

    MappingProblem unreadable(int at, String expected) throws TemplateModelException {
        String value = text(at);
        return new MappingProblem(FaultCode.VALUE_UNREADABLE, place(at), value, "\"" + value + "\" is not " + expected);
    }
}
