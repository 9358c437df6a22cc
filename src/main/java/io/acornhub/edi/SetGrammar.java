// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.Map;

/** The grammar of one transaction set in one release: its tree of loops and the release's dictionary of segments. */
public final class SetGrammar {
    private final String setId;
    private final String release;
    private final LoopNode root;
    private final Map<String, SegmentType> dictionary;

    /** @param root the whole set, from ST to SE, named {@code TransactionSet} */
    public SetGrammar(String setId, String release, LoopNode root, Map<String, SegmentType> dictionary) {
        this.setId = setId;
        this.release = release;
        this.root = root;
        this.dictionary = Map.copyOf(dictionary);
    }

    /** ST01, for example {@code 850}. */
    public String setId() {
        return setId;
    }

    /** Version, release and subrelease as in GS08, for example {@code 004010}. */
    public String release() {
        return release;
    }

    public LoopNode root() {
        return root;
    }

    /** Every segment the dictionary knows, also those the set does not use. */
    public Map<String, SegmentType> dictionary() {
        return dictionary;
    }

    /** The segment of that tag, or null. */
    public SegmentType segment(String tag) {
        return dictionary.get(tag);
    }

    /** Whether the set has that segment anywhere. */
    public boolean uses(String tag) {
        return uses(root, tag);
    }

    private static boolean uses(LoopNode loop, String tag) {
        for (GrammarPart part : loop.children()) {
            if (part.tag().equals(tag) || part instanceof LoopNode inner && uses(inner, tag)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return setId + " " + release;
    }
}
