// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@Import(SampleDocuments.class)
class OrderApiTest extends HubWebTest {
    @Autowired
    SampleDocuments samples;
    @Autowired
    JdbcTemplate rows;

    @BeforeEach
    void fill() throws IOException {
        samples.fill();
    }

    @Test
    void anOrderIsSeenAsAWhole() {
        HttpResponse<String> answer = get("/api/orders/2WX4R7KT");
        assertThat(answer.body()).as("money has its cents").contains("\"open\":0.00,");
        JsonNode order = json(answer);
        assertThat(order.get("state").asText()).isEqualTo("NEW");
        assertThat(order.at("/totals/ordered").asText()).isEqualTo("10");
        assertThat(order.at("/totals/accepted").asText()).isEqualTo("7.5");
        assertThat(order.at("/lines/0/match").asText()).isEqualTo("TO_SHIP");
        assertThat(order.at("/lines/0/toShip").toString()).isEqualTo("10");
        assertThat(order.at("/documents/0/id").asText()).as("newest first").isEqualTo(samples.held);
        assertThat(order.at("/links/evidence").asText()).startsWith("/api/orders/2WX4R7KT/evidence");
        for (String part : new String[] {"shipments", "invoices", "payments", "steps", "deadlines"}) {
            assertThat(order.get(part).isArray()).as(part).isTrue();
        }
    }

    @Test
    void anOrderShowsItsDoorsAndInWhatTheCopiesDiffer() {
        rows.update("insert into order_door (partner, po_number, channel, document_id, at) values ('amazon-us', '2WX4R7KT', 'folder', ?, "
            + "timestamp '2026-03-02 08:00:00'), ('amazon-us', '2WX4R7KT', 'api', 'COPY', timestamp '2026-03-02 09:00:00')", samples.order);
        rows.update("insert into order_difference (document_id, seq, path, registered, offered) values ('COPY', 1, "
            + "'lines[1].quantity.amount', '10', '11')");
        try {
            JsonNode doors = json(get("/api/orders/2WX4R7KT")).get("doors");
            assertThat(doors).extracting(d -> d.get("channel").asText()).containsExactly("folder", "api");
            assertThat(doors.at("/0/differences")).isEmpty();
            assertThat(doors.at("/1/differences/0/path").asText()).isEqualTo("lines[1].quantity.amount");
            assertThat(doors.at("/1/differences/0/offered").asText()).isEqualTo("11");
        } finally {
            rows.update("delete from order_door");
            rows.update("delete from order_difference");
        }
    }

    @ParameterizedTest
    @CsvSource({"'',1", "?state=new,1", "?state=SHIPPED,0", "?vendorCode=ACME1,1", "?vendorCode=ACME9,0", "?partner=amazon-us,1",
        "?from=2020-01-01,1", "?from=2999-01-01,0"})
    void ordersAreListedByWhatAPersonAsksFor(String query, int found) {
        JsonNode list = json(get("/api/orders" + query));
        assertThat(list).hasSize(found);
        if (found > 0) {
            assertThat(list.at("/0/poNumber").asText()).isEqualTo("2WX4R7KT");
        }
    }

    @ParameterizedTest
    @CsvSource({"?state=lost,state", "?limit=0,limit", "?from=yesterday,from"})
    void aBadParameterOfTheListIsNamed(String query, String parameter) {
        HttpResponse<String> response = get("/api/orders" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("detail").asText()).contains(parameter);
    }

    @Test
    void theEvidenceHoldsEveryFileAndProvesItself() throws Exception {
        byte[] zip = evidence();
        Map<String, byte[]> entries = entries(zip);
        JsonNode manifest = JSON.readTree(entries.get("manifest.json"));
        assertThat(manifest.get("howToVerify").asText()).contains("SHA-256");
        assertThat(manifest.get("entries")).hasSize(entries.size() - 1);
        for (JsonNode entry : manifest.get("entries")) {
            byte[] bytes = entries.get(entry.get("name").asText());
            assertThat(sha256(bytes)).as(entry.get("name").asText()).isEqualTo(entry.get("sha256").asText());
            assertThat(entry.get("bytes").asLong()).isEqualTo(bytes.length);
        }
        assertThat(new String(entries.get("files/" + samples.received + "-orders-0922.edi"), StandardCharsets.US_ASCII))
            .isEqualTo(SampleDocuments.INTERCHANGE);
        assertThat(new String(entries.get("files/" + samples.sent + "-855-77.edi"), StandardCharsets.US_ASCII))
            .isEqualTo(SampleDocuments.OUTGOING);
        assertThat(entries).containsKey("documents/0001-850-" + samples.order + "/canonical.json");
        theChainIsAsTheManifestSays(JSON.readTree(entries.get("documents/0001-850-" + samples.order + "/audit.json")));
        assertThat(evidence()).as("the same rows give the same bytes").isEqualTo(zip);
    }

    private static void theChainIsAsTheManifestSays(JsonNode audit) throws GeneralSecurityException {
        assertThat(audit.get("verified").asBoolean()).isTrue();
        String last = null;
        for (JsonNode event : audit.get("events")) {
            String text = String.join("\u001f", event.get("subject").asText(), event.get("seq").asText(), String.valueOf(last),
                event.get("at").asText(), event.get("stage").asText(), event.get("what").asText(),
                event.get("detail") == null || event.get("detail").isNull() ? "null" : event.get("detail").asText());
            last = sha256(text.getBytes(StandardCharsets.UTF_8));
            assertThat(event.get("hash").asText()).isEqualTo(last);
        }
        assertThat(audit.get("endHash").asText()).isEqualTo(last);
    }

    private byte[] evidence() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(asOperator("/api/orders/2WX4R7KT/evidence").build(),
            HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Disposition")).get().asString().contains("order-2WX4R7KT-evidence.zip");
        return response.body();
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
