// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** JSON and CSV files of a warehouse become documents, one for each object and each shipment, each once. */
class WarehouseFilesTest {
    private static final String COLUMNS = "Shipment ID,Ship date,Ship time,Carrier,Ship to ID,PO number,PO line,SKU,Quantity,Unit,"
        + "Carton no,Purpose\n";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;
    private static SpineHub hub;

    @BeforeAll
    static void startHub() {
        hub = new SpineHub(HubHome.copy(folder.resolve("home")), folder.resolve("data"), List.of()).start();
    }

    @AfterAll
    static void stopHub() {
        hub.close();
    }

    private static List<Map<String, Object>> drop(String name, String text) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("data/erp/wms/inbox"));
        Path part = inbox.resolve(name + ".part");
        Files.writeString(part, text);
        Files.move(part, inbox.resolve(name));
        SpineHub.patiently(name).until(() -> hub.jdbc().queryForList("select 1 from interchange where file_name = ?"
            + " and status <> 'RECEIVED'", name), found -> !found.isEmpty());
        return hub.jdbc().queryForList("select d.* from document d join interchange i on i.id = d.interchange_id where i.file_name = ?"
            + " order by d.ordinal", name);
    }

    private static String row(String shipment, String po, String quantity, String purpose) {
        return shipment + ",2026-03-18,1630,ODFL,FCX1," + po + ",001,NW-KÄSE," + quantity + ",EA,1," + purpose + "\n";
    }

    private static String canonical(Map<String, Object> document) {
        return SpineHub.patiently("translated").until(() -> hub.jdbc().queryForObject("select canonical from document where id = ?",
            String.class, document.get("id")), text -> text != null);
    }

    private static List<String> faults(Map<String, Object> document) {
        return hub.jdbc().queryForList("select text from fault where subject = ?", String.class, document.get("id"));
    }

    @Test
    void eachShipmentOfACartonListBecomesAShipNotice() throws IOException {
        List<Map<String, Object>> documents = drop("cartons.csv", COLUMNS + row("SHP-1", "4TESTPO1", "48", "") + row("SHP-1", "4TESTPO2",
            "6", "") + row("SHP-2", "4TESTPO3", "7", ""));

        assertThat(documents).hasSize(2).extracting(row -> row.get("message")).containsOnly("CSV");
        assertThat(canonical(documents.get(0))).contains("\"shipmentId\":\"SHP-1\"", "4TESTPO1", "4TESTPO2", "NW-KÄSE",
            "2026-03-18T16:30:00Z").doesNotContain("4TESTPO3");
        assertThat(canonical(documents.get(1))).contains("\"shipmentId\":\"SHP-2\"", "\"amount\":7");
    }

    @Test
    void aRowThatCannotBeMappedParksItsShipmentAloneAndNamesTheRowOfTheFile() throws IOException {
        List<Map<String, Object>> documents = drop("bad-row.csv", COLUMNS + row("SHP-11", "4TESTPO1", "48", "") + row("SHP-12", "4TESTPO1",
            "many", ""));

        assertThat(canonical(documents.get(0))).contains("SHP-11");
        SpineHub.patiently("parked").until(() -> faults(documents.get(1)), found -> !found.isEmpty());
        assertThat(faults(documents.get(1)).get(0)).contains("row 3, column quantity", "\"many\" is not a number");
    }

    @Test
    void theSameShipmentAgainIsDroppedAnotherContentIsHeldAndAReplacementGoesOn() throws IOException {
        drop("first.csv", COLUMNS + row("SHP-21", "4TESTPO1", "48", ""));

        Map<String, Object> again = drop("again.csv", COLUMNS + row("SHP-21", "4TESTPO1", "48", "")).get(0);
        Map<String, Object> other = drop("other.csv", COLUMNS + row("SHP-21", "4TESTPO1", "47", "")).get(0);
        Map<String, Object> replacing = drop("replacing.csv", COLUMNS + row("SHP-21", "4TESTPO1", "47", "REPLACE")).get(0);
        Map<String, Object> replacingAgain = drop("replacing-again.csv", COLUMNS + row("SHP-21", "4TESTPO1", "47", "REPLACE")).get(0);

        assertThat(again).containsEntry("state", "DROPPED");
        assertThat(faults(again).get(0)).contains("CSV SHP-21 came before with the same content");
        assertThat(other).containsEntry("state", "HELD");
        assertThat(hub.holds(other.get("id"))).containsExactly("DOCUMENT_REPEATED");
        assertThat(canonical(replacing)).contains("\"purpose\":\"REPLACE\"");
        assertThat(replacingAgain).containsEntry("state", "DROPPED");
    }

    @Test
    void rowsOfAShipmentThatStandApartAreRefusedSinceOneMayBeMissing() throws IOException {
        List<Map<String, Object>> documents = drop("apart.csv", COLUMNS + row("SHP-31", "4TESTPO1", "1", "") + row("SHP-32", "4TESTPO1",
            "2", "") + row("SHP-31", "4TESTPO1", "3", ""));

        assertThat(documents).extracting(row -> row.get("state")).first().isEqualTo("REJECTED");
        assertThat(faults(documents.get(0)).get(0)).contains("SHP-31 do not stand together ([2, 4])");
        assertThat(canonical(documents.get(1))).contains("SHP-32", "\"amount\":2").doesNotContain("SHP-31");
    }

    @Test
    void eachObjectOfAJsonFileIsADocumentAndAWrongOneIsRefusedByItsPath() throws IOException {
        String good = "{\"type\":\"InventoryAdvice\",\"adviceNumber\":\"A-1\",\"purpose\":\"PARTIAL\",\"asOf\":\"2026-03-18\",\"lines\":["
            + "{\"lineNo\":\"1\",\"vendorItem\":\"NW-KÄSE\",\"available\":{\"amount\":4.0,\"unit\":\"EACH\"}}]}";
        String wrong = good.replace("PARTIAL", "SOME").replace("A-1", "A-2");
        String order = good.replace("InventoryAdvice", "PurchaseOrder");
        List<Map<String, Object>> documents = drop("stock.json", " [" + good + ",\n" + wrong + "," + order + "]");

        assertThat(documents).extracting(row -> row.get("message")).containsExactly("STOCK", "JSON", "JSON");
        assertThat(documents).extracting(row -> row.get("canonical_type")).first().isEqualTo("InventoryAdvice");
        assertThat((String) documents.get(0).get("canonical")).contains("\"amount\":4,", "NW-KÄSE");
        assertThat(documents.get(1)).containsEntry("state", "REJECTED");
        assertThat(faults(documents.get(1)).get(0)).contains("[1].", "purpose");
        assertThat(faults(documents.get(2)).get(0)).contains("[2].type: 'PurchaseOrder' is no document that the hub takes from an ERP");
        assertThat(drop("stock-again.json", good).get(0)).containsEntry("state", "DROPPED");
    }

    @Test
    void aFileThatIsNeitherIsSaidAndMakesNoDocument() throws IOException {
        assertThat(drop("half.json", "[{\"type\":\"Invoice\"")).isEmpty();
        assertThat(drop("empty.csv", "")).isEmpty();
        assertThat(drop("columns.csv", "Delivery,Quantity\n1,2\n")).isEmpty();

        List<String> told = hub.jdbc().queryForList("select f.text from fault f join interchange i on i.id = f.subject"
            + " where i.file_name in ('half.json', 'empty.csv', 'columns.csv') order by i.file_name", String.class);
        assertThat(told.get(0)).contains("row 1: there is no column shipment_id");
        assertThat(told.get(1)).contains("the file is empty");
        assertThat(told.get(2)).contains("cannot be read as JSON at line 1");
    }

    @Test
    void windowsEncodedFilesAreRefusedUntilTheSettingSaysSo() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("data/erp/wms/inbox"));
        Files.write(inbox.resolve("latin.csv"), (COLUMNS + row("SHP-41", "4TESTPO1", "48", "")).getBytes(StandardCharsets.ISO_8859_1));
        SpineHub.patiently("latin.csv").until(() -> hub.jdbc().queryForList("select f.text from fault f join interchange i"
            + " on i.id = f.subject where i.file_name = 'latin.csv'", String.class), found -> !found.isEmpty()
                && found.get(0).contains("row 2: the bytes are not UTF-8"));
    }
}
