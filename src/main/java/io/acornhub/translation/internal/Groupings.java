// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleNumber;
import freemarker.template.TemplateCollectionModelEx;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateScalarModel;
import io.acornhub.infoset.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions over lists of members: those with a value, the place of each in its list, and sums over lists within lists. */
final class Groupings {
    private Groupings() {
    }

    static void addTo(Functions functions) {
        functions.add("byValue", 2, 2, (call, a) -> byValue(a));
        functions.add("positions", 2, 2, (call, a) -> positions(a));
        functions.add("summed", 3, 9, (call, a) -> summed(a));
    }

    /** By the value at a path such as {@code cartonReferenceDetails/cartonReferenceNumbers}: the list of those that have it there. */
    private static TemplateModel byValue(Arguments a) throws TemplateModelException {
        Map<String, List<Node>> found = new LinkedHashMap<>();
        for (Node node : nodes(a, 0)) {
            for (String value : values(node, a.text(1).split("/"), 0)) {
                found.computeIfAbsent(value, key -> new ArrayList<>()).add(node);
            }
        }
        Map<String, TemplateModel> models = new LinkedHashMap<>();
        found.forEach((value, all) -> {
            Place place = a.place(0);
            models.put(value, new BranchModel(all, new Place(place.parent(), place.name(), 0, all.get(0).position())));
        });
        return new Found(models, a.place(0));
    }

    /** The place in the list, counted from 1, of the first that has the value in that member. */
    private static TemplateModel positions(Arguments a) throws TemplateModelException {
        Map<String, TemplateModel> models = new LinkedHashMap<>();
        int position = 0;
        for (Node node : nodes(a, 0)) {
            position++;
            for (String value : values(node, a.text(1).split("/"), 0)) {
                models.putIfAbsent(value, new SimpleNumber(position));
            }
        }
        return new Found(models, a.place(0));
    }

    /**
     * All members of that name in the first arguments, those alike in the members named after it as one: {@code amount} and
     * {@code taxable} are added up, the rest is of the first.
     */
    private static TemplateModel summed(Arguments a) throws TemplateModelException {
        int name = 0;
        while (!(a.get(name) instanceof TemplateScalarModel) || a.get(name) instanceof AbsentModel) {
            name++;
        }
        Map<String, List<Node>> groups = new LinkedHashMap<>();
        for (int i = 0; i < name; i++) {
            for (Node holder : nodes(a, i)) {
                for (Node member : holder.children(a.text(name))) {
                    StringBuilder key = new StringBuilder();
                    for (int k = name + 1; k < a.size(); k++) {
                        key.append(member.value(a.text(k))).append('\n');
                    }
                    groups.computeIfAbsent(key.toString(), k -> new ArrayList<>()).add(member);
                }
            }
        }
        Place place = new Place(a.place(0), a.text(name), 0, 0);
        List<Node> sums = groups.values().stream().map(Groupings::sum).toList();
        return sums.isEmpty() ? new AbsentModel(place) : new BranchModel(sums, place);
    }

    private static Node sum(List<Node> alike) {
        Node sum = Node.branch(alike.get(0).name(), alike.get(0).position());
        for (Node member : alike.get(0).children()) {
            boolean added = member.name().equals("amount") || member.name().equals("taxable");
            sum.add(added ? Node.leaf(member.name(), total(alike, member.name()), member.position()) : member);
        }
        return sum;
    }

    private static String total(List<Node> alike, String name) {
        BigDecimal total = BigDecimal.ZERO;
        for (Node each : alike) {
            total = each.value(name) == null ? total : total.add(new BigDecimal(each.value(name)));
        }
        return PlainNumbers.plain(total);
    }

    private static List<String> values(Node node, String[] path, int step) {
        List<String> values = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.name().equals(path[step])) {
                if (step == path.length - 1 && child.isLeaf()) {
                    values.add(child.text());
                } else if (step < path.length - 1) {
                    values.addAll(values(child, path, step + 1));
                }
            }
        }
        return values;
    }

    private static List<Node> nodes(Arguments a, int at) throws TemplateModelException {
        if (a.get(at) instanceof BranchModel list) {
            return list.all();
        }
        if (a.get(at) instanceof AbsentModel) {
            return List.of();
        }
        throw new TemplateModelException("argument " + (at + 1) + " must be a list of members");
    }

    /** What was found by value; what was not is absent, and {@code required} says so. */
    private record Found(Map<String, TemplateModel> models, Place place) implements TemplateHashModel, TemplateCollectionModelEx {
        @Override
        public TemplateModel get(String key) {
            TemplateModel model = models.get(key);
            return model == null ? new AbsentModel(new Place(place.parent(), place.name(), 0, 0)) : model;
        }

        @Override
        public boolean isEmpty() {
            return models.isEmpty();
        }

        @Override
        public int size() {
            return models.size();
        }

        @Override
        public TemplateModelIterator iterator() {
            Iterator<TemplateModel> all = models.values().iterator();
            return new TemplateModelIterator() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public TemplateModel next() {
                    return all.next();
                }
            };
        }
    }
}
