// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.acornhub.infoset.Node;
import java.util.List;
import java.util.Map;

/** Functions that find a segment by its qualifier or an article number by its pair. */
final class Lookups {
    /** The first element 235 of segments with article number pairs; the others have it at 06. */
    private static final Map<String, Integer> FIRST_QUALIFIER = Map.of("LIN", 2, "POC", 8, "SLN", 9);

    private Lookups() {
    }

    static void addTo(Functions functions) {
        functions.add("byQualifier", 3, 20, (call, a) -> byQualifier(a));
        functions.add("pair", 2, 20, (call, a) -> pair(a));
        functions.add("pairs", 2, 20, (call, a) -> pairs(a));
    }

    /** The first of the list whose element (a path such as N1/N101 in loops) has the first qualifier, else the second ... */
    private static TemplateModel byQualifier(Arguments a) throws TemplateModelException {
        String element = a.text(1);
        if (a.get(0) instanceof BranchModel list) {
            for (int q = 2; q < a.size(); q++) {
                String qualifier = a.text(q);
                List<Node> all = list.all();
                for (int i = 0; i < all.size(); i++) {
                    if (qualifier.equals(all.get(i).value(element))) {
                        return list.get(i);
                    }
                }
            }
        } else if (!(a.get(0) instanceof AbsentModel)) {
            throw new TemplateModelException("byQualifier: the first argument must be segments or loops");
        }
        Place place = a.place(0);
        return new AbsentModel(new Place(place.parent(), place.name() + "[" + element + "=" + a.text(2) + "]", 0, 0));
    }

    /** The article number of the first of these qualifiers that the segment has. */
    private static TemplateModel pair(Arguments a) throws TemplateModelException {
        BranchModel segment = segment(a);
        for (int q = 1; segment != null && q < a.size(); q++) {
            String value = element(segment.node(), segment.place().name(), a.text(q));
            if (value != null) {
                return segment.get(value);
            }
        }
        return new AbsentModel(new Place(a.place(0), "[" + a.text(1) + "]", 0, 0));
    }

    /** The article numbers of all of these qualifiers that the segment has, in their order. */
    private static TemplateModel pairs(Arguments a) throws TemplateModelException {
        SimpleSequence found = new SimpleSequence(a.size() - 1, (ObjectWrapper) null);
        BranchModel segment = segment(a);
        for (int q = 1; segment != null && q < a.size(); q++) {
            String value = element(segment.node(), segment.place().name(), a.text(q));
            if (value != null) {
                found.add(segment.get(value));
            }
        }
        return found;
    }

    /** Null for a segment that is not there. */
    private static BranchModel segment(Arguments a) throws TemplateModelException {
        if (a.get(0) instanceof BranchModel segment) {
            return segment;
        }
        if (a.get(0) instanceof AbsentModel) {
            return null;
        }
        throw new TemplateModelException("pair: the first argument must be a segment");
    }

    private static String element(Node segment, String name, String qualifier) {
        int first = FIRST_QUALIFIER.getOrDefault(name, 6);
        for (Node child : segment.children()) {
            if (qualifier.equals(child.text()) && child.name().length() == name.length() + 2) {
                int number = Integer.parseInt(child.name().substring(name.length()));
                String value = name + (number < 9 ? "0" : "") + (number + 1);
                if (number >= first && (number - first) % 2 == 0 && segment.child(value) != null) {
                    return value;
                }
            }
        }
        return null;
    }
}
