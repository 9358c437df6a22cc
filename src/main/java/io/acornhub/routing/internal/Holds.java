// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.lifecycle.Verdicts;
import java.util.List;
import java.util.stream.Stream;

/** Why a document stands: what a person may release, and what only a correction at the source helps. */
record Holds(List<Fault> releasable, List<Fault> blocking) {
    static final Holds NONE = new Holds(List.of(), List.of());

    static Holds of(Verdicts verdicts) {
        return new Holds(verdicts.holds(), verdicts.blocks());
    }

    static Holds of(List<Fault> releasable) {
        return new Holds(releasable, List.of());
    }

    boolean isEmpty() {
        return releasable.isEmpty() && blocking.isEmpty();
    }

    Fault first() {
        return blocking.isEmpty() ? releasable.get(0) : blocking.get(0);
    }

    /** The document is held, with every reason. */
    void write(DocumentChange change, String stage) {
        blocking.forEach(change::block);
        releasable.forEach(change::hold);
        change.faults(Stream.concat(blocking.stream(), releasable.stream()).toList()).state(DocumentState.HELD)
            .event(stage, "held", first().inWords());
    }
}
