// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.orders.OrderLine;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import io.acornhub.simulator.internal.submissions.Submission;
import io.acornhub.simulator.internal.submissions.Submission.Kind;
import io.acornhub.simulator.internal.submissions.Submission.Verdict;
import io.acornhub.simulator.internal.submissions.Submissions;
import java.util.List;

/** Counts that say whether everything happened, and happened once. */
final class Summary {
    private final Orders orders;
    private final Submissions submissions;

    Summary(Orders orders, Submissions submissions) {
        this.orders = orders;
        this.submissions = submissions;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        orders(json.putObject("orders"));
        for (Kind kind : Kind.values()) {
            kind(json.putObject(switch (kind) {
                case ACKNOWLEDGEMENT -> "acknowledgements";
                case SHIPMENT_CONFIRMATION -> "shipmentConfirmations";
                case TRANSPORT_REQUEST -> "transportRequests";
                case INVOICE -> "invoices";
            }), kind);
        }
        return json;
    }

    private void orders(ObjectNode json) {
        long[] states = new long[PurchaseOrder.PurchaseOrderState.values().length];
        long ordered = 0;
        long accepted = 0;
        long shipped = 0;
        long received = 0;
        for (PurchaseOrder order : orders.all()) {
            states[order.state().ordinal()]++;
            for (OrderLine line : order.lines()) {
                ordered += line.ordered() * line.packing().size();
                accepted += line.acceptedUnits();
                shipped += line.shippedUnits();
                received += line.receivedUnits();
            }
        }
        json.put("total", orders.all().size());
        for (PurchaseOrder.PurchaseOrderState state : PurchaseOrder.PurchaseOrderState.values()) {
            json.put(state.name(), states[state.ordinal()]);
        }
        json.put("unitsOrdered", ordered).put("unitsAccepted", accepted).put("unitsShipped", shipped).put("unitsReceived", received);
    }

    /**
     * By number: accepted once, the very same again, or more than once with different content; and by order: how many have no
     * accepted document, one, or more.
     */
    private void kind(ObjectNode json, Kind kind) {
        long once = 0;
        long same = 0;
        long more = 0;
        long never = 0;
        for (List<Submission> of : submissions.numbers(kind).values()) {
            long accepted = of.stream().filter(s -> s.verdict() == Verdict.ACCEPTED).count();
            long different = of.stream().filter(s -> s.verdict() == Verdict.ACCEPTED && !s.repeated()).count();
            never += accepted == 0 ? 1 : 0;
            once += accepted == 1 ? 1 : 0;
            same += accepted > 1 && different == 1 ? 1 : 0;
            more += different > 1 ? 1 : 0;
        }
        json.put("numbers", submissions.numbers(kind).size()).put("acceptedOnce", once).put("acceptedAgainTheSame", same)
            .put("acceptedMore", more).put("neverAccepted", never);
        ObjectNode verdicts = json.putObject("verdicts");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.name(), submissions.all().stream().filter(s -> s.kind() == kind && s.verdict() == verdict).count());
        }
        long none = 0;
        long one = 0;
        for (PurchaseOrder order : orders.all()) {
            long documents = submissions.accepted(kind, order.number()).stream().map(Submission::number).distinct().count();
            none += documents == 0 ? 1 : 0;
            one += documents == 1 ? 1 : 0;
        }
        json.putObject("orders").put("none", none).put("one", one).put("more", orders.all().size() - none - one);
    }
}
