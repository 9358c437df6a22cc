// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An SSCC is used once: within the notice and ever before. */
public final class SsccOnce extends NoticeGuard {
    public SsccOnce() {
        super("sscc-once", FaultCode.SSCC_REUSED, "an SSCC that was used before");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        Set<String> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < packages(notice).size(); i++) {
            String sscc = packages(notice).get(i).sscc();
            if (blank(sscc)) {
                continue;
            }
            String path = "packages[" + i + "].sscc";
            if (!seen.add(sscc)) {
                faults.add(fault(path, sscc, "SSCC " + sscc + " stands on two packages of the shipment. Give each its own."));
            } else {
                book.sscc(sscc).ifPresent(use -> faults.add(fault(path, sscc, "SSCC " + sscc + " left before with shipment "
                    + use.documentNumber() + " at " + use.at() + ". Label the package anew.")));
            }
        }
        return faults;
    }
}
