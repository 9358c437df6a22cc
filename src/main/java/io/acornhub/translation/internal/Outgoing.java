// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.Bundle;
import javax.xml.stream.XMLStreamException;

/** The XML a template wrote, read back into the tree that the writers take. */
public final class Outgoing {
    private Outgoing() {
    }

    public static Node tree(Bundle bundle, String written) {
        try {
            Node tree = InfosetXml.read(written);
            if (tree == null) {
                throw new MappingFault(
                    Fault.of(FaultCode.TEMPLATE_ERROR, bundle.id() + ": " + bundle.template() + " writes nothing"));
            }
            return tree;
        } catch (XMLStreamException e) {
            int at = Math.min(written.length(), Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset()));
            throw new MappingFault(Fault.onPath(FaultCode.TEMPLATE_ERROR, null, null, bundle.id() + " -> "
                + TargetPath.ofXml(written.substring(0, at)) + ": " + bundle.template() + " writes no XML: "
                + e.getMessage().lines().findFirst().orElse("")), e);
        }
    }
}
