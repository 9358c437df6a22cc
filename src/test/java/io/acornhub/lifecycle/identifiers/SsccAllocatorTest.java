// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Package;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.Partner;
import io.acornhub.partner.SsccPrefix;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SsccAllocatorTest {
    private static final Instant NOW = Instant.parse("2026-09-22T10:00:00Z");
    private HikariDataSource pool;
    private SsccRegister register;
    private SsccAllocator allocator;
    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;

    HikariDataSource database() {
        HikariDataSource h2 = new HikariDataSource();
        h2.setJdbcUrl("jdbc:h2:mem:sscc;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        h2.setUsername("sa");
        return h2;
    }

    @BeforeEach
    void open() {
        pool = database();
        Flyway.configure().dataSource(pool).locations("classpath:db/hub").load().migrate();
        jdbc = new JdbcTemplate(pool);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        register = new SsccRegister(jdbc);
        allocator = new SsccAllocator(jdbc, register);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void packagesWithoutAnSsccGetOneAndTheOthersKeepTheirs() {
        ShipmentNotice done = complete(notice("S1", "006141410000099997", null, " "), "D1");
        assertThat(codes(done)).containsExactly("006141410000099997", Sscc.of(0, "0614141", 0), Sscc.of(0, "0614141", 1));
    }

    @Test
    void theSameDocumentGetsTheSameCodesAgain() {
        ShipmentNotice notice = notice("S1", null, null);
        List<String> first = codes(complete(notice, "D1"));
        assertThat(codes(complete(notice, "D1"))).isEqualTo(first);
        assertThat(codes(complete(notice("S1", null, null, null), "D2"))).as("a corrected notice names what is on the cartons")
            .startsWith(first.get(0), first.get(1)).doesNotHaveDuplicates();
        assertThat(codes(complete(notice("S2", null, null), "D3"))).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aTransactionThatFailsGivesNothingAway() {
        transaction.executeWithoutResult(status -> {
            allocator.complete(notice("S1", null, null), partner(0), "D1");
            status.setRollbackOnly();
        });
        assertThat(codes(complete(notice("S2", (String) null), "D2"))).containsExactly(Sscc.of(0, "0614141", 0));
    }

    @Test
    void aCodeThatTheErpUsedFromTheSamePrefixIsPassedOver() {
        register.register(notice("E1", Sscc.of(0, "0614141", 0), "00" + Sscc.of(0, "0614141", 1)), "amazon-us", "D0", NOW);
        assertThat(codes(complete(notice("S1", (String) null), "D1"))).containsExactly(Sscc.of(0, "0614141", 2));
    }

    @Test
    void manyAtOnceNeverGetTheSameCode() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String number = "P" + i;
                all.add(threads.submit(() -> codes(complete(notice(number, IntStream.range(0, 20).mapToObj(n -> (String) null)
                    .toArray(String[]::new)), "D" + number))));
            }
            List<String> given = new ArrayList<>();
            for (Future<List<String>> one : all) {
                given.addAll(one.get());
            }
            assertThat(given).hasSize(240).doesNotHaveDuplicates().allMatch(Sscc::holds);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anExhaustedRangeIsSaidWithWhatToDo() {
        jdbc.update("insert into sscc_sequence (prefix, last_serial) values ('00614141', 999999998)");
        assertThat(codes(complete(notice("S1", (String) null), "D1"))).containsExactly(Sscc.of(0, "0614141", 999_999_999L));
        assertThatThrownBy(() -> complete(notice("S2", (String) null), "D2")).isInstanceOf(MappingFault.class)
            .hasMessageContaining("Every SSCC of company prefix 0614141 with extension digit 0 is given out")
            .hasMessageContaining("config/partners/amazon-us.yaml");
        assertThat(codes(transaction.execute(s -> allocator.complete(notice("S2", (String) null), partner(1), "D2"))))
            .containsExactly(Sscc.of(1, "0614141", 0));
    }

    @Test
    void withoutAPrefixNothingIsInvented() {
        Partner none = partner(Map.of("OTHER", new SsccPrefix("0614141", 0)));
        ShipmentNotice notice = notice("S1", (String) null);
        assertThat(allocator.complete(notice, none, "D1")).isSameAs(notice);
        Partner own = partner(Map.of("", new SsccPrefix("0614141", 0), "ACME5", new SsccPrefix("0614142", 9)));
        assertThat(codes(transaction.execute(s -> allocator.complete(notice, own, "D1")))).containsExactly(Sscc.of(9, "0614142", 0));
    }

    @Test
    void aCodeOfAnotherShipmentIsFoundEvenAfterAYear() {
        String code = "006141410000000012";
        register.register(notice("S1", code), "amazon-us", "D1", NOW);
        assertThat(register.usedByOthers(notice("S1", code), "amazon-us")).isEmpty();
        List<SsccRegister.Use> uses = register.usedByOthers(notice("S2", "00" + code, "006141410000000029"), "amazon-us");
        assertThat(uses).singleElement().isEqualTo(new SsccRegister.Use(code, "amazon-us", "S1", "D1", "1", NOW));
        assertThat(uses.get(0).withinAYear(NOW.plus(Duration.ofDays(364)))).isTrue();
        assertThat(uses.get(0).withinAYear(NOW.plus(Duration.ofDays(366)))).isFalse();
        register.register(notice("S2", code), "amazon-us", "D2", NOW.plus(Duration.ofDays(400)));
        assertThat(register.usedByOthers(notice("S1", code), "amazon-us")).extracting(SsccRegister.Use::shipmentId).containsExactly("S2");
    }

    private ShipmentNotice complete(ShipmentNotice notice, String documentId) {
        return transaction.execute(status -> allocator.complete(notice, partner(0), documentId));
    }

    private static Partner partner(int extensionDigit) {
        return partner(Map.of("", new SsccPrefix("0614141", extensionDigit)));
    }

    private static Partner partner(Map<String, SsccPrefix> prefixes) {
        return new Partner("amazon-us", "Amazon", true, "P", ZoneOffset.UTC, null, List.of(), null, null, List.of(), null, prefixes,
            List.of(), List.of());
    }

    private static ShipmentNotice notice(String shipmentId, String... codes) {
        List<Package> packages = IntStream.range(0, codes.length).mapToObj(i -> new Package(String.valueOf(i + 1), null, "CARTON",
            codes[i], null, null, null, List.of())).toList();
        return new ShipmentNotice("ShipmentNotice", shipmentId, "ORIGINAL", null, null, null, null, "ACME5", null, null, null, null, null,
            null, null, null, null, null, null, null, List.of(), List.of(), List.of(), packages, Map.of());
    }

    private static List<String> codes(ShipmentNotice notice) {
        return notice.packages().stream().map(Package::sscc).toList();
    }
}
