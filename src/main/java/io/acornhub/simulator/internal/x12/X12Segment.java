// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A segment: its tag and its elements; what is not there is an empty text. */
public record X12Segment(String tag, List<String> elements) {

    public X12Segment {
        elements = List.copyOf(elements);
    }

    /** A segment to write; empty elements at the end are left away, null is an empty one. */
    public static X12Segment of(String tag, Object... elements) {
        List<String> texts = new ArrayList<>();
        Arrays.stream(elements).forEach(element -> texts.add(element == null ? "" : text(element)));
        while (!texts.isEmpty() && texts.get(texts.size() - 1).isEmpty()) {
            texts.remove(texts.size() - 1);
        }
        return new X12Segment(tag, texts);
    }

    private static String text(Object element) {
        return element instanceof BigDecimal number ? plain(number) : element.toString();
    }

    /** A number as X12 writes it (type R): no exponent, no zeros at the end. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The element at a position, counted from 1 as in X12; empty when it is not there. */
    public String get(int position) {
        return position <= elements.size() ? elements.get(position - 1) : "";
    }

    /** The element at a position as a number; empty when it is absent or no number. */
    public Optional<BigDecimal> number(int position) {
        String text = get(position);
        if (!text.matches("-?(\\d{1,18}(\\.\\d{0,9})?|\\.\\d{1,9})")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** Whether the tag is this one and the first element says so. */
    public boolean is(String wanted, String first) {
        return tag.equals(wanted) && get(1).equals(first);
    }

    /** The value that follows a qualifier in the pairs from a position on, such as {@code UP} and a UPC in a PO1; or empty. */
    public String pair(int from, String... qualifiers) {
        for (String qualifier : qualifiers) {
            for (int i = from; i < elements.size(); i += 2) {
                if (get(i).equals(qualifier)) {
                    return get(i + 1);
                }
            }
        }
        return "";
    }
}
