// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.erp.Delivery;
import io.acornhub.erp.Documents;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.ErpAdapterContract;
import io.acornhub.erp.Orders;
import io.acornhub.partner.ErpSystem;
import io.acornhub.translation.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFolderAdapterTest extends ErpAdapterContract {
    @TempDir
    private Path data;

    @BeforeEach
    void outboxThatIsAFile() throws IOException {
        Files.writeString(data.resolve("down"), "no folder");
        Files.createDirectories(data.resolve("erp/wms/outbox"));
    }

    @Override
    protected ErpAdapter restarted() {
        return new FileFolderAdapter(data);
    }

    @Override
    protected ErpSystem system() {
        return system(Map.of("outbox", "erp/wms/outbox"));
    }

    @Override
    protected ErpSystem unreachable() {
        return system(Map.of("outbox", "down/outbox"));
    }

    private static ErpSystem system(Map<String, String> settings) {
        return new ErpSystem("wms", "Warehouse", true, "file", settings, Map.of(), Map.of(), null, List.of());
    }

    @Override
    protected List<String> atTheErp() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            contents.add(text.replaceFirst(".*poNumber=(\\w+),.*name=(" + Orders.SHIP_TO + "),.*", "$1 $2"));
        }
        return contents;
    }

    @Override
    protected List<String> idsAtTheErp() throws IOException {
        return files().stream().map(file -> file.getFileName().toString().replaceFirst(".*_(.*)[.]json", "$1")).toList();
    }

    @Override
    protected void erpTakesAll() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("erp/wms/outbox"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void aFileIsTheCanonicalDocumentAndNamedForIt() throws IOException {
        Delivery delivery = Documents.delivery("01JZ", Orders.order("4TEST/../PO1"), CanonicalJson.write(Orders.order("4TEST/../PO1")));

        restarted().prepare(system(), List.of(delivery));

        assertThat(restarted().commit(system(), List.of(delivery)).references()).containsEntry("01JZ",
            "PurchaseOrder_4TEST----PO1_01JZ.json");
        assertThat(Files.readString(files().get(0))).isEqualTo(delivery.json()).contains(Orders.SHIP_TO);
    }

    @Test
    void aDocumentAboutSeveralOrdersIsNamedByItsOwnNumber() {
        Delivery delivery = Documents.delivery("01JZ", Documents.routing("RI-1"));

        assertThat(FileFolderAdapter.fileName(delivery)).isEqualTo("RoutingInstruction_RI-1_01JZ.json");
    }

    @Test
    void aSystemWithoutOutboxNamesTheFileToCorrect() {
        assertThatThrownBy(() -> restarted().prepare(system(Map.of()), List.of())).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("config/erp/wms.yaml: settings.outbox is missing");
    }
}
