// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.invoices.Invoices;
import io.acornhub.simulator.internal.invoices.VendorInvoice;

/** {@code GET /_sim/invoices[?number=]}: Amazon's books, each invoice with its status, match and payment. */
public final class InvoiceControl {
    private final Invoices invoices;

    public InvoiceControl(Invoices invoices) {
        this.invoices = invoices;
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.control("GET", "invoices", this::list));
    }

    private Answer list(Call call) {
        String number = call.query().get("number");
        ArrayNode all = Json.array();
        invoices.all().stream().filter(i -> number == null || number.equals(i.number())).forEach(i -> all.add(shown(i)));
        return Answer.ok(all);
    }

    private static ObjectNode shown(VendorInvoice invoice) {
        ObjectNode json = Json.object().put("number", invoice.number()).put("identifier", invoice.identifier())
            .put("vendorGroup", invoice.account().name()).put("status", invoice.status().name())
            .put("created", invoice.created().toString()).put("modified", invoice.modified().toString())
            .put("due", invoice.due().toString()).put("total", invoice.total() == null ? null : invoice.total().amount());
        json.set("orders", Json.MAPPER.valueToTree(invoice.orders()));
        json.set("reasons", Json.MAPPER.valueToTree(invoice.reasons()));
        json.set("payment", Json.MAPPER.valueToTree(invoice.payment()));
        ArrayNode lines = json.putArray("lines");
        invoice.lines().forEach(line -> {
            ObjectNode shown = lines.addObject().put("number", line.number()).put("quantity", line.quantity())
                .put("unitCost", line.unitCost()).put("amount", line.amount());
            if (line.match() != null) {
                shown.setAll(Json.MAPPER.<ObjectNode>valueToTree(line.match()));
            }
        });
        return json;
    }
}
