// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the hub stops only what it is about, is seen, and goes on when it is mended. */
abstract class SpineFailuresTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;
    private HubHome home;
    private SpineHub hub;

    /** How the hub reaches its database; a fresh one each time. */
    protected abstract List<String> database();

    @BeforeEach
    void prepare() {
        home = HubHome.copy(folder.resolve("home"));
        hub = new SpineHub(home, folder.resolve("data"), database());
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    private static WrittenOrder order(int index) {
        return WrittenOrder.of(5, index, false);
    }

    private static OrderFiles.OrderFile file(int index) {
        return OrderFiles.one(300_000L + index, order(index));
    }

    private String delivery(String po, String system) {
        return hub.jdbc().queryForObject("select status from delivery where erp_system = ? and document_id = "
            + "(select document_id from purchase_order where po_number = ?)", String.class, system, po);
    }

    private Integer failedAttempts(String po, String system) {
        return hub.jdbc().queryForObject("select coalesce(max(attempts), 0) from delivery where erp_system = ? and document_id = "
            + "(select document_id from purchase_order where po_number = ?)", Integer.class, system, po);
    }

    @Test
    void sapsFolderIsGoneTheTablesGetTheOrderAndSapGetsItWhenTheFolderIsBack() throws IOException {
        hub.start();
        Path outbox = hub.data().resolve("erp/sap/outbox");
        Files.createDirectories(outbox.getParent());
        Files.writeString(outbox, "a file where a folder should be");
        hub.fromAmazon(file(1));
        hub.awaitState("850", order(1).po(), "DISPATCHED");
        SpineHub.patiently("two attempts").until(() -> failedAttempts(order(1).po(), "sap") >= 2);
        assertThat(delivery(order(1).po(), "erp-db")).isEqualTo("DELIVERED");
        Files.delete(outbox);
        Files.createDirectory(outbox);
        hub.awaitState("850", order(1).po(), "DELIVERED");
        assertThat(hub.toSap(order(1).po())).hasSize(1);
    }

    @Test
    void theTablesAreGoneSapGetsTheOrderAndTheTablesGetItWhenTheyAreBack() {
        hub.start();
        hub.fromAmazon(file(2));
        hub.awaitState("850", order(2).po(), "DELIVERED");
        hub.jdbc().execute("alter table iface_line rename to iface_line_gone");
        hub.fromAmazon(file(3));
        assertThat(hub.awaitToSap(order(3).po())).contains("ORDERS05");
        SpineHub.patiently("two attempts").until(() -> failedAttempts(order(3).po(), "erp-db") >= 2);
        hub.jdbc().execute("alter table iface_line_gone rename to iface_line");
        hub.awaitState("850", order(3).po(), "DELIVERED");
        assertThat(hub.jdbc().queryForObject("select count(*) from iface_doc where po_number = ?", Integer.class, order(3).po())).isOne();
    }

    @Test
    void whatAMappingCannotTranslateIsParkedAndGoesOnWhenTheCodeListIsMendedAndItIsReplayed() throws IOException {
        hub.start();
        hub.fromAmazon(file(4));
        hub.awaitState("850", order(4).po(), "DELIVERED");
        hub.fromSap("odd.idoc", hub.idocs().write(false, List.of(Ordrsp.of(order(4), 4711, "QQQ"))));
        Map<String, Object> parked = SpineHub.patiently("parked").until(() -> hub.jdbc().queryForList(
            "select id from document where message = 'ORDRSP' and state = 'PARKED'"), rows -> !rows.isEmpty()).get(0);
        assertThat(hub.faults(parked.get("id"))).contains("CODE_NOT_IN_LIST");
        hub.stop();
        Path units = home.folder().resolve("config/code-lists/units.csv");
        Files.writeString(units, Files.readString(units).stripTrailing() + "\nEACH,,QQQ,,\n");
        hub.start();
        assertThat(hub.interventions().replay((String) parked.get("id"), "tester").done()).isTrue();
        hub.awaitState("ORDRSP", order(4).po(), "SENT");
        assertThat(hub.awaitToAmazon("*" + order(4).po() + "*")).contains("ST*855*");
    }

    @Test
    void thePartnersOutboxIsGoneAndTheAcknowledgmentComesWhenItIsBack() throws IOException {
        hub.start();
        Path outbox = hub.data().resolve("partners/amazon-us/outbox");
        Files.deleteIfExists(outbox.resolve(".staging"));
        Files.delete(outbox);
        Files.writeString(outbox, "a file where a folder should be");
        hub.fromAmazon(file(5));
        hub.awaitState("850", order(5).po(), "DELIVERED");
        assertThat(hub.jdbc().queryForObject("select count(*) from interchange where status = 'READY'", Integer.class)).isOne();
        Files.delete(outbox);
        Files.createDirectory(outbox);
        assertThat(hub.awaitToAmazon("AK1*PO*" + file(5).groups().get(0))).contains("AK9*A");
    }

    @Test
    void aDeliveryWhoseMessageWasLostIsFoundAndSentAgain() {
        List<String> settings = Stream.concat(database().stream(), Stream.of("acorn.sweep.stage-after=PT2S")).toList();
        hub = new SpineHub(home, folder.resolve("data"), settings);
        hub.start();
        hub.fromAmazon(file(11));
        hub.awaitState("850", order(11).po(), "DELIVERED");
        hub.jdbc().update("update delivery set status = 'PENDING', updated_at = ? where erp_system = 'erp-db'",
            Timestamp.from(Instant.now().minusSeconds(60)));
        SpineHub.patiently("delivered again").until(() -> delivery(order(11).po(), "erp-db"), "DELIVERED"::equals);
        assertThat(hub.jdbc().queryForObject("select count(*) from iface_doc where po_number = ?", Integer.class, order(11).po())).isOne();
    }

    @Test
    void sapGetsXmlWhereItsFileSaysSo() {
        home.replace("config/erp/sap.yaml", "format: flat", "format: xml");
        hub.start();
        hub.fromAmazon(file(6));
        assertThat(hub.awaitToSap(order(6).po())).startsWith("<?xml").contains("<ORDERS05>");
    }

    @Test
    void badFilesGetAClearFaultAreArchivedAndBlockNothing() throws IOException {
        hub.start();
        String good = file(7).text();
        hub.fromAmazon("empty.edi", new byte[0]);
        hub.fromAmazon("zip.edi", zip(good));
        hub.fromAmazon("page.edi", "<html><body>502 Bad Gateway</body></html>".getBytes(StandardCharsets.UTF_8));
        hub.fromAmazon("utf16.edi", good.getBytes(StandardCharsets.UTF_16));
        hub.fromAmazon("cut.edi", good.substring(0, good.length() / 2).getBytes(StandardCharsets.US_ASCII));
        byte[] large = new byte[60 * 1024 * 1024];
        Arrays.fill(large, (byte) 'X');
        System.arraycopy(good.getBytes(StandardCharsets.US_ASCII), 0, large, 0, 200);
        hub.fromAmazon("large.edi", large);
        hub.fromAmazon("nul-in-set.edi", file(12).text().replace("ACME5", "AC\0E5").getBytes(StandardCharsets.US_ASCII));
        hub.fromAmazon("nul-in-envelope.edi", file(13).text().replaceFirst("AMAZON  ", "AMAZ\0N  ").getBytes(StandardCharsets.US_ASCII));
        hub.fromAmazon("good.edi", file(8).text().getBytes(StandardCharsets.US_ASCII));
        hub.awaitState("850", order(8).po(), "DELIVERED");
        for (String name : List.of("empty.edi", "zip.edi", "page.edi", "utf16.edi", "cut.edi", "large.edi", "nul-in-set.edi",
            "nul-in-envelope.edi")) {
            Map<String, Object> row = SpineHub.patiently(name).until(() -> hub.jdbc().queryForList(
                "select id, status, sha256 from interchange where file_name = ? and status <> 'RECEIVED'", name),
                rows -> !rows.isEmpty()).get(0);
            assertThat((String) row.get("status")).as(name).isIn("UNREADABLE", "REJECTED");
            assertThat(hub.jdbc().queryForObject("select count(*) from fault where subject = ? or subject in (select id from document "
                + "where interchange_id = ?)", Integer.class, row.get("id"), row.get("id"))).as(name).isPositive();
            String sha = (String) row.get("sha256");
            Path archived = Path.of(sha.substring(0, 2), sha.substring(2, 4), sha);
            assertThat(hub.data().resolve("archive").resolve(archived)).as(name).exists();
        }
        assertThat(hub.jdbc().queryForObject("select count(*) from parked", Integer.class)).isZero();
    }

    @Test
    void badFilesOfSapGetAClearFaultAndBlockNothing() throws IOException {
        hub.start();
        hub.fromAmazon(file(9));
        hub.awaitState("850", order(9).po(), "DELIVERED");
        byte[] good = hub.idocs().write(false, List.of(Ordrsp.of(order(9), 4712)));
        hub.fromSap("empty.idoc", new byte[0]);
        hub.fromSap("zip.idoc", zip("x"));
        hub.fromSap("utf16.idoc", new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
        hub.fromSap("page.xml", "<html><body>502 Bad Gateway</body></html>".getBytes(StandardCharsets.UTF_8));
        hub.fromSap("good.idoc", good);
        hub.awaitState("ORDRSP", order(9).po(), "SENT");
        for (String name : List.of("empty.idoc", "zip.idoc", "utf16.idoc", "page.xml")) {
            Map<String, Object> row = SpineHub.patiently(name).until(() -> hub.jdbc().queryForList("select id, status from interchange "
                + "where file_name = ? and status <> 'RECEIVED'", name), rows -> !rows.isEmpty()).get(0);
            assertThat((String) row.get("status")).as(name).isIn("UNREADABLE", "REJECTED");
        }
        assertThat(hub.jdbc().queryForObject("select count(*) from parked", Integer.class)).isZero();
    }

    @Test
    void aFileThatStillGrowsIsLeftAlone() throws IOException {
        hub.start();
        byte[] text = file(10).text().getBytes(StandardCharsets.US_ASCII);
        Path growing = hub.data().resolve("partners/amazon-us/inbox/growing.edi");
        Files.write(growing, Arrays.copyOf(text, text.length / 2));
        for (int from = text.length / 2, part = 0; from < text.length; from += 60, part++) {
            Files.write(growing, Arrays.copyOfRange(text, from, Math.min(text.length, from + 60)), StandardOpenOption.APPEND);
            Files.setLastModifiedTime(growing, FileTime.from(Instant.now().plusSeconds(60)));
            hub.fromAmazon("other-" + part + ".edi", file(1000 + part).text().getBytes(StandardCharsets.US_ASCII));
            hub.awaitInterchange("other-" + part + ".edi", "ACCEPTED");
            assertThat(growing).exists();
        }
        Files.setLastModifiedTime(growing, FileTime.from(Instant.now().minusSeconds(5)));
        hub.awaitInterchange("growing.edi", "ACCEPTED");
        assertThat(hub.jdbc().queryForObject("select count(*) from interchange where file_name = 'growing.edi'", Integer.class)).isOne();
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("order.edi"));
            zip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
