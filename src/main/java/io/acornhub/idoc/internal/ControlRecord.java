// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.IdocLayout;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;

/** What a control record says about the IDoc behind it. */
final class ControlRecord {
    private ControlRecord() {
    }

    /** The layout of the IDoc, by its extension or basic type. */
    static IdocLayout layout(IdocLayouts layouts, Node control, int record) {
        String basic = control.value("IDOCTYP");
        String extension = control.value("CIMTYP");
        return layouts.of(basic, extension).orElseThrow(() -> new MappingFault(Fault.at(FaultCode.IDOC_TYPE_UNKNOWN, "EDI_DC40",
            record, basic, basic == null ? "the control record names no IDoc type (IDOCTYP)"
                : "there is no layout for IDoc type " + basic + (extension == null ? "" : " or its extension " + extension)
                    + "; there are " + layouts.types())));
    }
}
