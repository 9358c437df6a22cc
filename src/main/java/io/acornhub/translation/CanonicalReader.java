// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.CanonicalTree;
import io.acornhub.translation.internal.SourceDocument;
import io.acornhub.translation.internal.TreeReader;
import java.io.IOException;
import org.xml.sax.SAXException;

/** Smooks reader of canonical JSON: one element {@code document}, which templates see as {@code document}. */
public final class CanonicalReader extends TreeReader {
    public CanonicalReader() {
        super("document");
    }

    @Override
    protected void read(byte[] input, Call call) throws IOException, SAXException {
        found(new SourceDocument("document", CanonicalTree.read(input), call.context().source()));
    }
}
