// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.SharedSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Selling Partner API's bundles: what they write passes Amazon's own models and comes back as it went, and every order of
 * Amazon's sandbox is read, also those that break Amazon's schema.
 */
class ApiContractTest {
    private static final int SEEDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TranslationContext CONTEXT = new TranslationContext("amazon-us", List.of(), Map.of(), Map.of(), null, null,
        ControlData.NONE, RandomDocuments.NOW, ZoneId.of("America/Los_Angeles"));
    private static TranslationKit kit;

    /** A document there and back: the bundle that writes it, the one that reads it, and Amazon's model of the JSON. */
    private record Way(String writes, String reads, String model, String definition, Function<ApiDocuments, CanonicalDocument> document) {
    }

    private static final Map<String, Way> WAYS = Map.of(
        "order", new Way("vendor-orders-v1/order", "vendor-orders-v1/purchase-order", "vendorOrders", "Order", ApiDocuments::order),
        "acknowledgment", new Way("vendor-orders-v1/order-acknowledgment", "vendor-orders-v1/submitted-acknowledgment", "vendorOrders",
            "SubmitAcknowledgementRequest", ApiDocuments::answer),
        "shipment", new Way("vendor-shipments-v1/shipment-confirmation", "vendor-shipments-v1/submitted-confirmation", "vendorShipments",
            "SubmitShipmentConfirmationsRequest", ApiDocuments::notice),
        "invoice", new Way("vendor-invoices-v1/invoice", "vendor-invoices-v1/submitted-invoice", "vendorInvoices", "SubmitInvoicesRequest",
            ApiDocuments::invoice));

    @BeforeAll
    static void open() {
        kit = TranslationKit.ofProject();
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "acknowledgment", "shipment", "invoice"})
    void whatTheApiHasWordsForComesBackAsItWent(String what) {
        Way way = WAYS.get(what);
        LongStream.range(0, SEEDS).forEach(seed -> {
            String written = CanonicalJson.write(way.document().apply(new ApiDocuments(seed)));
            byte[] json = kit.translation.jsonFromCanonical("sp-api/" + way.writes(), written, CONTEXT);
            List<CanonicalText> read = kit.translation.toCanonical("sp-api/" + way.reads(), json, CONTEXT);
            assertThat(read).singleElement().extracting(text -> tree(text.json())).as("%s, seed %d", what, seed).isEqualTo(tree(written));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "acknowledgment", "shipment", "invoice"})
    void whatIsWrittenPassesAmazonsModel(String what) {
        Way way = WAYS.get(what);
        JsonSchema model = model(way.model(), way.definition());
        List<String> bodies = new ArrayList<>();
        LongStream.range(0, SEEDS).forEach(seed -> bodies.add(new String(kit.translation.jsonFromCanonical("sp-api/" + way.writes(),
            CanonicalJson.write(way.document().apply(new ApiDocuments(seed))), CONTEXT), StandardCharsets.UTF_8)));
        Bundle bundle = kit.catalog.bundle("sp-api/" + way.writes());
        new BundleSamples(bundle).accepts().forEach(sample -> bodies.add(kit.run(bundle, sample)));
        assertThat(bodies).hasSizeGreaterThan(SEEDS).allSatisfy(body -> assertThat(model.validate(tree(body))).as(body).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> everyOrderOfAmazonsSandboxIsRead() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode one : JSON.readTree(shared("sandbox-cases/vendorOrders.json").toFile()).path("cases")) {
            JsonNode payload = one.path("response").path("body").path("payload");
            for (JsonNode order : payload.has("purchaseOrderNumber") ? List.of(payload) : payload.path("orders")) {
                tests.add(dynamicTest(one.path("id").asText() + " " + order.path("purchaseOrderNumber").asText(), () -> read(order)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(10);
        return tests.stream();
    }

    /** One without details, as a list without them has it, is a fault that says how to ask. */
    private static void read(JsonNode order) throws IOException {
        byte[] json = JSON.writeValueAsBytes(order);
        if (!order.has("orderDetails")) {
            assertThat(catchThrowableOfType(MappingFault.class,
                () -> kit.translation.toCanonical("sp-api/vendor-orders-v1/purchase-order", json, CONTEXT)).faults())
                .singleElement().satisfies(f -> assertThat(f.code()).isEqualTo(FaultCode.VALUE_MISSING))
                .satisfies(f -> assertThat(f.element()).isEqualTo("orderDetails"));
            return;
        }
        String text = kit.translation.toCanonical("sp-api/vendor-orders-v1/purchase-order", json, CONTEXT).get(0).json();
        PurchaseOrder read = CanonicalJson.read(text, PurchaseOrder.class);
        assertThat(read.poNumber()).isEqualTo(order.path("purchaseOrderNumber").asText());
        JsonNode items = order.at("/orderDetails/items");
        assertThat(read.lines()).hasSize(items.size());
        for (int i = 0; i < items.size(); i++) {
            PurchaseOrder.Line line = read.lines().get(i);
            assertThat(line.lineNo()).isEqualTo(items.get(i).path("itemSequenceNumber").asText());
            assertThat(line.quantity().amount()).isEqualByComparingTo(items.get(i).at("/orderedQuantity/amount").decimalValue());
            assertThat(line.extras().get("vendorProductIdentifier")).isEqualTo(items.get(i).path("vendorProductIdentifier").asText(null));
        }
    }

    private static JsonSchema model(String name, String definition) {
        ObjectNode schema = JSON.createObjectNode().put("$ref", "#/definitions/" + definition);
        try {
            schema.set("definitions", JSON.readTree(shared("models/" + name + ".json").toFile()).path("definitions"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
    }

    private static Path shared(String file) {
        Path folder = SharedSamples.folder().resolve("sp-api");
        assumeTrue(Files.isDirectory(folder), "skipped: ../shared is not there");
        return folder.resolve(file);
    }

    private static JsonNode tree(String json) {
        try {
            return CanonicalJson.tree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
