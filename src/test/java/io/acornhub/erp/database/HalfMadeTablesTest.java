// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.erp.Orders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Interface tables as H2 leaves them when it is killed while it changes one: the keys of other tables point at its copy. */
class HalfMadeTablesTest {
    private static final String COPIES = "select table_name from information_schema.tables where table_name like '%COPY%'";
    @TempDir
    private Path folder;
    private TableDatabase database;
    private HikariDataSource pool;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open() {
        database = TableDatabase.h2(folder);
        pool = database.pool();
        jdbc = new JdbcTemplate(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void deliver(String id) {
        try (InterfaceDatabases databases = new InterfaceDatabases(null)) {
            new InterfaceTablesAdapter(databases, new IfaceCodeLists()).commit(database.system(),
                List.of(Orders.delivery(id, Orders.order("PO" + id))));
        }
    }

    private void killedWhileMaking() {
        try (InterfaceDatabases killed = new InterfaceDatabases(null)) {
            killed.of(database.system());
        }
        jdbc.update("delete from \"iface_schema_history\"");
        jdbc.execute("alter table iface_doc rename to \"iface_doc_COPY_3_60\"");
    }

    @Test
    void emptyTablesAreMadeAnew() {
        killedWhileMaking();

        deliver("01JZ");
        assertThat(jdbc.queryForList("select hub_id from iface_doc", String.class)).containsExactly("01JZ");
        assertThat(jdbc.queryForList(COPIES)).isEmpty();
    }

    @Test
    void tablesWithRowsAreLeftAlone() {
        deliver("01JZ");
        jdbc.execute("create table \"iface_error_COPY_1_2\" (id int)");

        deliver("01K0");
        assertThat(jdbc.queryForList("select hub_id from iface_doc", String.class)).containsExactlyInAnyOrder("01JZ", "01K0");
        assertThat(jdbc.queryForList(COPIES)).hasSize(1);
    }
}
