// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;

/**
 * What all guards share: their name, their reason, and how they say what they found.
 *
 * @param <T> the canonical document it looks at
 */
public abstract class NamedGuard<T extends CanonicalDocument> implements Guard<T> {
    private final String name;
    private final FaultCode code;
    private final String stops;

    protected NamedGuard(String name, FaultCode code, String stops) {
        this.name = name;
        this.code = code;
        this.stops = stops;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final FaultCode code() {
        return code;
    }

    @Override
    public final String stops() {
        return stops;
    }

    protected final Fault fault(String path, String value, String text) {
        return Fault.onPath(code, path, value, text);
    }

    /** A number as people write it. */
    protected static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    protected static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
