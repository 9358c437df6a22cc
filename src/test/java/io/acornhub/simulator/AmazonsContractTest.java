// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static io.acornhub.simulator.SimulatorBench.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer is as Amazon's model says, and what is taken as a request is what the model says. Skipped without ../shared. */
class AmazonsContractTest {
    private static final String ORDERS = "/vendor/orders/v1/purchaseOrders";
    private static final String STATUS = "/vendor/orders/v1/purchaseOrdersStatus";
    private static final String LABELS = "/vendor/shipping/v1/transportLabels";
    private static final String TRANSACTIONS = "/vendor/transactions/v1/transactions/";

    private static void holds(AmazonModel model, String operation, int status, Caller.Got got) {
        assertThat(got.status()).as(got.body().toString()).isEqualTo(status);
        model.accepts(operation, status, got.body());
    }

    @Test
    void ordersAndTheirStatus() {
        AmazonModel model = AmazonModel.of("vendorOrders");
        try (SimulatorBench bench = new SimulatorBench()) {
            bench.us.post("/_sim/orders", "{\"generate\": 150, \"seed\": 5, \"units\": \"mixed\"}");
            bench.us.post("/_sim/orders", "{\"onboarding\": {}}");
            Caller.Got sent = bench.acknowledge(a -> { });
            holds(model, "submitAcknowledgement", 202, sent);
            bench.ship("ASN1", 1, s -> { });
            bench.later(Duration.ofDays(2));
            bench.us.post("/_sim/changes", "{\"random\": 100, \"seed\": 2}");
            holds(model, "getPurchaseOrders", 200, bench.us.get(ORDERS));
            holds(model, "getPurchaseOrders", 200, bench.us.get(ORDERS + "?includeDetails=false&isPOChanged=true"));
            holds(model, "getPurchaseOrder", 200, bench.us.get(ORDERS + "/PO000001"));
            holds(model, "getPurchaseOrdersStatus", 200, bench.us.get(STATUS));
            holds(model, "getPurchaseOrdersStatus", 200, bench.us.get(STATUS + "?purchaseOrderNumber=PO000001"));
            holds(model, "getPurchaseOrder", 404, bench.us.get(ORDERS + "/NOWHERE1"));
            holds(model, "getPurchaseOrders", 400, bench.us.get(ORDERS + "?limit=0"));
            holds(model, "submitAcknowledgement", 400, bench.acknowledge(a -> object(a, "").remove("items")));
            AmazonModel transactions = AmazonModel.of("vendorTransactionStatus");
            holds(transactions, "getTransaction", 200, bench.us.get(TRANSACTIONS + sent.transaction()));
            holds(transactions, "getTransaction", 404, bench.us.get(TRANSACTIONS + "x"));
            Caller.Got wrong = bench.acknowledge(a -> object(a, "").put("purchaseOrderNumber", "NOWHERE1"));
            bench.later(Duration.ofMinutes(15));
            Caller.Got failed = bench.us.get(TRANSACTIONS + wrong.transaction());
            assertThat(failed.body().at("/payload/transactionStatus/errors/0/code").asText()).isEqualTo("INVALID_ORDER_ID");
            holds(transactions, "getTransaction", 200, failed);
        }
    }

    @Test
    void shipmentsAndInvoices() {
        AmazonModel model = AmazonModel.of("vendorShipments");
        try (SimulatorBench bench = new SimulatorBench()) {
            bench.acknowledge(a -> { });
            holds(model, "SubmitShipments", 202, bench.us.post(SimulatorBench.SHIPMENTS, Caller.json("""
                {'shipments': [{'vendorShipmentIdentifier': 'T1', 'transactionType': 'New', 'transactionDate': '2026-01-01T00:00:00Z',
                 'sellingParty': {'partyId': 'ACME1'}, 'shipFromParty': {'partyId': 'ACMEWH'}, 'shipToParty': {'partyId': 'PHX7'},
                 'transportationDetails': {'shipMode': 'SmallParcel'}, 'purchaseOrders': [{'purchaseOrderNumber': 'PO000001'}]}]}""")));
            holds(model, "SubmitShipmentConfirmations", 202, bench.ship("ASN1", 1, s -> object(s, "").set("pallets", Caller.json("""
                {'a': [{'palletIdentifiers': [], 'cartonReferenceDetails': {'cartonReferenceNumbers': ['1', '2']}}]}""").path("a"))));
            assertThat(bench.verdict()).as(bench.last().toString()).isEqualTo("ACCEPTED");
            bench.later(Duration.ofDays(3));
            Caller.Got details = bench.us.get(SimulatorBench.SHIPMENTS);
            assertThat(details.body().at("/payload/shipments").size()).isEqualTo(2);
            holds(model, "GetShipmentDetails", 200, details);
            Caller.Got labels = bench.us.get(LABELS);
            assertThat(labels.body().at("/payload/transportLabels").size()).isEqualTo(1);
            holds(model, "GetShipmentLabels", 200, labels);
            holds(model, "SubmitShipmentConfirmations", 400, bench.ship("ASN2", 9, s -> object(s, "").put("x", 1)));
            AmazonModel invoices = AmazonModel.of("vendorInvoices");
            holds(invoices, "submitInvoices", 202, bench.bill("INV1", i -> { }));
            holds(invoices, "submitInvoices", 400, bench.bill("INV2", i -> object(i, "").put("invoiceType", "Invoic")));
        }
    }

    @ParameterizedTest
    @CsvSource({"error500, 500", "error503, 503", "throttle, 429", "error403, 403"})
    void refusals(String fault, int status) {
        AmazonModel model = AmazonModel.of("vendorOrders");
        try (SimulatorBench bench = new SimulatorBench()) {
            bench.us.put("/_sim/faults", "{\"faults\": [{\"fault\": \"" + fault + "\"}]}");
            holds(model, "getPurchaseOrders", status, bench.us.get(ORDERS));
            holds(model, "submitAcknowledgement", status, bench.acknowledge(a -> { }));
        }
    }

    /** {@code requests.yaml} against the models' definitions: names, types, what is required, words. */
    @ParameterizedTest
    @CsvSource({"orders, vendorOrders", "shipments, vendorShipments", "invoices, vendorInvoices"})
    void requestsAreCheckedForAmazonsForm(String api, String model) throws IOException {
        JsonNode definitions = AmazonModel.read(AmazonModel.folder().resolve("models").resolve(model + ".json")).path("definitions");
        JsonNode ours;
        try (InputStream in = getClass().getResourceAsStream("/simulator/requests.yaml")) {
            ours = new ObjectMapper(new YAMLFactory()).readTree(in).path(api);
        }
        assertThat(ours.size()).isGreaterThan(5);
        for (Map.Entry<String, JsonNode> type : ours.properties()) {
            Map<String, String> expected = new TreeMap<>();
            List<String> required = new ArrayList<>();
            definitions.path(type.getKey()).path("required").forEach(name -> required.add(name.asText()));
            definitions.path(type.getKey()).path("properties").properties().forEach(field -> expected.put(field.getKey()
                + (required.contains(field.getKey()) ? "!" : ""), type(field.getValue(), definitions)));
            Map<String, String> said = new TreeMap<>();
            type.getValue().properties().forEach(field -> said.put(field.getKey(), sorted(field.getValue().asText()
                .replaceAll("\\s", ""))));
            assertThat(said).as(type.getKey()).isEqualTo(expected);
        }
    }

    private static String sorted(String type) {
        return type.contains("|") ? String.join("|", new TreeSet<>(List.of(type.split("\\|")))) : type;
    }

    private static String type(JsonNode schema, JsonNode definitions) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().replace("#/definitions/", "");
            JsonNode definition = definitions.path(name);
            boolean own = definition.has("properties");
            return name.equals("Decimal") ? "decimal" : own ? name : type(definition, definitions);
        }
        if (schema.path("type").asText().equals("array")) {
            return "[" + type(schema.path("items"), definitions) + "]";
        }
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(word -> words.add(word.asText()));
            return sorted(String.join("|", words));
        }
        boolean text = schema.path("type").asText().equals("string");
        return !text ? schema.path("type").asText() : schema.path("format").asText().equals("date-time") ? "time"
            : schema.has("maxLength") ? "text(" + schema.path("maxLength").asText() + ")" : "text";
    }
}
