// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Nothing is shipped that has expired by the day it leaves. */
public final class ExpiryAhead extends NoticeGuard {
    public ExpiryAhead() {
        super("expired", FaultCode.EXPIRY_PASSED, "goods that have expired when they leave");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        if (notice.shippedAt() == null) {
            return List.of();
        }
        LocalDate day = notice.shippedAt().atZone(settings.zone()).toLocalDate();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < notice.items().size(); i++) {
            passed(faults, "items[" + i + "].expiry", notice.items().get(i).expiry(), day);
        }
        for (int i = 0; i < packages(notice).size(); i++) {
            List<ShipmentNotice.Content> contents = contents(packages(notice).get(i));
            for (int k = 0; k < contents.size(); k++) {
                passed(faults, "packages[" + i + "].contents[" + k + "].expiry", contents.get(k).expiry(), day);
            }
        }
        return faults;
    }

    private void passed(List<Fault> faults, String path, LocalDate expiry, LocalDate day) {
        if (expiry != null && !expiry.isAfter(day)) {
            faults.add(fault(path, expiry.toString(), "The goods expire on " + expiry + " and leave on " + day
                + ". Take them out of the shipment or correct the date."));
        }
    }
}
