// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.edi.internal.GrammarBuilder;
import java.nio.file.Path;

/** Loads grammars written in StAEDI's EDISchema format (version 4). */
public final class Grammars {
    private Grammars() {
    }

    /**
     * Reads a grammar and what it includes; relative includes are found beside the file, whatever the working directory.
     *
     * @param setId ST01 such as 850, which the format does not hold
     * @param release as in GS08, for example 004010
     * @throws io.acornhub.interchange.MappingFault where the file is absent or is no grammar; names the file and the line
     */
    public static SetGrammar load(Path grammarXml, String setId, String release) {
        return GrammarBuilder.load(grammarXml, setId, release);
    }
}
