// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.interchange.Fault;
import io.acornhub.partner.ErrorTolerance;

/** Whether and by which grammar a set is read. */
public sealed interface GrammarAnswer {
    /**
     * The set is agreed; it is validated by this grammar.
     *
     * @param tolerance faults it is accepted with
     */
    record Agreed(SetGrammar grammar, ErrorTolerance tolerance) implements GrammarAnswer {
        public Agreed(SetGrammar grammar) {
            this(grammar, ErrorTolerance.NONE);
        }

        /** Whether a set with this fault is accepted all the same. */
        public boolean accepts(Fault fault) {
            return tolerance.takes(fault.code().list(), fault.code().standardCode());
        }
    }

    /** GS08 is agreed for nothing: the group is rejected with AK905 = 2. */
    record ReleaseNotAgreed() implements GrammarAnswer {
    }

    /** The set is not agreed in this release: rejected with AK502 = 1. */
    record SetNotAgreed() implements GrammarAnswer {
    }
}
