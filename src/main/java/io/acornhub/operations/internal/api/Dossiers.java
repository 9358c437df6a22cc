// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Document;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Holds, parked work, deliveries and orders, read for many documents at once. */
@Repository
class Dossiers {
    private final JdbcTemplate jdbc;

    Dossiers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Dossier> of(List<Document> documents) {
        List<String> ids = documents.stream().map(Document::id).toList();
        Map<String, List<Views.HoldView>> holds = group("select * from hold where document_id in (%s) order by seq", ids,
            Dossiers::hold, Views.HoldView::documentId);
        Map<String, List<Views.ParkedView>> parked = parked(ids).stream()
            .collect(Collectors.groupingBy(Views.ParkedView::subject));
        Map<String, List<Delivery>> deliveries = group("select * from delivery where document_id in (%s) order by erp_system",
            ids, Dossiers::delivery, Delivery::documentId);
        Map<String, Dossier.OrderRow> orders = orders(documents);
        Map<String, Dossier> dossiers = new HashMap<>();
        for (Document d : documents) {
            dossiers.put(d.id(), new Dossier(holds.getOrDefault(d.id(), List.of()), parked.getOrDefault(d.id(), List.of()),
                deliveries.getOrDefault(d.id(), List.of()).stream().map(Delivery::view).toList(),
                orders.get(d.partner() + "\n" + d.businessKey())));
        }
        return dossiers;
    }

    /** Holds of these documents that are not decided. */
    List<Views.HoldView> held(Collection<String> documents) {
        return list("select * from hold where status = 'HELD' and document_id in (%s) order by seq", documents, Dossiers::hold);
    }

    /** Parked work of these documents or interchanges, newest first. */
    List<Views.ParkedView> parked(Collection<String> subjects) {
        return list("select * from parked where subject in (%s) order by id desc", subjects, Dossiers::parkedRow);
    }

    /** Work that waits for a person now, oldest first. */
    List<Views.ParkedView> waiting(int limit) {
        return jdbc.query("select * from parked where replayed_at is null order by id fetch first " + limit + " rows only",
            Dossiers::parkedRow);
    }

    private Map<String, Dossier.OrderRow> orders(List<Document> documents) {
        Set<String> numbers = documents.stream().map(Document::businessKey).filter(Objects::nonNull)
            .collect(Collectors.toCollection(LinkedHashSet::new));
        return list("select * from purchase_order where po_number in (%s)", numbers, (rs, n) -> new Dossier.OrderRow(
            rs.getString("partner"), rs.getString("po_number"), instant(rs, "acknowledgment_due"),
            instant(rs, "acknowledged_at")))
            .stream().collect(Collectors.toMap(o -> o.partner() + "\n" + o.poNumber(), Function.identity()));
    }

    private <T> Map<String, List<T>> group(String sql, Collection<String> keys, RowMapper<T> mapper, Function<T, String> key) {
        return list(sql, keys, mapper).stream().collect(Collectors.groupingBy(key));
    }

    private <T> List<T> list(String sql, Collection<String> keys, RowMapper<T> mapper) {
        return keys.isEmpty() ? List.of()
            : jdbc.query(sql.formatted(String.join(",", Collections.nCopies(keys.size(), "?"))), mapper, keys.toArray());
    }

    private record Delivery(String documentId, Views.DeliveryView view) {
    }

    static Views.HoldView hold(ResultSet rs, int number) throws SQLException {
        return new Views.HoldView(rs.getString("document_id"), rs.getInt("seq"), rs.getString("code"), rs.getString("text"),
            rs.getString("status"), instant(rs, "held_at"), rs.getString("decided_by"), instant(rs, "decided_at"),
            rs.getString("reason"));
    }

    private static Views.ParkedView parkedRow(ResultSet rs, int number) throws SQLException {
        return new Views.ParkedView(rs.getString("id"), rs.getString("subject"), rs.getString("queue"), rs.getString("family"),
            rs.getString("text"), instant(rs, "parked_at"), instant(rs, "replayed_at"), rs.getString("replayed_by"));
    }

    private static Delivery delivery(ResultSet rs, int number) throws SQLException {
        return new Delivery(rs.getString("document_id"), new Views.DeliveryView(rs.getString("erp_system"),
            rs.getString("status"), rs.getString("reference"), rs.getInt("attempts"), rs.getString("last_error"),
            instant(rs, "updated_at")));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
