// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How IDocs for one ERP system are written.
 *
 * @param charset of flat files; XML is always UTF-8
 * @param lineEnd of flat files
 * @param width FULL fills every record with blanks to its whole length, TRIMMED leaves trailing blanks out
 */
public record IdocWriting(IdocForm form, Charset charset, LineEnd lineEnd, Width width) {
    /** Flat, UTF-8, LF, full width. */
    public static final IdocWriting DEFAULT = new IdocWriting(IdocForm.FLAT, StandardCharsets.UTF_8, LineEnd.LF, Width.FULL);

    public enum LineEnd {
        LF, CRLF
    }

    public enum Width {
        FULL, TRIMMED
    }

    public IdocWriting {
        Settings.requireOneByteUnits(charset);
    }

    /**
     * By the settings {@code format} ({@code flat} or {@code xml}), {@code charset}, {@code lineEnd} ({@code LF} or
     * {@code CRLF}) and {@code width} ({@code full} or {@code trimmed}).
     *
     * @throws IllegalArgumentException naming the setting and what it can be
     */
    public static IdocWriting of(Map<String, String> settings) {
        return new IdocWriting(Settings.choice(settings, "format", DEFAULT.form), Settings.charset(settings),
            Settings.choice(settings, "lineEnd", DEFAULT.lineEnd), Settings.choice(settings, "width", DEFAULT.width));
    }
}
