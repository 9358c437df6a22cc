// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.metrics;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts of what is under way, waits or is late, from the database. */
@Repository
public class Backlog {
    /** The document of a state that has waited longest. */
    public record Oldest(String state, String documentId, Instant since) {
    }

    private static final List<String> UNDER_WAY = List.of("RECEIVED", "TRANSLATED", "HELD", "PARKED", "DISPATCHED", "ENVELOPED");
    private final JdbcTemplate jdbc;

    Backlog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, Long> documentsByState() {
        return counts("select state, count(*) from document group by state order by state");
    }

    public Map<String, Long> interchangesByStatus() {
        return counts("select status, count(*) from interchange group by status order by status");
    }

    /** Deliveries not done, by ERP system. */
    public Map<String, Long> undelivered() {
        return counts("select erp_system, count(*) from delivery where status in ('PENDING', 'PREPARED', 'PARKED') "
            + "group by erp_system");
    }

    public long held() {
        return count("select count(distinct document_id) from hold where status = 'HELD'");
    }

    public long parked() {
        return count("select count(*) from parked where replayed_at is null");
    }

    /** Orders whose acknowledgment we owe and that is late. */
    public long acknowledgmentsOverdue() {
        return count("select count(*) from purchase_order where acknowledged_at is null and state <> 'CANCELLED' "
            + "and acknowledgment_due < ?", Timestamp.from(Instant.now()));
    }

    /** Documents sent whose acknowledgment by the partner is late. */
    public long partnerAcknowledgmentsOverdue() {
        return count("select count(*) from document where state = 'SENT' and acknowledged_light not in ('green', 'red') "
            + "and acknowledgment_due < ?", Timestamp.from(Instant.now()));
    }

    /** Alarms that are not cleared, by kind. */
    public Map<String, Long> alarms() {
        return counts("select kind, count(*) from alarm where cleared_at is null group by kind");
    }

    public List<Oldest> oldestWaiting() {
        return UNDER_WAY.stream().flatMap(state -> oldest(state).stream()).toList();
    }

    private List<Oldest> oldest(String state) {
        return jdbc.query("select id, updated_at from document where state = ? order by updated_at fetch first 1 rows only",
            (rs, n) -> new Oldest(state, rs.getString("id"), rs.getObject("updated_at", OffsetDateTime.class).toInstant()),
            state);
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.query(sql, rs -> {
            counts.put(rs.getString(1), rs.getLong(2));
        });
        return counts;
    }

    private long count(String sql, Object... arguments) {
        Long count = jdbc.queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }
}
