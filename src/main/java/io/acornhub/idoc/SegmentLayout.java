// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One segment of an IDoc type at one place of the tree: its names, its parent and its fields. */
public final class SegmentLayout {
    private final String type;
    private final String definition;
    private final int level;
    private final int order;
    private final SegmentLayout parent;
    private final long min;
    private final long max;
    private final List<IdocField> fields;
    private final Map<String, Integer> fieldIndex = new HashMap<>();

    /**
     * @param type the name in XML, such as E1EDP01
     * @param definition the name with its version in flat files, such as E2EDP01011
     * @param level what HLEVEL says; it is not the depth in the tree
     * @param order place in the IDoc type, from 1
     * @param parent the segment it hangs under, null for the top level
     * @param max {@link Long#MAX_VALUE} where the layout sets no limit
     */
    public SegmentLayout(String type, String definition, int level, int order, SegmentLayout parent, long min, long max,
                         List<IdocField> fields) {
        this.type = type;
        this.definition = definition;
        this.level = level;
        this.order = order;
        this.parent = parent;
        this.min = min;
        this.max = max;
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            fieldIndex.put(fields.get(i).name(), i);
        }
    }

    public String type() {
        return type;
    }

    public String definition() {
        return definition;
    }

    public int level() {
        return level;
    }

    public int order() {
        return order;
    }

    public SegmentLayout parent() {
        return parent;
    }

    public long min() {
        return min;
    }

    public long max() {
        return max;
    }

    public List<IdocField> fields() {
        return fields;
    }

    /** Place of the field among {@link #fields()}, -1 if the segment has no such field. */
    public int indexOf(String field) {
        return fieldIndex.getOrDefault(field, -1);
    }

    /** Characters the fields take of SDATA. */
    public int length() {
        IdocField last = fields.get(fields.size() - 1);
        return last.offset() + last.length();
    }

    @Override
    public String toString() {
        return type;
    }
}
