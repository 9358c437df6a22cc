// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.erp.Claim;
import io.acornhub.erp.Collected;
import io.acornhub.erp.ErpCollector;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.ErpSystem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** On H2 in a file; {@link PostgresInterfaceTablesCollectorTest} runs the same on PostgreSQL. */
class InterfaceTablesCollectorTest {
    private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

    @TempDir
    private Path folder;

    private InterfaceDatabases databases;
    private TableDatabase database;
    private HikariDataSource pool;
    private JdbcTemplate jdbc;
    private ErpSystem system;

    TableDatabase fresh(Path inFolder) {
        return TableDatabase.h2(inFolder);
    }

    @BeforeEach
    void makeTables() {
        database = fresh(folder);
        system = database.system();
        databases = new InterfaceDatabases(null);
        collector(NOON).reap(system);
        pool = database.pool();
        jdbc = new JdbcTemplate(pool);
    }

    @AfterEach
    void close() {
        databases.close();
        pool.close();
    }

    private ErpCollector collector(Instant at) {
        return new InterfaceTablesCollector(databases, new IfaceCodeLists(), "hub-1", Clock.fixed(at, ZoneOffset.UTC));
    }

    private void acknowledgment(long id, String po, int version) {
        jdbc.update("insert into iface_doc (header_id, direction, doc_type, source_system, doc_key, doc_version, po_number,"
            + " vendor_code, partner_doc_no, doc_date, currency)"
            + " values (?, 'O', 'ORDER_ACK', 'ERP1', ?, ?, ?, 'NWIND', '0005001001', ?, 'USD')", id, "amazon-us:" + po,
            version, po, LocalDate.of(2026, 3, 11));
        line(id, "10", "48", "EA", null);
        line(id, "2", "20", "CA", 6);
        schedule(id, "10", 1, "ACCEPT", "40", null);
        schedule(id, "10", 2, "REJECT", "8", "OBS");
        schedule(id, "2", 1, "BACKORDER", "20", null);
    }

    private void line(long id, String lineNo, String qty, String uom, Integer pack) {
        jdbc.update("insert into iface_line (header_id, line_no, buyer_item, upc, qty, uom, pack_size, net_price,"
            + " price_basis_uom) values (?, ?, 'B0TEST0001', '212345000038', ?, ?, ?, 12.35, 'EA')",
            id, lineNo, new BigDecimal(qty), uom, pack);
    }

    private void schedule(long id, String lineNo, int number, String action, String qty, String reason) {
        jdbc.update("insert into iface_schedule (header_id, line_no, sched_no, action, qty, ship_date, delivery_date,"
            + " reason_code) values (?, ?, ?, ?, ?, ?, ?, ?)",
            id, lineNo, number, action, new BigDecimal(qty), LocalDate.of(2026, 3, 18),
            LocalDate.of(2026, 3, 20), reason);
    }

    private Map<String, Object> row(long id) {
        return jdbc.queryForMap("select * from iface_doc where header_id = ?", id);
    }

    @Test
    void anAcknowledgmentIsReadWithAllItsLines() {
        acknowledgment(1, "4TESTPO1", 0);
        ErpCollector collector = collector(NOON);

        Claim claim = collector.claim(system, 10).get(0);
        OrderAcknowledgment document = (OrderAcknowledgment) collector.read(system, claim).document();

        assertThat(claim.key()).isEqualTo("ERP1:ORDER_ACK:amazon-us:4TESTPO1:0");
        assertThat(document.poNumber()).isEqualTo("4TESTPO1");
        assertThat(document.vendorOrderNumber()).isEqualTo("0005001001");
        assertThat(document.acknowledgmentDate()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(document.lines()).extracting(OrderAcknowledgment.Line::lineNo).containsExactly("2", "10");
        OrderAcknowledgment.Line line = document.lines().get(1);
        assertThat(line.gtin()).isEqualTo("212345000038");
        assertThat(line.ordered().unit()).isEqualTo("EACH");
        assertThat(line.price().basis()).isEqualTo("PE");
        assertThat(line.dispositions()).extracting(Disposition::status).containsExactly("ACCEPTED", "REJECTED");
        assertThat(line.dispositions().get(1).reason()).isEqualTo("OBSOLETE_PRODUCT");
        assertThat(line.dispositions().get(0).quantity().amount()).isEqualTo("40");
        assertThat(line.dispositions().get(0).deliveryDate()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(document.lines().get(0).dispositions().get(0).quantity().unit()).isEqualTo("CASE");
    }

    @Test
    void aFinishedRowIsDoneAndNotClaimedAgain() {
        acknowledgment(1, "4TESTPO1", 0);
        ErpCollector collector = collector(NOON);
        Collected collected = collector.read(system, collector.claim(system, 10).get(0));

        assertThat(collector.finish(system, collected, "01JZ")).isTrue();

        assertThat(row(1)).containsEntry("status", "DONE").containsEntry("target_ref", "01JZ").containsEntry("attempts", 1)
            .containsEntry("payload_hash", collected.contentHash()).containsEntry("locked_by", null);
        assertThat(collector.claim(system, 10)).isEmpty();
        assertThat(collector.finish(system, collected, "01JZ")).isFalse();
    }

    @Test
    void severalWorkersClaimEachRowOnce() throws Exception {
        for (int i = 1; i <= 40; i++) {
            acknowledgment(i, "4TESTPO" + i, 0);
        }
        ExecutorService workers = Executors.newFixedThreadPool(4);
        List<Long> claimed = new ArrayList<>();
        try {
            Callable<List<Claim>> claim = () -> collector(NOON).claim(system, 15);
            for (Future<List<Claim>> result : workers.invokeAll(List.of(claim, claim, claim, claim))) {
                result.get().forEach(one -> claimed.add(one.headerId()));
            }
        } finally {
            workers.shutdown();
        }
        collector(NOON).claim(system, 40).forEach(one -> claimed.add(one.headerId()));
        assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void documentsOfOneOrderDoNotOvertakeEachOther() {
        acknowledgment(1, "4TESTPO1", 0);
        acknowledgment(2, "4TESTPO1", 1);
        acknowledgment(3, "4TESTPO2", 0);
        jdbc.update("update iface_doc set priority = 1 where header_id = 3");
        ErpCollector collector = collector(NOON);

        List<Claim> claims = collector.claim(system, 10);
        assertThat(claims).extracting(Claim::headerId).containsExactly(3L, 1L);
        assertThat(collector.claim(system, 10)).isEmpty();

        collector.finish(system, collector.read(system, claims.get(1)), "01JZ");
        assertThat(collector.claim(system, 10)).extracting(Claim::headerId).containsExactly(2L);
    }

    @Test
    void whatAKilledHubLeftComesAgainWithTheSameKeyAndHash() {
        acknowledgment(1, "4TESTPO1", 0);
        Claim lost = collector(NOON).claim(system, 10).get(0);
        Collected before = collector(NOON).read(system, lost);

        assertThat(collector(NOON.plus(Duration.ofMinutes(4))).reap(system)).isZero();
        ErpCollector later = collector(NOON.plus(Duration.ofMinutes(6)));
        assertThat(later.reap(system)).isEqualTo(1);

        Claim again = later.claim(system, 10).get(0);
        assertThat(again.key()).isEqualTo(lost.key());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(later.read(system, again).contentHash()).isEqualTo(before.contentHash());
        assertThat(later.finish(system, before, "late")).isFalse();
        assertThatThrownBy(() -> later.read(system, lost)).isInstanceOf(ChannelFault.class).hasMessageContaining("lease");
        assertThat(later.refuse(system, lost, List.of(Fault.of(FaultCode.VALUE_MISSING, "late")))).isFalse();
        assertThat(row(1)).containsEntry("status", "PROCESSING");
    }

    @Test
    void aRowThatEndsTheHubEveryTimeBecomesAnError() {
        acknowledgment(1, "4TESTPO1", 0);
        Instant at = NOON;
        for (int i = 0; i < 10; i++) {
            assertThat(collector(at).claim(system, 10)).hasSize(1);
            at = at.plus(Duration.ofMinutes(6));
            assertThat(collector(at).reap(system)).isEqualTo(1);
        }

        assertThat(row(1)).containsEntry("status", "ERROR").containsEntry("error_code", "LEASE_ENDED")
            .containsEntry("attempts", 10);
    }

    @Test
    void whatCannotBeReadIsSaidLineByLineInTheErrorRows() {
        acknowledgment(1, "4TESTPO1", 0);
        jdbc.update("update iface_line set uom = 'FOO' where line_no = '2'");
        schedule(1, "10", 3, "MAYBE", "1", null);
        schedule(1, "10", 4, "REJECT", "1", "XX");
        schedule(1, "77", 1, "ACCEPT", "1", null);
        ErpCollector collector = collector(NOON);
        Claim claim = collector.claim(system, 10).get(0);

        assertThatThrownBy(() -> collector.read(system, claim)).isInstanceOfSatisfying(MappingFault.class,
            fault -> assertThat(collector.refuse(system, claim, fault.faults())).isTrue());

        assertThat(row(1)).containsEntry("status", "ERROR").containsEntry("error_code", "CODE_NOT_IN_LIST");
        assertThat(jdbc.queryForList("select line_no || ' ' || field || ' ' || code from iface_error order by seq", String.class))
            .containsExactly("2 uom CODE_NOT_IN_LIST", "10 action CODE_NOT_IN_LIST", "10 reason_code CODE_NOT_IN_LIST",
                "77 line_no VALUE_MISSING");
        assertThat(collector.claim(system, 10)).isEmpty();
    }

    @Test
    void aTransportErrorBacksOff() {
        acknowledgment(1, "4TESTPO1", 0);
        Claim claim = collector(NOON).claim(system, 10).get(0);

        assertThat(collector(NOON).postpone(system, claim, Fault.of(FaultCode.TARGET_UNREACHABLE, "later"))).isTrue();

        assertThat(collector(NOON.plusSeconds(59)).claim(system, 10)).isEmpty();
        Claim second = collector(NOON.plusSeconds(60)).claim(system, 10).get(0);
        collector(NOON).postpone(system, second, Fault.of(FaultCode.TARGET_UNREACHABLE, "later"));
        assertThat(collector(NOON.plusSeconds(299)).claim(system, 10)).isEmpty();
        assertThat(collector(NOON.plusSeconds(300)).claim(system, 10)).hasSize(1);
    }

    @Test
    void aDoneRowThatComesAgainUnchangedIsReadAndAChangedOneIsRefused() {
        acknowledgment(1, "4TESTPO1", 0);
        ErpCollector collector = collector(NOON);
        Collected first = collector.read(system, collector.claim(system, 10).get(0));
        collector.finish(system, first, "01JZ");

        jdbc.update("update iface_doc set status = 'NEW'");
        Collected again = collector.read(system, collector.claim(system, 10).get(0));
        assertThat(again.contentHash()).isEqualTo(first.contentHash());
        collector.finish(system, again, "01JZ");

        jdbc.update("update iface_doc set status = 'NEW'");
        jdbc.update("update iface_schedule set qty = 39 where line_no = '10' and sched_no = 1");
        Claim changed = collector.claim(system, 10).get(0);
        assertThatThrownBy(() -> collector.read(system, changed)).isInstanceOfSatisfying(MappingFault.class,
            fault -> assertThat(fault.faults().get(0).code()).isEqualTo(FaultCode.COLLECTED_ROW_CHANGED));
    }

    @Test
    void rowsTowardsTheErpAreLeftAlone() {
        acknowledgment(1, "4TESTPO1", 0);
        jdbc.update("update iface_doc set direction = 'I' where header_id = 1");

        assertThat(collector(NOON).claim(system, 10)).isEmpty();
    }

    @Test
    void aDocumentTypeThatNobodyTakesIsAnErrorThatListsTheTypes() {
        acknowledgment(1, "4TESTPO1", 0);
        jdbc.update("update iface_doc set doc_type = 'SHIPMNT' where header_id = 1");
        ErpCollector collector = collector(NOON);
        Claim claim = collector.claim(system, 10).get(0);

        assertThat(claim.docType()).isEqualTo("SHIPMNT");
        assertThatThrownBy(() -> collector.read(system, claim)).isInstanceOfSatisfying(MappingFault.class,
            fault -> assertThat(collector.refuse(system, claim, fault.faults())).isTrue());
        assertThat(row(1)).containsEntry("status", "ERROR");
        assertThat((String) row(1).get("error_text")).startsWith("iface_doc.doc_type: 'SHIPMNT' is none of").contains("SHIPMENT", "CREDIT");
    }
}
