// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.identifiers.Sscc;
import java.util.ArrayList;
import java.util.List;

/** An SSCC has 18 digits of which the last is the check digit. */
public final class SsccCheckDigit extends NoticeGuard {
    public SsccCheckDigit() {
        super("sscc-check-digit", FaultCode.SSCC_CHECK_DIGIT_WRONG, "an SSCC with a wrong length or check digit");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < packages(notice).size(); i++) {
            ShipmentNotice.Package box = packages(notice).get(i);
            if (!blank(box.sscc()) && !Sscc.holds(box.sscc())) {
                faults.add(fault("packages[" + i + "].sscc", box.sscc(), "SSCC " + box.sscc() + " of " + named(box)
                    + " is wrong: it needs 18 "
                    + "digits, the last of which is the check digit. Correct it on the label as well."));
            }
        }
        return faults;
    }
}
