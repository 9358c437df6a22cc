// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import io.acornhub.idoc.internal.FlatWriter;
import io.acornhub.idoc.internal.WritableIdoc;
import io.acornhub.idoc.internal.XmlWriter;
import io.acornhub.infoset.Node;
import java.util.List;

/**
 * Writes trees as an IDoc file. The trees are checked against the layout first: unknown or misplaced segments, unknown fields
 * and values longer than their field are faults that name the path, such as {@code E1EDP01[2]/E1EDP19[1]/IDTNR}. Fields may
 * stand in any order in the tree, segments must be in the layout's. The control record is the caller's, DOCNUM included.
 */
public final class IdocWriter {
    private final IdocLayouts layouts;
    private final IdocWriting writing;

    public IdocWriter(IdocLayouts layouts, IdocWriting writing) {
        this.layouts = layouts;
        this.writing = writing;
    }

    public byte[] write(Node idoc) {
        return write(List.of(idoc));
    }

    /** All of them in one file. */
    public byte[] write(List<Node> idocs) {
        List<WritableIdoc> checked = idocs.stream().map(idoc -> WritableIdoc.of(layouts, idoc)).toList();
        return writing.format() == IdocForm.XML ? new XmlWriter(layouts).write(checked)
            : new FlatWriter(layouts, writing).write(checked);
    }

    public IdocWriting writing() {
        return writing;
    }
}
