// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Business rules on a routing instruction: it is about orders that came in and brings what a collect shipment needs. */
public final class RoutingRules {
    /** Names by which agreements set them. */
    public static final List<String> NAMES = List.of("order-known", "routing-complete", "freight-collect");

    private RoutingRules() {
    }

    public static List<Finding> check(RoutingInstruction instruction, OrderBook book) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < instruction.loads().size(); i++) {
            RoutingInstruction.Load load = instruction.loads().get(i);
            String path = "loads[" + i + "]";
            if (!"CANCEL".equals(instruction.purpose())) {
                needed(path + ".amazonReference", load.amazonReference(), "no ARN", findings);
                needed(path + ".carrierCode", load.carrierCode(), "no carrier code (SCAC)", findings);
            }
            for (int k = 0; load.orders() != null && k < load.orders().size(); k++) {
                order(path + ".orders[" + k + "].poNumber", load.orders().get(k).poNumber(), book, findings);
            }
        }
        return findings;
    }

    private static void needed(String path, String value, String lacking, List<Finding> findings) {
        if (value == null || value.isBlank()) {
            findings.add(new Finding("routing-complete", Fault.onPath(FaultCode.ROUTING_INCOMPLETE, path, value, "The pick-up has "
                + lacking + "; the ASN of a collect shipment would be defective. Ask the partner for it.")));
        }
    }

    private static void order(String path, String poNumber, OrderBook book, List<Finding> findings) {
        Optional<OrderState> order = book.order(poNumber);
        if (order.isEmpty()) {
            findings.add(new Finding("order-known", Fault.onPath(FaultCode.ORDER_UNKNOWN, path, poNumber, "Order " + poNumber
                + ", which is to be collected, never came in. Ask the partner for the order.")));
        } else if ("PREPAID".equals(order.get().order().freight())) {
            findings.add(new Finding("freight-collect", Fault.onPath(FaultCode.FREIGHT_NOT_COLLECT, path, poNumber, "Order " + poNumber
                + " is freight PREPAID, and Amazon sends a carrier for it. Ask which is meant before the goods are given away.")));
        }
    }
}
