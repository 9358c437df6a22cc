// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A transaction set.
 *
 * @param code ST01, such as {@code 855}
 * @param control ST02
 * @param segments what stands between ST and SE
 * @param trailer SE, or null where there is none
 */
public record X12Set(String code, String control, List<X12Segment> segments, X12Segment trailer) {

    public X12Set {
        segments = List.copyOf(segments);
    }

    /** All segments of a tag. */
    public Stream<X12Segment> all(String tag) {
        return segments.stream().filter(segment -> segment.tag().equals(tag));
    }

    /** The first segment of a tag; an empty one if there is none. */
    public X12Segment first(String tag) {
        return all(tag).findFirst().orElse(X12Segment.of(tag));
    }

    /** The first segment of a tag whose first element says so. */
    public Optional<X12Segment> first(String tag, String qualifier) {
        return segments.stream().filter(segment -> segment.is(tag, qualifier)).findFirst();
    }
}
