// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.idoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Remittance;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.ErpAdapterContract;
import io.acornhub.erp.Orders;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.ErpSystem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdocFolderAdapterTest extends ErpAdapterContract {
    @TempDir
    private Path data;

    @BeforeEach
    void outboxThatIsAFile() throws IOException {
        Files.writeString(data.resolve("down"), "no folder");
        Files.createDirectories(data.resolve("erp/sap/outbox"));
    }

    @Override
    protected ErpAdapter restarted() {
        return new IdocFolderAdapter(data);
    }

    @Override
    protected ErpSystem system() {
        return system(Map.of("outbox", "erp/sap/outbox"));
    }

    @Override
    protected ErpSystem unreachable() {
        return system(Map.of("outbox", "down/outbox"));
    }

    private static ErpSystem system(Map<String, String> settings) {
        return new ErpSystem("sap", "SAP", true, "idoc", settings, Map.of(), Map.of(), null, List.of());
    }

    @Override
    protected List<String> atTheErp() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files()) {
            contents.add(Files.readString(file));
        }
        return contents;
    }

    @Override
    protected List<String> idsAtTheErp() throws IOException {
        return files().stream().map(file -> file.getFileName().toString().replaceFirst(".*_(.*)[.]idoc", "$1")).toList();
    }

    @Override
    protected void erpTakesAll() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("erp/sap/outbox"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void aFileIsNamedForItsOrderAndDocument() {
        Delivery delivery = Orders.delivery("01JZ", Orders.order("4TEST/../PO1"));

        restarted().prepare(system(), List.of(delivery));

        assertThat(restarted().commit(system(), List.of(delivery)).references()).containsEntry("01JZ",
            "ORDERS_4TEST----PO1_01JZ.idoc");
        ErpSystem xml = system(Map.of("outbox", "x", "format", "xml"));
        assertThat(IdocFolderAdapter.fileName(xml, delivery)).endsWith(".xml");
    }

    @Test
    void filesOfOtherDocumentsAreNamedForTheirMessageAndKey() {
        Remittance payment = new Remittance("Remittance", "AMZPAY/1", null, "ACH", "USD", BigDecimal.TEN, null, null, null, null);
        ProcessingStatus status = new ProcessingStatus("ProcessingStatus", "0000000106934001", null, "DESADV", "SENT", "12",
            Instant.EPOCH, null, null, "4TESTPO1", null, null, null, null);
        PurchaseOrderChange change = new PurchaseOrderChange("PurchaseOrderChange", "4TESTPO1", "CANCEL", null, null, null, null,
            null, null, null, null, null, null, null, null, null, null);

        assertThat(name(payment)).isEqualTo("REMADV_AMZPAY-1_01JZ.idoc");
        assertThat(name(status)).isEqualTo("STATUS_4TESTPO1_01JZ.idoc");
        assertThat(name(change)).isEqualTo("ORDCHG_4TESTPO1_01JZ.idoc");
    }

    private String name(CanonicalDocument document) {
        return IdocFolderAdapter.fileName(system(), new Delivery("01JZ", "amazon-us", document, "{}", new byte[0], null, null, null));
    }

    @Test
    void aDocumentWithoutBundleIsAFaultOfTheConfiguration() {
        Delivery bare = new Delivery("01JZ", "amazon-us", Orders.order("1"), "{}", null, null, null, null);

        assertThatThrownBy(() -> restarted().prepare(system(), List.of(bare))).isInstanceOf(MappingFault.class)
            .hasMessage("config/erp/sap.yaml names no bundle that makes an IDoc of a PurchaseOrder");
    }
}
