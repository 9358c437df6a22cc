// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import java.util.List;

/**
 * One IDoc as read.
 *
 * @param tree {@code IDOC}; positions are record numbers of the file (flat) or of the IDoc, control record 1 (XML)
 * @param warnings what was odd but is kept in the tree
 */
public record Idoc(IdocSlice slice, Node tree, List<Fault> warnings) {

    /** A field of the control record such as MESTYP, null where it is blank. */
    public String control(String field) {
        return tree.value("EDI_DC40/" + field);
    }
}
