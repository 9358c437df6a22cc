// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class InterchangesTest {
    private HikariDataSource pool;
    private Interchanges interchanges;

    @BeforeEach
    void open() {
        pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:interchanges;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        pool.setUsername("sa");
        Flyway.configure().dataSource(pool).locations("classpath:db/hub").load().migrate();
        interchanges = new Interchanges(new JdbcTemplate(pool));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aFilesInterchangesAreFoundInTheirOrderHoweverManyThereAre() {
        Interchange first = stored("inbox/orders_1.edi", 1);
        List<String> ids = new ArrayList<>(List.of(first.id()));
        for (int ordinal = 2; ordinal <= 120; ordinal++) {
            ids.add(stored(Interchanges.ingressKey(first, ordinal), ordinal).id());
        }

        assertThat(interchanges.ofFile(first)).extracting(Interchange::id).containsExactlyElementsOf(ids);
    }

    @Test
    void interchangesOfAnotherFileAreNotTakenForItsOwn() {
        Interchange first = stored("inbox/orders_1.edi", 1);
        Interchange other = stored("inbox/ordersX1.edi", 1);
        stored(Interchanges.ingressKey(other, 2), 2);

        assertThat(interchanges.ofFile(first)).extracting(Interchange::id).containsExactly(first.id());
    }

    private Interchange stored(String key, int ordinal) {
        Instant now = Instant.parse("2026-03-02T08:15:00Z");
        Interchange interchange = new Interchange(HubId.next(), "INBOUND", Interchange.Side.PARTNER, "amazon-us", "folder", key,
            "orders.edi", "0".repeat(64), 1L, ordinal, null, null, null, null, null, Interchange.Status.RECEIVED, null, now, null, null, 0,
            null);
        interchanges.insert(interchange);
        return interchange;
    }
}
