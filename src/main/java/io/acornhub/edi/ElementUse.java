// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/**
 * An element at its position in a segment or a component at its position in a composite. Exactly one of {@code simple}
 * and {@code composite} is set.
 *
 * @param position counted from one
 * @param name in the tree, for example {@code BEG03} or, for a component, {@code MEA0401}
 * @param maxRepeats above one only where the release has the repetition separator
 */
public record ElementUse(int position, String name, boolean required, int maxRepeats, ElementType simple,
                         CompositeType composite) {

    public boolean isComposite() {
        return composite != null;
    }

    /** The data element reference number (AK402), for example {@code 324}; null for a composite. */
    public String number() {
        return simple == null ? null : Integer.toString(simple.number());
    }

    /** What a person calls it, for example {@code BEG03 (Purchase Order Number)}. */
    public String inWords() {
        String title = simple == null ? composite.title() : simple.title();
        return title == null || title.isEmpty() ? name : name + " (" + title + ")";
    }
}
