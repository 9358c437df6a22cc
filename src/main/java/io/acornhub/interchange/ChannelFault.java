// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.time.Duration;
import java.util.List;

/** The other side cannot be reached now; retried within bounds, then parked. One that is final is parked at once. */
public final class ChannelFault extends FaultException {
    private final boolean isFinal;
    private final Duration notBefore;

    public ChannelFault(Fault fault) {
        this(List.of(fault), null, false, Duration.ZERO);
    }

    public ChannelFault(Fault fault, Throwable cause) {
        this(List.of(fault), cause, false, Duration.ZERO);
    }

    public ChannelFault(List<Fault> faults) {
        this(faults, null, false, Duration.ZERO);
    }

    private ChannelFault(List<Fault> faults, Throwable cause, boolean isFinal, Duration notBefore) {
        super(faults, cause);
        this.isFinal = isFinal;
        this.notBefore = notBefore;
    }

    /** The other side will not take it however often it is tried, or only a person can know whether it has it: parked at once. */
    public static ChannelFault parked(Fault fault) {
        return new ChannelFault(List.of(fault), null, true, Duration.ZERO);
    }

    /** @param notBefore how long the other side asks to be left alone; the next attempt is at least so far away */
    public static ChannelFault later(Fault fault, Duration notBefore) {
        return new ChannelFault(List.of(fault), null, false, notBefore);
    }

    /** Whether another attempt is of no use. */
    public boolean isFinal() {
        return isFinal;
    }

    /** How long the other side asks to be left alone; zero where it does not say. */
    public Duration notBefore() {
        return notBefore;
    }
}
