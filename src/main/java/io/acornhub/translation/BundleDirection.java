// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import java.util.Locale;

/** What a bundle is for; written in {@code mapping.yaml} as {@link #key()}. */
public enum BundleDirection {
    /** From a partner's or ERP's format to canonical JSON. */
    TO_CANONICAL,
    /** From canonical JSON to a partner's or ERP's format. */
    FROM_CANONICAL,
    /** A grammar without a mapping: the standard's own answers (997). */
    ACKNOWLEDGMENT;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
