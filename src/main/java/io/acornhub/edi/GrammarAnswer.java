// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/** Whether and by which grammar a set is read. */
public sealed interface GrammarAnswer {
    /** The set is agreed; it is validated by this grammar. */
    record Agreed(SetGrammar grammar) implements GrammarAnswer {
    }

    /** GS08 is agreed for nothing: the group is rejected with AK905 = 2. */
    record ReleaseNotAgreed() implements GrammarAnswer {
    }

    /** The set is not agreed in this release: rejected with AK502 = 1. */
    record SetNotAgreed() implements GrammarAnswer {
    }
}
