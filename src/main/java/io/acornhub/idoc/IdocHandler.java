// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import io.acornhub.interchange.FaultException;

/** Takes the IDocs of a file one by one; none is kept after the call. */
public interface IdocHandler {
    void idoc(Idoc idoc);

    /** An IDoc whose content is wrong; those after it are still read. Without a handler's own word the file ends here. */
    default void refused(IdocSlice slice, FaultException fault) {
        throw fault;
    }
}
