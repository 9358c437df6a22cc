// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.infoset.Node;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.internal.Call;
import io.acornhub.translation.internal.Rendering;
import io.acornhub.translation.internal.SourceDocument;
import javax.inject.Inject;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.visitor.sax.ng.AfterVisitor;
import org.w3c.dom.Element;

/** Renders the bundle's template for the fragment that Smooks gathered from the events of a plain {@code edi:parser}. */
public final class PlainCartridgeVisitor implements AfterVisitor {
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
        Rendering.render(Call.of(execution), new SourceDocument("set", tree(element), ControlData.NONE));
    }

    private static Node tree(Element element) {
        Node node = Node.branch(element.getLocalName(), 0);
        boolean leaf = true;
        for (org.w3c.dom.Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                node.add(tree(inner));
                leaf = false;
            }
        }
        return leaf ? Node.leaf(element.getLocalName(), element.getTextContent(), 0) : node;
    }
}
