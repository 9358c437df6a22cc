// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.CodeLists;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.CanonicalDocuments;
import io.acornhub.translation.internal.CompiledBundle;
import io.acornhub.translation.internal.Rendered;
import io.acornhub.translation.internal.Rendering;
import io.acornhub.translation.internal.SourceDocument;

/**
 * The templates of the bundles without Smooks and Camel, for a transaction set that has been read already: what the command
 * line checks business rules with, and the floor that the benchmark compares with.
 */
public final class DirectTranslation {
    private final BundleCatalog catalog;
    private final CodeLists codeLists;
    private final CanonicalDocuments documents;

    public DirectTranslation(BundleCatalog catalog, CodeLists codeLists) {
        this.catalog = catalog;
        this.codeLists = codeLists;
        this.documents = new CanonicalDocuments(catalog.schemas());
    }

    /** @throws MappingFault as {@link Translation#toCanonical} does */
    public CanonicalText toCanonical(String bundleId, Node set, ControlData control, TranslationContext context) {
        CompiledBundle bundle = catalog.ready(bundleId);
        Call call = new Call(bundle, context, codeLists);
        Rendering.render(call, new SourceDocument("set", set, control));
        Rendered rendered = call.rendered().get(0);
        if (rendered.fault() != null) {
            throw rendered.fault();
        }
        return new CanonicalText(bundle.bundle().canonical(), documents.normalised(bundle.bundle(), rendered.text()), control);
    }
}
