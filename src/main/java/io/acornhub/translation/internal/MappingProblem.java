// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateModelException;
import io.acornhub.interchange.FaultCode;

/** A value that a template cannot map, on its way out of the template; {@link Rendering} makes the fault of it. */
final class MappingProblem extends TemplateModelException {
    private final FaultCode code;
    private final Place place;
    private final String value;

    /** @param place where the value stands in the source, null if it has no place there */
    MappingProblem(FaultCode code, Place place, String value, String reason) {
        super(reason);
        this.code = code;
        this.place = place;
        this.value = value;
    }

    FaultCode code() {
        return code;
    }

    Place place() {
        return place;
    }

    String value() {
        return value;
    }

    /** The sentence alone; FreeMarker's own message adds the template's instruction stack. */
    String reason() {
        return getMessageWithoutStackTop();
    }
}
