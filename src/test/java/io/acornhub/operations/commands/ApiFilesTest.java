// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.edi.CheckReport;
import io.acornhub.edi.CheckReport.Verdict;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.translation.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** JSON of the Selling Partner API on the command line: orders one or many, bodies of our own, faults by their path in the file. */
class ApiFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BUNDLES = Path.of("edi-mappings/sp-api");
    private static Workbench workbench;

    @BeforeAll
    static void open() {
        workbench = new Workbench(Path.of("."));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void oneOrderOrAnAnswerWithManyBecomesCanonicalOrders() throws IOException {
        JsonNode order = order();
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("payload").putArray("orders").add(order).add(renumbered(order, "4TESTPO8"));
        List<Fault> faults = new ArrayList<>();
        assertThat(orders(order.toString(), faults)).extracting(PurchaseOrder::poNumber).containsExactly("4TESTPO1");
        assertThat(orders(answer.toPrettyString(), faults)).extracting(PurchaseOrder::poNumber).containsExactly("4TESTPO1", "4TESTPO8");
        assertThat(orders(JSON.createObjectNode().set("payload", order).toString(), faults)).hasSize(1);
        assertThat(orders(JSON.createArrayNode().add(order).toString(), faults)).hasSize(1);
        assertThat(faults).isEmpty();
    }

    @Test
    void aBadOrderAmongManyIsNamedByItsPathInTheAnswer() throws IOException {
        JsonNode order = order();
        JsonNode bad = renumbered(order, "4TESTPO8");
        ((ObjectNode) bad.at("/orderDetails/items/1/orderedQuantity")).put("unitOfMeasure", "Boxes");
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("payload").putArray("orders").add(order).add(bad);
        CheckReport report = check("orders.json", answer.toPrettyString());
        assertThat(report.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(report.faults()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(FaultCode.CODE_NOT_IN_LIST);
            assertThat(f.element()).isEqualTo("payload.orders[1].orderDetails.items[1].orderedQuantity.unitOfMeasure");
            assertThat(f.text()).contains("payload.orders[1].orderDetails", "config/code-lists/units.csv");
        });
    }

    @Test
    void bodiesThatTheBundlesWriteAreAcceptedAndReadBack() throws IOException {
        for (String body : List.of("vendor-orders-v1/order-acknowledgment/samples/accepts/mixed",
            "vendor-shipments-v1/shipment-confirmation/samples/accepts/cartons-on-a-pallet",
            "vendor-invoices-v1/invoice/samples/accepts/one-order")) {
            String text = Files.readString(BUNDLES.resolve(body + ".expected.json"));
            List<Fault> faults = new ArrayList<>();
            assertThat(new CanonicalInput(workbench, null).read(text.getBytes(StandardCharsets.UTF_8), faults)).as(body).hasSize(1);
            assertThat(faults).as(body).isEmpty();
            CheckReport report = check(body, text);
            assertThat(report.faults()).as(body).noneMatch(f -> f.code() == FaultCode.OUTGOING_INVALID);
            assertThat(report.verdict()).as(body).isNotEqualTo(Verdict.REJECTED);
        }
    }

    @Test
    void aBodyWithWordsInTheWrongCaseIsRefusedThoughItCanBeRead() throws IOException {
        String text = Files.readString(BUNDLES.resolve("vendor-orders-v1/order-acknowledgment/samples/accepts/mixed.expected.json"))
            .replace("\"Rejected\"", "\"REJECTED\"");
        CheckReport report = check("ack.json", text);
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(report.faults()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(FaultCode.OUTGOING_INVALID);
            assertThat(f.element()).isEqualTo("acknowledgements[0].items[1].itemAcknowledgements[2].acknowledgementCode");
            assertThat(f.value()).isEqualTo("REJECTED");
        });
    }

    @Test
    void theSecondAnswerOfABodyIsCheckedToo() throws IOException {
        JsonNode body = JSON.readTree(BUNDLES
            .resolve("vendor-orders-v1/order-acknowledgment/samples/accepts/mixed.expected.json").toFile());
        JsonNode second = body.at("/acknowledgements/0").deepCopy();
        ((ObjectNode) second).remove("sellingParty");
        ((ArrayNode) body.get("acknowledgements")).add(second);
        assertThat(check("acks.json", body.toString()).faults()).anySatisfy(f -> assertThat(f.element()).startsWith("acknowledgements[1]"));
    }

    @Test
    void anOrderAndItsAnswerAreJudgedTogether() throws IOException {
        FileCheck check = new FileCheck(workbench);
        CheckReport order = check(check, "order.json", order().toString());
        assertThat(order.faults()).isEmpty();
        String answer = Files.readString(BUNDLES.resolve("vendor-orders-v1/order-acknowledgment/samples/accepts/mixed.expected.json"));
        CheckReport report = check(check, "ack.json", answer);
        assertThat(report.verdict()).isEqualTo(Verdict.HELD);
        assertThat(report.faults()).extracting(Fault::code).contains(FaultCode.QUANTITY_ABOVE_ORDER);
    }

    private static JsonNode order() throws IOException {
        return JSON.readTree(BUNDLES.resolve("vendor-orders-v1/purchase-order/samples/accepts/three-lines.json").toFile());
    }

    private static JsonNode renumbered(JsonNode order, String number) {
        return ((ObjectNode) order.deepCopy()).put("purchaseOrderNumber", number);
    }

    private static List<PurchaseOrder> orders(String text, List<Fault> faults) throws IOException {
        List<PurchaseOrder> orders = new ArrayList<>();
        for (String each : new CanonicalInput(workbench, null).read(text.getBytes(StandardCharsets.UTF_8), faults)) {
            orders.add(CanonicalJson.read(each, PurchaseOrder.class));
        }
        return orders;
    }

    private static CheckReport check(String name, String text) throws IOException {
        return check(new FileCheck(workbench), name, text);
    }

    private static CheckReport check(FileCheck check, String name, String text) throws IOException {
        return check.check(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
