// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import io.acornhub.infoset.Node;
import java.util.List;

/**
 * A loop, segment, composite or group. As a hash it is the first of its name; as a sequence it is all of them, so that
 * {@code set.REF.REF02} and {@code <#list set.REF as ref>} both read naturally whether there are one or many.
 */
record BranchModel(List<Node> all, Place place) implements TreeModel, TemplateHashModel, TemplateSequenceModel {
    Node node() {
        return all.get(0);
    }

    @Override
    public TemplateModel get(String key) {
        return TreeModel.below(node(), place, key);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public TemplateModel get(int at) {
        if (at < 0 || at >= all.size()) {
            return null;
        }
        int ordinal = all.size() > 1 ? at + 1 : 0;
        return new BranchModel(List.of(all.get(at)), new Place(place.parent(), place.name(), ordinal, all.get(at).position()));
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public String textOrEmpty() throws TemplateModelException {
        throw new TemplateModelException(place.path() + " is a group of values, not a value; name one of "
            + node().children().stream().map(Node::name).distinct().toList());
    }
}
