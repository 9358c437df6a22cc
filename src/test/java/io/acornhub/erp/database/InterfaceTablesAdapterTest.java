// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.ErpAdapterContract;
import io.acornhub.erp.Orders;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.ErpSystem;
import java.math.BigDecimal;
import java.nio.file.Path;
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

/** On H2 in a file; {@link PostgresInterfaceTablesAdapterTest} runs the same on PostgreSQL. */
class InterfaceTablesAdapterTest extends ErpAdapterContract {
    @TempDir
    private Path folder;

    private final List<InterfaceDatabases> opened = new ArrayList<>();
    private TableDatabase database;
    private HikariDataSource pool;
    private JdbcTemplate jdbc;

    TableDatabase fresh(Path inFolder) {
        return TableDatabase.h2(inFolder);
    }

    @BeforeEach
    void makeTables() {
        database = fresh(folder);
        pool = database.pool();
        jdbc = new JdbcTemplate(pool);
        restarted().commit(system(), List.of());
    }

    @AfterEach
    void close() {
        opened.forEach(InterfaceDatabases::close);
        pool.close();
    }

    @Override
    protected ErpAdapter restarted() {
        InterfaceDatabases databases = new InterfaceDatabases(null);
        opened.add(databases);
        return new InterfaceTablesAdapter(databases, new IfaceCodeLists());
    }

    @Override
    protected ErpSystem system() {
        return database.system();
    }

    @Override
    protected ErpSystem unreachable() {
        return TableDatabase.system(Map.of("url", database.url().startsWith("jdbc:h2") ? "jdbc:h2:tcp://localhost:1/none"
            : "jdbc:postgresql://localhost:1/none", "user", "nobody", "password", "secret"));
    }

    @Override
    protected List<String> atTheErp() {
        return jdbc.queryForList("select d.po_number || ' ' || p.name from iface_doc d"
            + " join iface_party p on p.header_id = d.header_id where p.role = 'SHIP_TO' order by d.header_id", String.class);
    }

    @Override
    protected List<String> idsAtTheErp() {
        return jdbc.queryForList("select hub_id from iface_doc order by header_id", String.class);
    }

    @Override
    protected void erpTakesAll() {
        jdbc.update("update iface_doc set status = 'DONE', processed_at = current_timestamp, target_ref = '4711'");
    }

    private Delivered deliver(Delivery... deliveries) {
        return restarted().commit(system(), List.of(deliveries));
    }

    @Test
    void anOrderHasAllItsColumns() {
        deliver(Orders.delivery("01JZ", Orders.order("4TESTPO1")));

        assertThat(jdbc.queryForMap("select * from iface_doc")).containsEntry("direction", "I").containsEntry("doc_type", "ORDER")
            .containsEntry("source_system", "AMAZON_US_EDI").containsEntry("doc_key", "amazon-us:4TESTPO1")
                .containsEntry("doc_version", 0)
            .containsEntry("control_ref", "000006301/6301/0001").containsEntry("currency", "USD").containsEntry("line_count", 2)
            .containsEntry("total_qty", new BigDecimal("168.0000")).containsEntry("status", "NEW").containsEntry("vendor_code",
                "NWIND");
        assertThat(jdbc.queryForList("select * from iface_line order by line_no")).satisfiesExactly(
            line -> assertThat(line).containsEntry("line_no", "001").containsEntry("uom", "EA").containsEntry("ean",
                "2001000000012")
                .containsEntry("net_price", new BigDecimal("12.345600")).containsEntry("backorder_allowed", "Y"),
            line -> assertThat(line).containsEntry("line_no", "002").containsEntry("uom", "CA").containsEntry("upc",
                "212345000038")
                .containsEntry("pack_size", 6).containsEntry("qty_each", new BigDecimal("120.0000"))
                    .containsEntry("price_basis_uom", "EA"));
        assertThat(jdbc.queryForList("select action || ' ' || qty || ' ' || delivery_date from iface_schedule"
            + " order by line_no", String.class))
            .containsExactly("ORDER 48.0000 2026-03-25", "ORDER 20.0000 2026-03-25");
        assertThat(jdbc.queryForMap("select * from iface_party")).containsEntry("street2", "Dock 4").containsEntry("postal_code",
            "85043-1234").containsEntry("country", "US");
    }

    @Test
    void anotherOrderUnderTheSameKeyIsRefusedNamingBothAndTheOthersGoOn() {
        deliver(Orders.delivery("01JZ1", Orders.order("4TESTPO1")));

        Delivered delivered = deliver(Orders.delivery("01JZ2", Orders.order("4TESTPO1"), "other content"),
            Orders.delivery("01JZ3", Orders.order("4TESTPO2")));

        assertThat(delivered.references()).containsOnlyKeys("01JZ3");
        Fault fault = delivered.refused().get("01JZ2").get(0);
        assertThat(fault.code()).isEqualTo(FaultCode.TARGET_REFUSED);
        assertThat(fault.text()).contains("amazon-us:4TESTPO1", "iface_doc 1", "document 01JZ2");
        assertThat(atTheErp()).hasSize(2);
    }

    @Test
    void oneListWithTheSameOrderTwiceInsertsItOnce() {
        PurchaseOrder order = Orders.order("4TESTPO1");

        Delivered delivered = deliver(Orders.delivery("01JZ1", order), Orders.delivery("01JZ2", order),
            Orders.delivery("01JZ3", order, "other"));

        assertThat(delivered.references()).containsOnlyKeys("01JZ1", "01JZ2");
        assertThat(delivered.references().values().stream().distinct()).hasSize(1);
        assertThat(delivered.refused()).containsOnlyKeys("01JZ3");
        assertThat(atTheErp()).hasSize(1);
    }

    @Test
    void aValueThatDoesNotFitNamesItsColumnAndTheOthersGoOn() {
        Delivered delivered = deliver(Orders.delivery("01JZ1", Orders.order("4".repeat(36))), Orders.delivery("01JZ2",
            Orders.order("4TESTPO2")));

        assertThat(delivered.references()).containsOnlyKeys("01JZ2");
        assertThat(delivered.refused().get("01JZ1")).extracting(Fault::element).containsExactly("iface_doc.po_number",
            "iface_line[001].po_number", "iface_line[002].po_number");
        assertThat(delivered.refused().get("01JZ1").get(0).text()).startsWith("iface_doc.po_number holds 35 characters");
    }

    @Test
    void whatOnlyTheDatabaseRefusesKeepsNoOtherBack() {
        PurchaseOrder order = Orders.order("4TESTPO1");
        PurchaseOrder twice = new PurchaseOrder(order.type(), "4TESTPO3", order.purpose(), order.orderType(),
            order.orderDate(), null, null,
            null, null, null, null, null, null, order.parties(), null, List.of(order.lines().get(0), order.lines().get(0)),
                null, null);

        Delivered delivered = deliver(Orders.delivery("01JZ1", order), Orders.delivery("01JZ2", twice),
            Orders.delivery("01JZ3", Orders.order("4TESTPO2")));

        assertThat(delivered.references()).containsOnlyKeys("01JZ1", "01JZ3");
        assertThat(delivered.refused().get("01JZ2").get(0).text()).contains("refuses the rows of amazon-us:4TESTPO3");
        assertThat(atTheErp()).hasSize(2);
    }

    @Test
    void severalProcessesWithTheSameOrdersInsertEachOnce() throws Exception {
        List<Delivery> orders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            orders.add(Orders.delivery("01JZ" + i, Orders.order("4TESTPO" + i)));
        }
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            Callable<Delivered> deliver = () -> restarted().commit(system(), orders);
            List<Future<Delivered>> results = processes.invokeAll(List.of(deliver, deliver, deliver, deliver));
            for (Future<Delivered> result : results) {
                assertThat(result.get().references()).hasSize(50);
            }
        } finally {
            processes.shutdown();
        }
        assertThat(atTheErp()).hasSize(50);
    }

    @Test
    void withoutUrlTheTablesLieInTheHubsOwnDatabase() {
        jdbc.execute("create table something_of_the_hub (id integer)");
        jdbc.execute("drop table iface_error");
        ErpSystem own = TableDatabase.system(Map.of("sourceSystem", "OWN"));
        InterfaceTablesAdapter adapter = new InterfaceTablesAdapter(new InterfaceDatabases(pool), new IfaceCodeLists());

        adapter.commit(own, List.of(Orders.delivery("01JZ", Orders.order("4TESTPO9"))));

        assertThat(jdbc.queryForList("select source_system from iface_doc", String.class)).containsExactly("OWN");
    }
}
