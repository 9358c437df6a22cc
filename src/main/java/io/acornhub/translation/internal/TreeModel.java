// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.acornhub.infoset.Node;
import java.util.ArrayList;
import java.util.List;

/** A value of the tree as templates see it; {@link #place()} says where it came from. */
interface TreeModel extends TemplateModel {
    Place place();

    /** The text, empty for what is absent; a template error for a branch. */
    String textOrEmpty() throws TemplateModelException;

    /** The document itself; paths begin below it. */
    static TreeModel root(Node node) {
        return new BranchModel(List.of(node), new Place(null, node.name(), 0, node.position()));
    }

    /** Values beside the document, such as {@code erp.client}; paths begin with the root's name. */
    static TreeModel beside(Node node) {
        return new BranchModel(List.of(node), new Place(new Place(null, "", 0, 0), node.name(), 0, 0));
    }

    /** The children of that name below a branch: none, one or many. */
    static TreeModel below(Node parent, Place place, String name) {
        Node first = null;
        List<Node> all = null;
        List<Node> children = parent.children();
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            if (child.name().equals(name)) {
                if (first == null) {
                    first = child;
                } else {
                    if (all == null) {
                        all = new ArrayList<>();
                        all.add(first);
                    }
                    all.add(child);
                }
            }
        }
        if (first == null) {
            return new AbsentModel(new Place(place, name, 0, 0));
        }
        Place at = new Place(place, name, all == null ? 0 : 1, first.position());
        List<Node> found = all == null ? List.of(first) : all;
        return first.isLeaf() ? new LeafModel(found, at) : new BranchModel(found, at);
    }
}
