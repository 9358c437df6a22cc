// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.routing.internal.submission.AmazonReads.Read;
import io.acornhub.routing.internal.submission.LookSplit.Split;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.ItemAmount;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Shipment confirmations by GetShipmentDetails, which is often empty: that it shows nothing says nothing. */
@Component
class ShipmentProver implements Prover {
    private static final int PAGE = 50;
    private final AmazonReads reads;
    private final LookSplit splits;
    private final Clock clock;

    ShipmentProver(AmazonReads reads, LookSplit splits, Clock clock) {
        this.reads = reads;
        this.splits = splits;
        this.clock = clock;
    }

    @Override
    public Operation of() {
        return Operation.SUBMIT_SHIPMENT_CONFIRMATIONS;
    }

    @Override
    public Map<String, Finding> look(Connection connection, List<Submission> wanted) {
        Map<String, Finding> found = new HashMap<>();
        Split split = splits.of(connection, of(), wanted, PAGE);
        split.alone().forEach(s -> found.put(s.id(), one(connection, s)));
        if (split.together().isEmpty()) {
            return found;
        }
        Call call = Call.of(Operation.GET_SHIPMENT_DETAILS).query("limit", Integer.toString(PAGE)).query("createdAfter",
            split.from().minus(Duration.ofMinutes(5)).toString()).query("createdBefore", clock.instant().toString());
        Read failed = reads.pages(connection, call, page -> split.together().forEach(s -> {
            JsonNode shipment = shipment(page, s);
            if (shipment != null) {
                found.put(s.id(), judge(s, shipment, page));
            }
        }));
        split.together().forEach(s -> found.computeIfAbsent(s.id(), id -> failed == null || failed.asked() ? notShown(s)
            : Finding.notAsked(failed)));
        return found;
    }

    private Finding one(Connection connection, Submission submission) {
        Read read = reads.get(connection, Call.of(Operation.GET_SHIPMENT_DETAILS).query("vendorShipmentIdentifier", submission.subject()));
        JsonNode shipment = shipment(read, submission);
        return !read.asked() ? Finding.notAsked(read) : shipment == null ? notShown(submission) : judge(submission, shipment, read);
    }

    private static Finding notShown(Submission submission) {
        return Finding.notShown("GetShipmentDetails does not show shipment " + submission.subject() + ", as it often does not");
    }

    private static JsonNode shipment(Read read, Submission submission) {
        return Lenient.list(read.json(), "payload", "shipments").stream()
            .filter(s -> submission.subject().equals(Lenient.text(s, "vendorShipmentIdentifier"))).findFirst().orElse(null);
    }

    /** The quantities by order, where Amazon shows any. */
    private Finding judge(Submission submission, JsonNode shipment, Read read) {
        Map<String, BigDecimal> sent = new TreeMap<>();
        for (JsonNode item : Lenient.list(reads.document(submission, "shipmentConfirmations"), "shippedItems")) {
            add(sent, Lenient.text(item, "itemDetails", "purchaseOrderNumber"), item);
        }
        Map<String, BigDecimal> shown = new TreeMap<>();
        for (JsonNode order : Lenient.list(shipment, "purchaseOrders")) {
            Lenient.list(order, "items").forEach(item -> add(shown, Lenient.text(order, "purchaseOrderNumber"), item));
        }
        boolean comparable = !shown.isEmpty() && !sent.containsKey("");
        if (comparable && !same(sent, shown)) {
            return Finding.other(reads.proof(read, "GetShipmentDetails shows shipment " + submission.subject() + " with " + shown
                + " by order, sent were " + sent));
        }
        return Finding.asSent(reads.proof(read, "GetShipmentDetails shows shipment " + submission.subject()
            + (comparable ? " with the quantities sent" : "")));
    }

    private static void add(Map<String, BigDecimal> sums, String order, JsonNode item) {
        ItemAmount amount = ItemAmount.read(item.path("shippedQuantity"));
        if (amount != null) {
            sums.merge(order == null ? "" : order, amount.eaches(), BigDecimal::add);
        }
    }

    private static boolean same(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        return one.keySet().equals(other.keySet()) && one.entrySet().stream()
            .allMatch(e -> e.getValue().compareTo(other.get(e.getKey())) == 0);
    }
}
