// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.List;

/** A loop of the grammar; its first child is the segment that begins each occurrence. The set itself is the outermost loop. */
public final class LoopNode implements GrammarPart {
    private final String code;
    private final String name;
    private final int min;
    private final int max;
    private final List<GrammarPart> children;
    private final int[] tags;

    public LoopNode(String code, String name, int min, int max, List<GrammarPart> children) {
        if (children.isEmpty() || !(children.get(0) instanceof SegmentUse)) {
            throw new IllegalArgumentException("loop " + code + " does not begin with a segment");
        }
        this.code = code;
        this.name = name;
        this.min = min;
        this.max = max;
        this.children = List.copyOf(children);
        this.tags = this.children.stream().mapToInt(c -> Tags.number(c.tag())).toArray();
    }

    /** The code in the grammar, for example {@code L_PO1_N1}. */
    public String code() {
        return code;
    }

    /** The name in the tree, for example {@code LoopN1}. */
    public String name() {
        return name;
    }

    @Override
    public int min() {
        return min;
    }

    @Override
    public int max() {
        return max;
    }

    public List<GrammarPart> children() {
        return children;
    }

    @Override
    public String tag() {
        return children.get(0).tag();
    }

    /** Index of the first child from {@code from} on that begins with this {@link Tags#number}; -1 if there is none. */
    public int find(int tag, int from) {
        for (int i = from; i < tags.length; i++) {
            if (tags[i] == tag) {
                return i;
            }
        }
        return -1;
    }
}
