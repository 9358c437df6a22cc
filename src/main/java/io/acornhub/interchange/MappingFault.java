// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.util.List;

/** No agreement, mapping or code fits; parked at once, for the mapping author. */
public final class MappingFault extends FaultException {
    public MappingFault(Fault fault) {
        super(List.of(fault), null);
    }

    public MappingFault(Fault fault, Throwable cause) {
        super(List.of(fault), cause);
    }

    public MappingFault(List<Fault> faults) {
        super(faults, null);
    }
}
