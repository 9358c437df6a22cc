// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.erp.ErpCollector;
import io.acornhub.erp.Orders;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.partner.ErpSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** On H2 in a file; {@link PostgresInterfaceDatabasesTest} runs the same on PostgreSQL. */
class InterfaceDatabasesTest {
    @TempDir
    private Path folder;

    private final InterfaceDatabases databases = new InterfaceDatabases(null);
    private TableDatabase database;
    private HikariDataSource pool;
    private JdbcTemplate jdbc;

    TableDatabase fresh(Path inFolder) {
        return TableDatabase.h2(inFolder);
    }

    @BeforeEach
    void open() {
        database = fresh(folder);
        pool = database.pool();
        jdbc = new JdbcTemplate(pool);
    }

    @AfterEach
    void close() {
        databases.close();
        pool.close();
    }

    private void script(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/db/interface-tables/" + name)) {
            jdbc.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private ErpCollector collector() {
        return new InterfaceTablesCollector(databases, new IfaceCodeLists(), "hub", Clock.systemUTC());
    }

    private ErpSystem withoutCreating() {
        return TableDatabase.system(Map.of("url", database.url(), "user", database.user(), "password", database.password()));
    }

    private void deliverInto(ErpSystem system) {
        new InterfaceTablesAdapter(databases, new IfaceCodeLists()).commit(system,
            List.of(Orders.delivery("01JZ", Orders.order("4TESTPO1"))));
        assertThat(jdbc.queryForList("select hub_id from iface_doc", String.class)).containsExactly("01JZ");
    }

    @Test
    void tablesThatAPersonMadeFromTheFirstScriptGetWhatCameAfterIt() throws IOException {
        script("V1__interface_tables.sql");
        jdbc.update("insert into iface_doc (header_id, direction, doc_type, source_system, doc_key) values (999, 'O', 'OLD', 'E', 'K')");
        jdbc.update("delete from iface_doc");

        deliverInto(database.system());
    }

    private void killedWhileMaking(String history) {
        try (InterfaceDatabases killed = new InterfaceDatabases(null)) {
            killed.of(database.system());
        }
        jdbc.execute("drop table iface_error");
        jdbc.execute("drop index ix_iface_doc_key");
        jdbc.update("delete from \"iface_schema_history\" where \"version\" = '2'");
        jdbc.update(history + " where \"version\" = '1'");
    }

    @Test
    void tablesThatAKillLeftHalfMadeAreMadeWhole() {
        killedWhileMaking("delete from \"iface_schema_history\"");

        deliverInto(database.system());
        assertThat(jdbc.queryForList("select * from iface_error")).isEmpty();
    }

    @Test
    void tablesWhoseMakingFailedBeforeAreMadeWhole() {
        killedWhileMaking("update \"iface_schema_history\" set \"success\" = false");

        deliverInto(database.system());
        assertThat(jdbc.queryForList("select * from iface_error")).isEmpty();
    }

    @Test
    void aPersonMayRunEveryScriptByHandAndTheSecondOneAgain() throws IOException {
        script("V1__interface_tables.sql");
        script("V2__order_to_cash.sql");
        script("V2__order_to_cash.sql");

        deliverInto(withoutCreating());
    }

    @Test
    void missingTablesAreSaid() {
        assertThatThrownBy(() -> collector().claim(withoutCreating(), 1))
            .isInstanceOf(ChannelFault.class).hasMessageContaining("createTables");
    }

    @Test
    void tablesOfTheFirstScriptAloneAreSaid() throws IOException {
        script("V1__interface_tables.sql");

        assertThatThrownBy(() -> deliverInto(withoutCreating())).isInstanceOf(ChannelFault.class)
            .hasMessageContaining("every script of db/interface-tables");
    }

    @Test
    void aDatabaseThatIsDownIsAChannelFaultWithoutItsPassword() {
        ErpSystem down = TableDatabase.system(Map.of("url", "jdbc:h2:tcp://localhost:1/none", "user", "sa", "password",
            "secret"));

        assertThatThrownBy(() -> collector().claim(down, 1)).isInstanceOf(ChannelFault.class)
            .hasMessageContaining("ERP by interface tables").hasMessageNotContaining("secret");
    }

    @Test
    void aZoneThatIsNoneNamesTheFileToCorrect() {
        ErpSystem wrong = TableDatabase.system(Map.of("zone", "Berlin"));

        assertThatThrownBy(() -> Conventions.of(wrong, new IfaceCodeLists())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("config/erp/erp-db.yaml: settings.zone 'Berlin'");
    }
}
