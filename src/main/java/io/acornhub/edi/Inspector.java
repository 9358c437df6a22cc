// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.edi.internal.InspectingHandler;
import io.acornhub.partner.Configuration;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file to its end and puts verdicts on its interchanges, groups and sets, by what is agreed with the partner. Only
 * summaries are kept, so that memory depends on the number of sets, not on their size.
 */
public final class Inspector {
    private final X12Reader reader;

    public Inspector() {
        this(X12Limits.DEFAULT);
    }

    public Inspector(X12Limits limits) {
        this.reader = new X12Reader(limits);
    }

    public Inspection inspect(InputStream in, Configuration configuration, GrammarProvider grammars) throws IOException {
        return inspect(in, configuration, grammars, SetConsumer.none());
    }

    /** @param consumer sees the trees, set by set */
    public Inspection inspect(InputStream in, Configuration configuration, GrammarProvider grammars, SetConsumer consumer)
            throws IOException {
        InspectingHandler handler = new InspectingHandler(configuration, grammars, consumer);
        reader.read(in, handler, handler);
        return handler.inspection();
    }
}
