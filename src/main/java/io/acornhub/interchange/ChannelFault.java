// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.util.List;

/** The other side cannot be reached now; retried within bounds, then parked. */
public final class ChannelFault extends FaultException {
    public ChannelFault(Fault fault) {
        super(List.of(fault), null);
    }

    public ChannelFault(Fault fault, Throwable cause) {
        super(List.of(fault), cause);
    }

    public ChannelFault(List<Fault> faults) {
        super(faults, null);
    }
}
