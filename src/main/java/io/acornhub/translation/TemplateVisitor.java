// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.Rendering;
import io.acornhub.translation.internal.SourceDocument;
import io.acornhub.translation.internal.TreeReader;
import javax.inject.Inject;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.visitor.sax.ng.AfterVisitor;
import org.w3c.dom.Element;

/**
 * Renders the bundle's template for the document that the visited element stands for. Named in a bundle's
 * {@code smooks-config.xml} with the parameter {@code template}, which must be the template that {@code mapping.yaml} names.
 */
public final class TemplateVisitor implements AfterVisitor {
    private String template;

    @Inject
    public void setTemplate(String template) {
        this.template = template;
    }

    public String getTemplate() {
        return template;
    }

    @Override
    public void visitAfter(Element element, ExecutionContext execution) {
        Rendering.render(Call.of(execution), (SourceDocument) execution.getBeanContext().getBean(TreeReader.BEAN));
    }
}
