// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.access;

import io.acornhub.simulator.VendorGroup;

/** A vendor group as it is now; its credentials and roles can change while the simulator runs, its name and region cannot. */
public final class Account {
    private volatile VendorGroup group;

    Account(VendorGroup group) {
        this.group = group;
    }

    public String name() {
        return group.name();
    }

    public String region() {
        return group.region();
    }

    public VendorGroup group() {
        return group;
    }

    void change(VendorGroup to) {
        group = to;
    }

    /** Whether the group holds the vendor code; one that names no codes holds any that nobody else has. */
    public boolean holds(String vendorCode) {
        return group.vendorCodes().contains(vendorCode);
    }

    @Override
    public String toString() {
        return group.toString();
    }
}
