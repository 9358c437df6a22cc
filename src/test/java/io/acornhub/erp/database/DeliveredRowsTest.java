// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.Documents;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.ErpSystem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What rows each kind of document becomes. On H2 in a file; {@link PostgresDeliveredRowsTest} runs the same on PostgreSQL. */
class DeliveredRowsTest {
    @TempDir
    private Path folder;

    private final InterfaceDatabases databases = new InterfaceDatabases(null);
    private ErpSystem system;
    private HikariDataSource pool;
    private JdbcTemplate jdbc;

    TableDatabase fresh(Path inFolder) {
        return TableDatabase.h2(inFolder);
    }

    @BeforeEach
    void makeTables() {
        TableDatabase database = fresh(folder);
        Map<String, String> settings = new HashMap<>(database.system().settings());
        settings.put("zone", "America/New_York");
        system = TableDatabase.system(settings);
        pool = database.pool();
        jdbc = new JdbcTemplate(pool);
    }

    @AfterEach
    void close() {
        databases.close();
        pool.close();
    }

    private Delivered deliver(Delivery... deliveries) {
        return new InterfaceTablesAdapter(databases, new IfaceCodeLists()).commit(system, List.of(deliveries));
    }

    private void deliver(CanonicalDocument document) {
        assertThat(deliver(Documents.delivery("01JZ", document)).refused()).isEmpty();
    }

    private List<String> texts(String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    @Test
    void aChangeSaysWhatBecomesOfEachLine() {
        deliver(Documents.change("4TESTPO1", "7"));

        assertThat(jdbc.queryForMap("select * from iface_doc")).containsEntry("doc_type", "ORDER_CHANGE").containsEntry("doc_version", 1)
            .containsEntry("doc_key", "amazon-us:4TESTPO1").containsEntry("purpose", "CHANGE").containsEntry("change_no", "7")
            .containsEntry("ship_to_date", Timestamp.valueOf("2026-04-09 00:00:00")).containsEntry("deliver_to", null);
        assertThat(texts("select line_no || ' ' || action || ' ' || coalesce(cast(qty as varchar(20)), 'none') from iface_line"
            + " order by line_no")).containsExactly("001 QUANTITY 36.0000", "002 DELETE none");
        assertThat(texts("select text from iface_text")).containsExactly("weniger für Köln");
        assertThat(texts("select line_no || ' ' || name || ' ' || content from iface_extra")).containsExactly("002 why Größe");
    }

    @Test
    void eachChangeOfAnOrderGetsTheNextVersionAndOneThatComesAgainKeepsItsOwn() {
        Delivery first = Documents.delivery("01JZ1", Documents.change("4TESTPO1", "1"));
        Delivery second = Documents.delivery("01JZ2", Documents.change("4TESTPO1", "2"));
        deliver(first);
        deliver(second, Documents.delivery("01JZ3", Documents.change("4TESTPO1", "3")), Documents.delivery("01JZ4",
            Documents.change("4TESTPO2", "1")));

        Delivered again = deliver(first, second);

        assertThat(again.references()).hasSize(2);
        assertThat(texts("select doc_key || ' ' || doc_version || ' ' || hub_id from iface_doc order by doc_key, doc_version"))
            .containsExactly("amazon-us:4TESTPO1 1 01JZ1", "amazon-us:4TESTPO1 2 01JZ2", "amazon-us:4TESTPO1 3 01JZ3",
                "amazon-us:4TESTPO2 1 01JZ4");
    }

    @Test
    void aChangeThatWasMappedAnewAfterItsRowWasWrittenIsRefused() {
        deliver(Documents.delivery("01JZ1", Documents.change("4TESTPO1", "1")));

        Delivered other = deliver(Documents.delivery("01JZ1", Documents.change("4TESTPO1", "1"), "other content"));

        assertThat(other.references()).isEmpty();
        assertThat(other.refused().get("01JZ1").get(0).code()).isEqualTo(FaultCode.TARGET_REFUSED);
        assertThat(other.refused().get("01JZ1").get(0).text()).contains("with other content");
    }

    @Test
    void severalProcessesWithDifferentChangesOfOneOrderTakeDifferentVersions() throws Exception {
        deliver();
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Delivered>> all = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                Delivery own = Documents.delivery("01JZ" + i, Documents.change("4TESTPO1", Integer.toString(i)));
                all.add(() -> deliver(own));
            }
            for (Future<Delivered> result : processes.invokeAll(all)) {
                assertThat(result.get().references()).hasSize(1);
            }
        } finally {
            processes.shutdown();
        }
        assertThat(jdbc.queryForList("select doc_version from iface_doc order by doc_version", Integer.class)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aPaymentHasItsDeductionsWithTheirCodeAndSign() {
        deliver(Documents.payment("400123456"));

        assertThat(jdbc.queryForMap("select * from iface_doc")).containsEntry("doc_type", "PAYMENT").containsEntry("payment_method", "ACH")
            .containsEntry("payment_ref", "400123456").containsEntry("total_amount", new BigDecimal("556.2400"));
        assertThat(jdbc.queryForList("select * from iface_payment_item order by seq")).satisfiesExactly(
            item -> assertThat(item).containsEntry("doc_kind", "INVOICE").containsEntry("discount", new BigDecimal("11.8600"))
                .containsEntry("adjustment_code", null),
            item -> assertThat(item).containsEntry("reference", "INV-88123SC").containsEntry("adjustment_code", "SHORTAGE_CLAIM")
                .containsEntry("adjustment_reason", "SC").containsEntry("net", new BigDecimal("-24.7000"))
                .containsEntry("remark", "2 Stück fehlen"));
        assertThat(texts("select cast(sum(net) as varchar(20)) from iface_payment_item")).containsExactly("556.2400");
    }

    @Test
    void aPaymentThatComesWithOtherAmountsIsRefused() {
        deliver(Documents.payment("400123456"));

        assertThat(deliver(Documents.delivery("01JZ2", Documents.payment("400123456"), "other")).refused()).containsOnlyKeys("01JZ2");
    }

    @Test
    void aRoutingInstructionIsARowForEachLoadAndOrder() {
        deliver(Documents.routing("RI-1"));

        assertThat(jdbc.queryForMap("select * from iface_doc")).containsEntry("doc_type", "ROUTING").containsEntry("request_no", "RR-1")
            .containsEntry("issued_at", Timestamp.valueOf("2026-04-01 08:00:00"));
        assertThat(texts("select load_no || ' ' || amazon_ref || ' ' || coalesce(po_number, '-') from iface_load order by seq"))
            .containsExactly("1 ARN8812345 4TESTPO1", "1 ARN8812345 4TESTPO2", "2 ARN8812346 -");
        assertThat(jdbc.queryForMap("select * from iface_load where seq = 1")).containsEntry("pickup_time", "14:30")
            .containsEntry("gross_weight", new BigDecimal("144.5000")).containsEntry("weight_uom", "LB");
    }

    @Test
    void aReportIsLinesFiguresReferencesAndTexts() {
        deliver(Documents.report("FC-7"));

        assertThat(jdbc.queryForMap("select * from iface_doc")).containsEntry("doc_key", "amazon-us:FORECAST:FC-7")
            .containsEntry("report", "FORECAST").containsEntry("doc_type", "REPORT");
        assertThat(texts("select line_no || ' ' || coalesce(place, '-') from iface_line order by line_no desc"))
            .containsExactlyInAnyOrder("1 FCX1", "#2 -");
        assertThat(texts("select code || ' ' || coalesce(cast(happened_at as varchar(19)), '-') from iface_figure order by seq"))
            .containsExactly("QA -", "X4 2026-04-01 19:30:00");
        assertThat(texts("select kind || ' ' || number from iface_ref")).containsExactly("INVOICE INV-88123");
        assertThat(texts("select line_no || ' ' || text from iface_text"))
            .containsExactlyInAnyOrder("- Vorschau für März", "1 ü");
    }

    @Test
    void aStatusNamesTheDocumentAndWhatBecameOfIt() {
        deliver(Documents.status("0000000000815"));

        assertThat(jdbc.queryForMap("select * from iface_doc")).containsEntry("doc_key", "amazon-us:ORDRSP:0000000000815")
            .containsEntry("outcome", "ACCEPTED").containsEntry("outcome_code", "41").containsEntry("control_ref", "000006302/6302/0001");
        assertThat(texts("select text from iface_text")).containsExactly("von Amazon bestätigt");
    }

    @Test
    void whatDoesNotFitIsRefusedColumnByColumnInEveryKind() {
        Delivered delivered = deliver(Documents.delivery("01JZ1", Documents.change("4".repeat(36), "1".repeat(41))),
            Documents.delivery("01JZ2", Documents.routing("R".repeat(36))),
            Documents.delivery("01JZ3", Documents.payment("P".repeat(41))), Documents.delivery("01JZ4", Documents.payment("400")));

        assertThat(delivered.references()).containsOnlyKeys("01JZ4");
        assertThat(delivered.refused().get("01JZ1")).extracting(Fault::element)
            .contains("iface_doc.change_no", "iface_line[001].po_number");
        assertThat(delivered.refused().get("01JZ2")).extracting(Fault::element).containsExactly("iface_doc.partner_doc_no");
        assertThat(delivered.refused().get("01JZ3")).extracting(Fault::text)
            .allSatisfy(text -> assertThat(text).contains("iface_doc.payment_ref holds 40 characters"));
    }
}
