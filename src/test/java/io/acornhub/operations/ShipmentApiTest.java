// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.archive.Archive;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Shipments over the API, from the notices in the database. */
@Import(SampleDocuments.class)
class ShipmentApiTest extends HubWebTest {
    private static final Path NOTICE = Path.of("src/test/resources/papers/shipment.json");
    @Autowired
    SampleDocuments samples;
    @Autowired
    Documents documents;
    @Autowired
    Interchanges interchanges;
    @Autowired
    Archive archive;
    private Iterator<String> ids;
    private String text;

    @BeforeEach
    void fill() throws IOException {
        samples.fill();
        ids = Stream.generate(HubId::next).limit(20).sorted().toList().iterator();
        text = Files.readString(NOTICE).strip();
    }

    @Test
    void aShipmentShowsWhatItsNoticeSaysAndEveryDocumentOfIt() {
        String first = keep("amazon-us", DocumentState.REJECTED, text.replace("BOL88123", "BOL-OLD"));
        String second = keep("amazon-us", DocumentState.SENT, text.replace("\"ORIGINAL\"", "\"REPLACE\""));
        keep("amazon-us", DocumentState.SENT, text.replace("SHP0004711", "SHP0004712"));
        JsonNode shipment = json(get("/api/shipments/SHP0004711"));
        assertThat(shipment.get("documentId").asText()).isEqualTo(second);
        assertThat(shipment.get("state").asText()).isEqualTo("SENT");
        assertThat(shipment.get("purpose").asText()).isEqualTo("REPLACE");
        assertThat(shipment.get("billOfLading").asText()).isEqualTo("BOL88123");
        assertThat(shipment.get("cartons").asInt()).isEqualTo(2);
        assertThat(shipment.get("documents")).extracting(d -> d.get("id").asText()).containsExactly(second, first);
        assertThat(shipment.at("/links/labels.zpl").asText()).isEqualTo("/api/shipments/SHP0004711/labels.zpl");
    }

    @Test
    void thePackingListIsGivenAsJsonAndToPrint() throws IOException {
        keep("amazon-us", DocumentState.HELD, text);
        JsonNode list = json(get("/api/shipments/SHP0004711/packing-list"));
        assertThat(list.at("/packages/1/sscc").asText()).isEqualTo("006141410000000012");
        assertThat(list.at("/packages/1/contents/0/quantity").decimalValue()).isEqualTo("24");
        assertThat(list.at("/totals/quantities/0").toString()).isEqualTo("{\"quantity\":64,\"unit\":\"EACH\"}");
        assertThat(list.at("/parties/1/name").asText()).as("from the address book").isEqualTo("Example Fulfillment Center XMP1");
        assertThat(pdf("/api/shipments/SHP0004711/packing-list.pdf")).contains("PACKING LIST", "006141410000000012", "006141410000000029");
    }

    @Test
    void labelsAreGivenForAllPackagesOrForOne() throws IOException {
        keep("amazon-us", DocumentState.TRANSLATED, text);
        assertThat(pdf("/api/shipments/SHP0004711/labels.pdf")).contains("(00) 006141410000009008", "(00) 006141410000000012",
            "(00) 006141410000000029", "(420) 89000");
        assertThat(pdf("/api/shipments/SHP0004711/labels.pdf?sscc=00006141410000000029")).contains("(00) 006141410000000029")
            .doesNotContain("(00) 006141410000000012");
        HttpResponse<String> zpl = get("/api/shipments/SHP0004711/labels.zpl");
        assertThat(zpl.body().split("\\^XA", -1)).hasSize(4);
        assertThat(zpl.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(zpl.headers().firstValue("Content-Disposition").orElseThrow()).contains("labels-SHP0004711.zpl");
        assertThat(get("/api/shipments/SHP0004711/labels.zpl?sscc=006141410000000012").body().split("\\^XA", -1)).hasSize(2);
        assertThat(detail("/api/shipments/SHP0004711/labels.zpl?sscc=1", 404)).contains("no package with the SSCC 1.");
    }

    @Test
    void aNoticeInTheArchiveIsReadFromThere() throws IOException {
        keep("amazon-us", DocumentState.SENT, "archive:" + archive.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .sha256());
        assertThat(json(get("/api/shipments/SHP0004711")).get("cartons").asInt()).isEqualTo(2);
    }

    @Test
    void whatCannotBeGivenIsSaidInASentence() {
        assertThat(detail("/api/shipments/NONE/labels.pdf", 404)).isEqualTo("There is no shipment NONE.");
        keep("amazon-us", DocumentState.HELD, text.replace("\"sscc\":\"006141410000000012\",", ""));
        assertThat(detail("/api/shipments/SHP0004711/labels.pdf", 409)).contains("Package C1 has no SSCC");
        keep("amazon-mx", DocumentState.HELD, text);
        assertThat(detail("/api/shipments/SHP0004711", 400)).contains("exists for [amazon-mx, amazon-us]; say which by partner=.");
        assertThat(json(get("/api/shipments/SHP0004711?partner=amazon-mx")).get("partner").asText()).isEqualTo("amazon-mx");
    }

    private String detail(String path, int status) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return json(response).get("detail").asText();
    }

    private String pdf(String path) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(asOperator(path).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/pdf");
            try (PDDocument paper = Loader.loadPDF(response.body())) {
                return new PDFTextStripper().getText(paper);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A notice as the hub keeps it. */
    private String keep(String partner, DocumentState state, String canonical) {
        String file = ids.next();
        interchanges.insert(new Interchange(file, "OUTBOUND", Interchange.Side.ERP, "sap", "folder", null, "desadv.idoc", "0".repeat(64), 1,
            1, null, null, null, null, null, Interchange.Status.ACCEPTED, null, Instant.now(), null, null, 0, null));
        String id = ids.next();
        documents.insert(List.of(new Document(id, file, 1, "OUTBOUND", partner, "sap", "DESADV", null, null, null, null, null, null, null,
            null, null, null, DocumentState.RECEIVED, "identify", null, null, Map.of(), null, Instant.now(), Instant.now(), 0, null)));
        documents.apply(List.of(new DocumentChange(documents.find(id).orElseThrow()).state(state).canonical("ShipmentNotice", canonical)
            .business("4TG7Q2PX", "ACME5").key("shipment", canonical.contains("SHP0004712") ? "SHP0004712" : "SHP0004711")));
        return id;
    }
}
