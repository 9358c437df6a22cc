// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.edi.internal.SliceReading;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import java.util.List;

/** Reads single sets whose place in the file is known, for translation: no envelope is read again. */
public final class SetSliceReader {
    private SetSliceReader() {
    }

    /** The tree of the set, without validation; segments the grammar has no place for are left out. */
    public static Node read(SetSlice slice, SetGrammar grammar) {
        return SliceReading.read(slice, grammar, null, 0);
    }

    /** The tree of the set; what its segments and elements have wrong (AK304, AK403) is added to the faults, to a limit. */
    public static Node validate(SetSlice slice, SetGrammar grammar, List<Fault> faults, X12Limits limits) {
        return SliceReading.read(slice, grammar, faults, limits.setFaults());
    }
}
