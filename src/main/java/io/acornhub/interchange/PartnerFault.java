// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.util.List;

/** The partner's data is wrong; answered in the standard's codes, never retried. */
public final class PartnerFault extends FaultException {
    public PartnerFault(Fault fault) {
        super(List.of(fault), null);
    }

    public PartnerFault(Fault fault, Throwable cause) {
        super(List.of(fault), cause);
    }

    public PartnerFault(List<Fault> faults) {
        super(faults, null);
    }
}
