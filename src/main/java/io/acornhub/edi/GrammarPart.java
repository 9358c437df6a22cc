// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/** What can stand in a loop: a segment or an inner loop. */
public sealed interface GrammarPart permits LoopNode, SegmentUse {
    /** The tag that begins it: the segment's own, or that of a loop's first segment. */
    String tag();

    int min();

    int max();
}
