// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

/**
 * A fault of a segment or of one of its elements, as a 997 says it.
 *
 * @param segment its tag
 * @param position counted from ST, which is 1
 * @param segmentCode AK304
 * @param element position in the segment, or 0 if the segment itself is meant
 * @param elementCode AK403, empty for a segment
 * @param value the bad value, which AK404 repeats
 */
public record SyntaxFault(String segment, int position, String segmentCode, int element, String elementCode, String value) {

    static SyntaxFault ofSegment(String segment, int position, String code) {
        return new SyntaxFault(segment, position, code, 0, "", "");
    }

    static SyntaxFault ofElement(String segment, int position, int element, String code, String value) {
        return new SyntaxFault(segment, position, "8", element, code, value);
    }

    /** In words. */
    public String inWords() {
        String place = segment + " (segment " + position + " of the set)";
        return element == 0 ? place + ": AK304 " + segmentCode
            : place + " element " + element + ": AK403 " + elementCode + (value.isEmpty() ? "" : ", value " + value);
    }
}
