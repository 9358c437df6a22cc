// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.List;

/** A segment of the release's dictionary: its elements by position and the syntax notes between them. */
public final class SegmentType {
    private final String tag;
    private final String title;
    private final List<ElementUse> elements;
    private final List<SyntaxRule> rules;
    private final ElementUse[] byPosition;
    private final long required;

    public SegmentType(String tag, String title, List<ElementUse> elements, List<SyntaxRule> rules) {
        this.tag = tag;
        this.title = title;
        this.elements = List.copyOf(elements);
        this.rules = List.copyOf(rules);
        this.byPosition = this.elements.toArray(new ElementUse[0]);
        long mask = 0;
        for (ElementUse use : byPosition) {
            mask |= use.required() ? SyntaxRule.bit(use.position()) : 0;
        }
        this.required = mask;
    }

    public String tag() {
        return tag;
    }

    public String title() {
        return title;
    }

    public List<ElementUse> elements() {
        return elements;
    }

    public List<SyntaxRule> rules() {
        return rules;
    }

    /** The element at a position, counted from one; null beyond the last. */
    public ElementUse element(int position) {
        return position <= byPosition.length ? byPosition[position - 1] : null;
    }

    /** One bit an element that must be there, as {@link SyntaxRule#bit} numbers them. */
    public long required() {
        return required;
    }

    @Override
    public String toString() {
        return tag;
    }
}
