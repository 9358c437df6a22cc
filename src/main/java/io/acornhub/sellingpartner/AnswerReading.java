// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How the hub reads an answer, in lines for people: what it is about and what it says of it. Whatever is missing is left out of
 * the line.
 */
public final class AnswerReading {
    private AnswerReading() {
    }

    /** @throws Lenient.UnreadableAnswer where the body is no JSON object */
    public static List<String> of(Operation operation, byte[] body) {
        JsonNode answer = Lenient.read(body);
        JsonNode content = Lenient.content(answer);
        List<String> lines = new ArrayList<>();
        switch (operation) {
            case GET_PURCHASE_ORDERS -> Lenient.list(content, "orders").forEach(order -> lines.add(order(order)));
            case GET_PURCHASE_ORDER -> lines.add(order(content));
            case GET_PURCHASE_ORDERS_STATUS -> Lenient.list(content, "ordersStatus").forEach(order -> lines.add(status(order)));
            case SUBMIT_ACKNOWLEDGEMENT, SUBMIT_SHIPMENT_CONFIRMATIONS, SUBMIT_SHIPMENTS, SUBMIT_INVOICES ->
                lines.add(line("transaction", TransactionStatus.idOf(answer)));
            case GET_TRANSACTION -> transaction(lines, TransactionStatus.of(answer));
            case GET_SHIPMENT_DETAILS -> Lenient.list(content, "shipments").forEach(shipment -> lines.add(line("shipment",
                Lenient.text(shipment, "vendorShipmentIdentifier"), "reference", Lenient.text(shipment, "buyerReferenceNumber"),
                "status", Lenient.text(shipment, "currentShipmentStatus"))));
            case GET_SHIPMENT_LABELS -> Lenient.list(content, "transportLabels").forEach(label -> lines.add(line("label of",
                Lenient.text(label, "labelCreateDateTime"), "parts", String.valueOf(Lenient.list(label, "labelData").size()))));
            case GET_INVOICE_HEADERS -> Lenient.list(content, "invoices").forEach(invoice -> lines.add(invoice(invoice)));
            case GET_INVOICE -> lines.add(invoice(invoiceOf(content)));
            case CREATE_REPORT, GET_REPORT -> lines.add(report(content));
            case GET_REPORTS -> Lenient.list(content, "reports").forEach(report -> lines.add(report(report)));
            case GET_REPORT_DOCUMENT -> lines.add(line("document", Lenient.text(content, "reportDocumentId"), "compression",
                Lenient.text(content, "compressionAlgorithm"), "address", Lenient.text(content, "url") == null ? null : "given"));
            case CREATE_QUERY, GET_QUERY -> lines.add(line("query", Lenient.text(content, "queryId"), "status",
                Lenient.text(content, "processingStatus"), "data", Lenient.text(content, "dataDocumentId"), "errors",
                Lenient.text(content, "errorDocumentId")));
            case GET_DOCUMENT -> lines.add(line("document", Lenient.text(content, "documentId"), "address",
                Lenient.text(content, "documentUrl") == null ? null : "given"));
        }
        String next = Lenient.nextToken(answer);
        if (next != null) {
            lines.add("next page: " + next);
        }
        return List.copyOf(lines);
    }

    private static String order(JsonNode order) {
        JsonNode details = Lenient.field(order, "orderDetails");
        return line("order", Lenient.text(order, "purchaseOrderNumber"), "state", Lenient.text(order, "purchaseOrderState"), "type",
            Lenient.text(details, "purchaseOrderType"), "ordered", instant(details, "purchaseOrderDate"), "changed",
            instant(details, "purchaseOrderChangedDate"), "vendor code", Lenient.text(details, "sellingParty", "partyId"), "lines",
            details.isMissingNode() ? null : String.valueOf(Lenient.list(details, "items").size()));
    }

    private static String status(JsonNode order) {
        return line("order", Lenient.text(order, "purchaseOrderNumber"), "status", Lenient.text(order, "purchaseOrderStatus"), "updated",
            instant(order, "lastUpdatedDate"), "lines", String.valueOf(Lenient.list(order, "itemStatus").size()));
    }

    private static JsonNode invoiceOf(JsonNode content) {
        JsonNode header = Lenient.field(content, "invoiceHeader");
        JsonNode invoice = Lenient.field(content, "invoice");
        return header.isObject() ? header : invoice.isObject() ? invoice : content;
    }

    private static String invoice(JsonNode invoice) {
        return line("invoice", Lenient.text(invoice, "invoiceNumber"), "identifier", Lenient.text(invoice, "invoiceIdentifier"),
            "status", Lenient.text(invoice, "invoiceStatus"), "amount", Lenient.text(invoice, "invoiceAmount", "currencyAmount"),
            "currency", Lenient.text(invoice, "invoiceAmount", "currencyCode"));
    }

    private static String report(JsonNode report) {
        return line("report", Lenient.text(report, "reportId"), "type", Lenient.text(report, "reportType"), "status",
            Lenient.text(report, "processingStatus"), "document", Lenient.text(report, "reportDocumentId"));
    }

    private static void transaction(List<String> lines, TransactionStatus status) {
        String state = status.state() == TransactionStatus.State.OTHER ? status.said() + " (a word the hub does not know)" : status.said();
        lines.add(line("transaction", status.id(), "status", state));
        status.errors().forEach(error -> lines.add("error " + error.inWords()));
    }

    private static String instant(JsonNode object, String name) {
        String text = Lenient.text(object, name);
        return text == null ? null : Lenient.instant(text) == null ? "'" + text + "' (no time)" : Lenient.instant(text).toString();
    }

    /** What it is and its name, then pairs of name and value. */
    private static String line(String... parts) {
        StringBuilder line = new StringBuilder(parts[0]).append(' ').append(parts[1] == null ? "without a number" : parts[1]);
        for (int i = 2; i + 1 < parts.length; i += 2) {
            if (parts[i + 1] != null) {
                line.append(", ").append(parts[i]).append(' ').append(parts[i + 1]);
            }
        }
        return line.toString();
    }
}
