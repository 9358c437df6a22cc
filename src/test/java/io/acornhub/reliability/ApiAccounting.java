// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts up after a run over the Selling Partner API: each order once in the ERP, each document of ours once at Amazon. */
final class ApiAccounting {
    private final Tally tally = new Tally();

    private ApiAccounting() {
    }

    /**
     * @param hub the hub's database; nobody else writes to it now
     * @param queues messages left, by queue
     */
    static ApiAccounting of(ApiFlow flow, JdbcTemplate hub, Map<String, Long> queues) {
        ApiAccounting accounting = new ApiAccounting();
        accounting.atAmazon(flow);
        accounting.atSap(flow);
        accounting.inTheHub(flow, hub);
        queues.forEach((queue, left) -> accounting.tally.check("messages left in " + queue, left, 0));
        return accounting;
    }

    private void atAmazon(ApiFlow flow) {
        JsonNode summary = flow.amazon().get("/_sim/summary");
        long on = flow.goingOn();
        tally.check("orders at Amazon", summary.path("orders").path("total").asLong(), flow.orders().size());
        // the same acknowledgement again replaces itself line by line, so it may be posted again after an unknown outcome
        JsonNode acknowledgements = summary.path("acknowledgements");
        tally.check("acknowledgements taken", acknowledgements.path("acceptedOnce").asLong()
            + acknowledgements.path("acceptedAgainTheSame").asLong(), flow.orders().size());
        tally.check("acknowledgements with other content", acknowledgements.path("acceptedMore").asLong(), 0);
        once(summary, "shipmentConfirmations", on);
        once(summary, "invoices", on);
        for (String kind : List.of("acknowledgements", "shipmentConfirmations", "invoices")) {
            tally.check(kind + " of an order more than once", summary.path(kind).path("orders").path("more").asLong(), 0);
            tally.check(kind + " never accepted", summary.path(kind).path("neverAccepted").asLong(), 0);
        }
        JsonNode throttled = flow.amazon().get("/_sim/calls").path("throttled").path("limit");
        tally.none("calls above the usage plan", throttled.isMissingNode() ? List.of() : List.of(throttled.toString()));
    }

    private void once(JsonNode summary, String kind, long expected) {
        tally.check(kind + " taken once", summary.path(kind).path("acceptedOnce").asLong(), expected);
        tally.check(kind + " taken again", summary.path(kind).path("acceptedAgainTheSame").asLong(), 0);
        tally.check(kind + " with other content", summary.path(kind).path("acceptedMore").asLong(), 0);
    }

    private void atSap(ApiFlow flow) {
        synchronized (flow.sap()) {
            tally.once("orders in SAP's folder", flow.sap().arrived(), flow.orders().stream().map(WrittenOrder::po).toList());
            tally.check("IDocs SAP gave", flow.sap().idocsGiven(), flow.orders().size() + 2 * flow.goingOn());
            tally.once("STATUS codes of them", flow.sap().statuses(), OrderFlow.CODES * flow.sap().idocsGiven());
        }
    }

    private void inTheHub(ApiFlow flow, JdbcTemplate hub) {
        tally.check("orders delivered", count(hub, "from document where canonical_type = 'PurchaseOrder' and state = 'DELIVERED'"),
            flow.orders().size());
        tally.check("documents of ours closed", count(hub, "from document where canonical_type in ('OrderAcknowledgment', "
            + "'ShipmentNotice', 'Invoice') and state = 'CLOSED'"), flow.orders().size() + 2 * flow.goingOn());
        tally.check("submissions that are confirmed or assumed", count(hub, "from submission where state in ('CONFIRMED', "
            + "'ASSUMED_ACCEPTED')"), flow.orders().size() + 2 * flow.goingOn());
        tally.none("submissions in another state", hub.queryForList("select subject || ' ' || state || ' ' || coalesce(reason, '') "
            + "from submission where state not in ('CONFIRMED', 'ASSUMED_ACCEPTED')", String.class));
        tally.none("parked", hub.queryForList("select subject || ' ' || text from parked", String.class));
        tally.none("held", hub.queryForList("select document_id || ' ' || text from hold", String.class));
        tally.none("faults", hub.queryForList("select subject || ' ' || code || ' ' || text from fault", String.class));
        tally.none("tasks open", hub.queryForList("select words from task where closed_at is null", String.class));
        tally.none("documents in another state", hub.queryForList("select message || ' ' || business_key || ' ' || state from document "
            + "where state not in ('DELIVERED', 'CLOSED')", String.class));
    }

    private static long count(JdbcTemplate jdbc, String from) {
        Long count = jdbc.queryForObject("select count(*) " + from, Long.class);
        return count == null ? 0 : count;
    }

    List<String> wrong() {
        return tally.wrong();
    }

    String table() {
        return tally.table();
    }
}
