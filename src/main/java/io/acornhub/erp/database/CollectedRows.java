// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.interchange.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything of one document, read in one transaction.
 *
 * @param takenHash payload_hash of a row that had been finished before, else null
 * @param tables rows by table, in the order of their keys
 * @param faults what could not be read so far; more is added while the document is made
 */
record CollectedRows(Row header, String takenHash, Map<String, List<Row>> tables, List<Fault> faults) {
    /** The consumer's own columns, which change while a row is worked on. */
    private static final Set<String> OURS = Set.of("header_id", "payload_hash", "status", "priority", "attempts", "next_try_at",
        "locked_by", "locked_at", "lease_until", "error_code", "error_text", "target_ref", "created_at", "updated_at",
        "processed_at");

    List<Row> of(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** SHA-256 of all that is there: columns that are null count for nothing, so that later versions of the tables keep it. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, "iface_doc", header);
            new TreeMap<>(tables).forEach((table, rows) -> rows.forEach(row -> add(digest, table, row)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String table, Row row) {
        Map<String, Object> values = new TreeMap<>(row.values());
        values.keySet().removeAll(OURS);
        digest.update((table + values + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
