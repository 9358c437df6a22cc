// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which ERP system has which document. Writing methods expect the caller's transaction. */
@Repository
public class Deliveries {
    static final String PENDING = "PENDING";
    static final String PREPARED = "PREPARED";
    static final String DELIVERED = "DELIVERED";
    static final String PARKED = "PARKED";
    private final JdbcTemplate jdbc;

    public Deliveries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void open(String document, List<String> systems) {
        jdbc.batchUpdate("insert into delivery (document_id, erp_system, status, updated_at) values (?,?,?,?) on conflict do nothing",
            systems.stream().map(s -> new Object[] {document, s, PENDING, Timestamp.from(Instant.now())}).toList());
    }

    public List<String> systems(String document) {
        return jdbc.queryForList("select erp_system from delivery where document_id = ? order by erp_system", String.class, document);
    }

    /** The status of each document's delivery to one system. */
    public Map<String, String> status(String system, Collection<String> documents) {
        return status(system, documents, "");
    }

    /** The same, with the rows locked until the transaction ends. */
    public Map<String, String> lock(String system, Collection<String> documents) {
        return status(system, documents, " order by document_id for update");
    }

    private Map<String, String> status(String system, Collection<String> documents, String suffix) {
        List<Object> arguments = new ArrayList<>(documents);
        arguments.add(system);
        Map<String, String> found = new HashMap<>();
        jdbc.query("select document_id, status from delivery where document_id in (" + String.join(",", Collections.nCopies(
            documents.size(), "?")) + ") and erp_system = ?" + suffix, rs -> {
                found.put(rs.getString(1), rs.getString(2));
            }, arguments.toArray());
        return found;
    }

    public void set(String system, String status, Map<String, String> references) {
        jdbc.batchUpdate("update delivery set status = ?, reference = ?, updated_at = ? where document_id = ? and erp_system = ?",
            references.entrySet().stream().map(e -> new Object[] {status, e.getValue(), Timestamp.from(Instant.now()), e.getKey(),
                system}).toList());
    }

    /** The same for one document whose delivery has no reference on the other side. */
    public void set(String system, String status, String document) {
        set(system, status, Collections.singletonMap(document, null));
    }

    /** Notes a failed attempt. */
    public void failed(String system, Collection<String> documents, String error) {
        String bounded = error.length() > 2000 ? error.substring(0, 2000) : error;
        jdbc.batchUpdate("update delivery set attempts = attempts + 1, last_error = ?, updated_at = ? where document_id = ? "
            + "and erp_system = ?", documents.stream().map(d -> new Object[] {bounded, Timestamp.from(Instant.now()), d, system}).toList());
    }

    /** An open delivery that nothing was done about since a time. */
    public record Stale(String system, String interchange, String document) {
    }

    /**
     * @param reportsSince the same for reports of status that were never tried: they are committed before any message of them exists
     */
    public List<Stale> stale(Instant since, Instant reportsSince, int most) {
        return jdbc.query("select d.erp_system, o.interchange_id, d.document_id from delivery d join document o on o.id = d.document_id "
            + "where d.status in ('PENDING', 'PREPARED') and (d.updated_at < ? or o.stage = ? and d.attempts = 0 and d.updated_at < ?) "
            + "order by d.updated_at limit " + most, (rs, n) -> new Stale(rs.getString(1), rs.getString(2), rs.getString(3)),
            Timestamp.from(since), StatusReports.STAGE, Timestamp.from(reportsSince));
    }

    /** Whether every system has the document. */
    public boolean complete(String document) {
        Integer open = jdbc.queryForObject("select count(*) from delivery where document_id = ? and status <> ?", Integer.class,
            document, DELIVERED);
        return open != null && open == 0;
    }
}
