// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import java.util.Arrays;
import java.util.Locale;

/** Checks of what comes in the query string. */
final class Parameters {
    static final String DEFAULT_LIMIT = "50";
    private static final int MOST = 500;

    private Parameters() {
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.bad("limit must lie between 1 and " + MOST + ", not " + limit + ".");
        }
        return limit;
    }

    /** The constant's name, or null for null; capitals do not matter. */
    static <E extends Enum<E>> String constant(String parameter, String value, E[] constants) {
        if (value == null) {
            return null;
        }
        String wanted = value.strip().toUpperCase(Locale.ROOT);
        if (Arrays.stream(constants).noneMatch(c -> c.name().equals(wanted))) {
            throw Refusal.bad(parameter + " must be one of " + Arrays.toString(constants) + ", not '" + value + "'.");
        }
        return wanted;
    }

    /** Null for an empty parameter. */
    static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
