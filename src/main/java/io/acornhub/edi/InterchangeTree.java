// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The whole of a small file as trees, one node Interchange each; for comparison with other engines. */
public final class InterchangeTree implements X12Handler {
    private final List<Node> interchanges = new ArrayList<>();
    private Node interchange;
    private Node group;

    private InterchangeTree() {
    }

    public static List<Node> read(InputStream in, GrammarSource grammars) throws IOException {
        InterchangeTree tree = new InterchangeTree();
        new X12Reader().read(in, grammars, tree);
        return tree.interchanges;
    }

    @Override
    public void interchange(InterchangeHeader header) {
        interchange = Node.branch("Interchange", 0);
        interchange.add(header.tree());
        interchanges.add(interchange);
    }

    @Override
    public void group(GroupHeader header) {
        group = interchange.add(Node.branch("FunctionalGroup", 0));
        group.add(header.tree());
    }

    @Override
    public void set(GroupHeader header, TransactionSet set) {
        if (set.tree() != null) {
            group.add(set.tree());
        }
    }

    @Override
    public void groupEnd(GroupResult result) {
        if (result.trailer() != null) {
            group.add(result.trailer());
        }
    }

    @Override
    public void technicalAcknowledgment(InterchangeHeader header, Node ta1) {
        interchange.add(ta1);
    }

    @Override
    public void interchangeEnd(InterchangeResult result) {
        if (result.trailer() != null) {
            interchange.add(result.trailer());
        }
    }
}
