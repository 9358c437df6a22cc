// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

/**
 * Where a value stands in its tree: a chain of names up to the root, made only when a template asks for it.
 *
 * @param ordinal one-based among siblings of that name; 0 where it has none
 * @param segment ordinal of the segment or record it belongs to, 0 if unknown
 */
record Place(Place parent, String name, int ordinal, int segment) {
    private static final String CSV = "csv";

    /** As {@code LoopPO1[2]/PO1/PO103}, or {@code lines[1].quantity.unit} in JSON; the root has no name of its own. */
    String path() {
        StringBuilder path = new StringBuilder();
        if (isOf(CSV)) {
            cell(path);
        } else {
            write(path, isJson());
        }
        return path.toString();
    }

    /** As a spreadsheet shows it: {@code row 3, column quantity}. */
    private void cell(StringBuilder path) {
        if (parent != null) {
            boolean row = parent.parent == null;
            path.append("row ").append(segment > 0 ? segment : parent.segment).append(row ? "" : ", column " + name);
        }
    }

    private void write(StringBuilder path, boolean json) {
        if (parent == null) {
            return;
        }
        parent.write(path, json);
        if (path.length() > 0) {
            path.append(json ? '.' : '/');
        }
        path.append(name);
        if (json && segment > 0) {
            path.append('[').append(segment - 1).append(']');
        } else if (!json && ordinal > 0) {
            path.append('[').append(ordinal).append(']');
        }
    }

    private boolean isJson() {
        return isOf(CanonicalTree.ROOT) || isOf(CanonicalTree.JSON);
    }

    private boolean isOf(String document) {
        Place root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return document.equals(root.name);
    }

    /** The nearest position known on the way up; 0 where there are no segments: that of JSON is a place in an array, of CSV a row. */
    int position() {
        for (Place at = isJson() || isOf(CSV) ? null : this; at != null; at = at.parent) {
            if (at.segment > 0) {
                return at.segment;
            }
        }
        return 0;
    }

    /** The segment's name: the element's parent by name, for example PO1 for PO103. */
    String segmentName() {
        return parent == null || parent.parent == null ? name : parent.name;
    }
}
