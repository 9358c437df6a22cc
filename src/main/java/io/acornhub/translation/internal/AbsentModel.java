// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.TemplateCollectionModelEx;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateScalarModel;

/**
 * What is not in the document: prints nothing, has nothing, lists nothing, and still knows its path, so that
 * {@code required(...)} can name it.
 */
record AbsentModel(Place place)
        implements TreeModel, TemplateScalarModel, TemplateHashModel, TemplateCollectionModelEx, TemplateModelIterator {
    @Override
    public String textOrEmpty() {
        return "";
    }

    @Override
    public String getAsString() {
        return "";
    }

    @Override
    public TemplateModel get(String key) {
        return new AbsentModel(new Place(place, key, 0, 0));
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public TemplateModelIterator iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public TemplateModel next() throws TemplateModelException {
        throw new TemplateModelException("nothing at " + place.path());
    }
}
