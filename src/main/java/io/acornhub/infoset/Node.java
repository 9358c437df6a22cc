// SPDX-License-Identifier: Apache-2.0
package io.acornhub.infoset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The light tree every format is read into and written from: an X12 transaction set, an IDoc, a JSON document.
 * A node has either a text (a leaf: one data element or field) or children (a loop, segment or composite), in
 * document order; repeated things are siblings of one name. What is empty in the source is absent here.
 */
public final class Node {
    private final String name;
    private final String text;
    private final int position;
    private List<Node> children;

    private Node(String name, String text, int position) {
        this.name = name;
        this.text = text;
        this.position = position;
    }

    /** A node that holds others; {@code position} is the ordinal of its segment in the set (ST = 1), 0 if it has none. */
    public static Node branch(String name, int position) {
        return new Node(name, null, position);
    }

    public static Node leaf(String name, String text, int position) {
        return new Node(name, text, position);
    }

    public String name() {
        return name;
    }

    /** The text of a leaf, null for a branch. */
    public String text() {
        return text;
    }

    public int position() {
        return position;
    }

    public boolean isLeaf() {
        return text != null;
    }

    public List<Node> children() {
        return children == null ? Collections.emptyList() : children;
    }

    public Node add(Node child) {
        if (children == null) {
            children = new ArrayList<>(8);
        }
        children.add(child);
        return child;
    }

    /** The first child of that name, or null. */
    public Node child(String wanted) {
        if (children != null) {
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i).name.equals(wanted)) {
                    return children.get(i);
                }
            }
        }
        return null;
    }

    /** All children of that name, in order. */
    public List<Node> children(String wanted) {
        List<Node> found = new ArrayList<>();
        for (Node child : children()) {
            if (child.name.equals(wanted)) {
                found.add(child);
            }
        }
        return found;
    }

    /** The text at a path of names such as {@code BEG/BEG03}; null where any step is absent. */
    public String value(String path) {
        Node at = this;
        for (String step : path.split("/")) {
            at = at.child(step);
            if (at == null) {
                return null;
            }
        }
        return at.text;
    }

    @Override
    public String toString() {
        return isLeaf() ? name + "=" + text : name + children();
    }
}
