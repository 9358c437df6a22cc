// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import java.util.Arrays;

/** Where the segments of a set begin and end, relative to the set. */
final class SegmentList {
    private int[] bounds = new int[128];
    private int size;

    void clear() {
        size = 0;
        if (bounds.length > 1 << 16) {
            bounds = new int[128];
        }
    }

    void add(int start, int end) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        size++;
    }

    int size() {
        return size;
    }

    int start(int index) {
        return bounds[2 * index];
    }

    int end(int index) {
        return bounds[2 * index + 1];
    }
}
