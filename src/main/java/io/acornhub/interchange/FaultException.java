// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.util.List;

/** A fault that ends the work on a document. The subclasses are the families of {@link FaultFamily}. */
public abstract class FaultException extends RuntimeException {
    private final transient List<Fault> faults;

    protected FaultException(List<Fault> faults, Throwable cause) {
        super(faults.get(0).inWords(), cause);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
