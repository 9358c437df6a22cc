// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How IDocs of one ERP system are read.
 *
 * @param charset of flat files, as the file port of the system writes them; an XML file says its own
 * @param unknownSegments what to do with a segment that is not in the layout
 * @param unknownFields what to do with a field, or the rest of a record, that is not in the layout
 */
public record IdocReading(Charset charset, Unknown unknownSegments, Unknown unknownFields) {
    /** UTF-8, unknown segments fail, unknown fields are kept with a warning. */
    public static final IdocReading DEFAULT = new IdocReading(StandardCharsets.UTF_8, Unknown.FAIL, Unknown.KEEP);

    /** What to do with what the layout does not know. There is no third way: nothing is dropped silently. */
    public enum Unknown {
        /** The IDoc is refused, with the place. */
        FAIL,
        /** It stays in the tree as it came and a warning says so. */
        KEEP
    }

    public IdocReading {
        Settings.requireOneByteUnits(charset);
    }

    /**
     * By the settings {@code charset}, {@code unknownSegments} and {@code unknownFields} ({@code fail} or {@code keep}).
     *
     * @throws IllegalArgumentException naming the setting and what it can be
     */
    public static IdocReading of(Map<String, String> settings) {
        return new IdocReading(Settings.charset(settings), Settings.choice(settings, "unknownSegments", DEFAULT.unknownSegments),
            Settings.choice(settings, "unknownFields", DEFAULT.unknownFields));
    }
}
