// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

import io.acornhub.simulator.internal.base.Agenda;
import io.acornhub.simulator.internal.orders.OrderLine;
import io.acornhub.simulator.internal.orders.Orders;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The fulfilment centres: when a shipment arrives, its units are received, less what somebody said would be short. */
public final class Receiving {
    private final Orders orders;
    private final Agenda agenda;
    private final Map<OrderLine, Long> shortages = new HashMap<>();

    public Receiving(Orders orders, Agenda agenda) {
        this.orders = orders;
        this.agenda = agenda;
    }

    /** That many units of the line's next receipts are missing. */
    public void missing(OrderLine line, long units) {
        shortages.merge(line, units, Long::sum);
    }

    void expect(Shipment shipment) {
        int version = shipment.version();
        agenda.at(shipment.arrival(), time -> {
            if (shipment.version() == version) {
                receive(shipment, time);
            }
        });
    }

    private void receive(Shipment shipment, Instant time) {
        for (Shipment.Part part : shipment.parts()) {
            long missing = Math.min(part.units(), shortages.getOrDefault(part.line(), 0L));
            shortages.merge(part.line(), -missing, Long::sum);
            orders.receive(part.order(), part.line(), part.units(), part.units() - missing, time);
        }
        shipment.markReceived();
    }
}
