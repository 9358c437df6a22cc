// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.HubHome;
import io.acornhub.edi.CheckReport;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With both doors open, what answers an order is judged and written as of the door that the order came by. */
class DoorsOfFilesTest {
    private static final Path BY_X12 = Path.of("src/test/resources/two-doors/order.edi");
    private static final Path BY_API = Path.of("src/test/resources/two-doors/order.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir
    private static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void open() {
        HubHome home = HubHome.copy(folder.resolve("home"))
            .replace("config/partners/amazon-us.yaml", "${ACORN_AMAZON_US_API:false}", "true");
        workbench = new Workbench(home.folder());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    /** That an obsolete item is asked about is a rule of the API alone. */
    @Test
    void anAnswerIsJudgedByTheDoorOfItsOrder() throws IOException {
        Path answer = Files.writeString(folder.resolve("answer.json"), obsolete().toString());
        assertThat(codes(BY_X12, answer)).isEmpty();
        assertThat(codes(BY_API, answer)).contains(FaultCode.OBSOLETE_PRODUCT_ANSWERED);
    }

    @Test
    void whatIsToBeX12IsWrittenByAnAgreementForX12() throws IOException {
        String x12 = new String(new CanonicalOutput(workbench, "amazon-us").write(obsolete().toString(), "x12"), StandardCharsets.UTF_8);
        assertThat(x12).startsWith("ISA*").contains("ST*855*");
    }

    private List<FaultCode> codes(Path order, Path answer) throws IOException {
        FileCheck check = new FileCheck(workbench);
        assertThat(check.check(order).verdict()).isEqualTo(CheckReport.Verdict.ACCEPTED);
        return check.check(answer).faults().stream().map(Fault::code).toList();
    }

    /** All of the order is rejected as obsolete. */
    private ObjectNode obsolete() throws IOException {
        JsonNode order = JSON.readTree(new CanonicalInput(workbench, "amazon-us").read(Files.readAllBytes(BY_X12), new ArrayList<>())
            .get(0));
        ObjectNode answer = JSON.createObjectNode().put("type", "OrderAcknowledgment")
            .put("poNumber", order.path("poNumber").asText())
            .put("orderDate", order.path("orderDate").asText()).put("acknowledgmentDate", order.path("orderDate").asText());
        ArrayNode lines = answer.putArray("lines");
        for (JsonNode ordered : order.path("lines")) {
            ObjectNode line = lines.addObject().put("lineNo", ordered.path("lineNo").asText());
            line.set("ordered", ordered.path("quantity"));
            line.putArray("dispositions").addObject().put("status", "REJECTED").put("reason", "OBSOLETE_PRODUCT")
                .set("quantity", ordered.path("quantity"));
        }
        return answer;
    }
}
