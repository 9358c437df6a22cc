// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

/**
 * Where a value stands in its tree: a chain of names up to the root, made only when a template asks for it.
 *
 * @param ordinal one-based among siblings of that name; 0 where it has none
 * @param segment ordinal of the segment or record it belongs to, 0 if unknown
 */
record Place(Place parent, String name, int ordinal, int segment) {

    /** As {@code LoopPO1[2]/PO1/PO103}; the root has no name of its own. */
    String path() {
        StringBuilder path = new StringBuilder();
        write(path);
        return path.toString();
    }

    private void write(StringBuilder path) {
        if (parent == null) {
            return;
        }
        parent.write(path);
        if (path.length() > 0) {
            path.append('/');
        }
        path.append(name);
        if (ordinal > 0) {
            path.append('[').append(ordinal).append(']');
        }
    }

    /** The nearest position known on the way up. */
    int position() {
        for (Place at = this; at != null; at = at.parent) {
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
