// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/** A segment at its place in a loop, with how often it may stand there. */
public record SegmentUse(SegmentType type, int min, int max) implements GrammarPart {
    @Override
    public String tag() {
        return type.tag();
    }
}
