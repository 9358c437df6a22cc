// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateCollectionModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateScalarModel;
import io.acornhub.infoset.Node;
import java.util.List;

/** An element or field: its text, and for repeated elements a list of them. */
record LeafModel(List<Node> all, Place place) implements TreeModel, TemplateScalarModel, TemplateCollectionModelEx {
    /** Another text at the same place. */
    LeafModel reading(String text) {
        return new LeafModel(List.of(Node.leaf(all.get(0).name(), text, all.get(0).position())), place);
    }

    @Override
    public String textOrEmpty() {
        return all.get(0).text();
    }

    @Override
    public String getAsString() {
        return all.get(0).text();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public TemplateModelIterator iterator() {
        return new TemplateModelIterator() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < all.size();
            }

            @Override
            public TemplateModel next() throws TemplateModelException {
                int ordinal = all.size() > 1 ? next + 1 : 0;
                Place at = new Place(place.parent(), place.name(), ordinal, all.get(next).position());
                return new LeafModel(List.of(all.get(next++)), at);
            }
        };
    }
}
