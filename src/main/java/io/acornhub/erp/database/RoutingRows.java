// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.Measure;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.canonical.RoutingInstruction.Load;
import io.acornhub.canonical.RoutingInstruction.OrderRef;
import io.acornhub.erp.Delivery;
import java.util.List;

/** The rows of one routing instruction: a row for each load and order. */
final class RoutingRows extends RowsToErp {
    private int seq;

    RoutingRows(Delivery delivery, RoutingInstruction instruction, Conventions conventions) {
        super(delivery, "ROUTING", conventions);
        header().set("partner_doc_no", instruction.instructionNumber()).set("request_no", instruction.requestNumber())
            .set("purpose", instruction.purpose()).set("issued_at", conventions.local(instruction.createdAt()))
            .set("line_count", orEmpty(instruction.loads()).size());
        int number = 0;
        for (Load load : orEmpty(instruction.loads())) {
            number++;
            List<OrderRef> orders = orEmpty(load.orders());
            if (orders.isEmpty()) {
                load(number, load, new OrderRef(null, null, null));
            }
            for (OrderRef order : orders) {
                load(number, load, order);
            }
        }
        parties(instruction.parties());
        texts(WHOLE, instruction.texts());
        extras(WHOLE, instruction.extras());
    }

    private void load(int number, Load load, OrderRef order) {
        seq++;
        Measure weight = order.grossWeight();
        add(InterfaceTable.LOAD, Integer.toString(seq)).set("seq", seq).set("load_no", number)
            .set("po_number", order.poNumber()).set("amazon_ref", load.amazonReference()).set("scac", load.carrierCode())
            .set("carrier_name", load.carrierName()).set("transport_mode", load.shipmentType())
            .set("pickup_date", load.pickupDate()).set("pickup_time", load.pickupTime()).set("ship_to", load.shipTo())
            .set("carton_count", order.cartonCount()).set("gross_weight", weight == null ? null : weight.amount())
            .set("weight_uom", weight == null ? null : codes.unit(weight.unit()));
    }
}
