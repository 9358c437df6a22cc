// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.erp.Delivered;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.ErpSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts those of a list of documents that the tables do not have; in the caller's transaction. */
final class DocumentInserts {
    private static final int KEYS_A_QUERY = 500;

    private final ErpSystem system;
    private final String sourceSystem;
    private final InterfaceDatabase database;
    private final JdbcTemplate jdbc;

    DocumentInserts(ErpSystem system, String sourceSystem, InterfaceDatabase database) {
        this.system = system;
        this.sourceSystem = sourceSystem;
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /** What the tables have for a document. */
    private record Existing(String reference, String hash) {
    }

    /**
     * References by document id; what is there with other content goes to {@code result} as refused.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another process inserted one of them or took its version meanwhile
     */
    Map<String, String> insertMissing(List<NewDocument> documents, Delivered result) {
        Map<String, Existing> known = existing(documents);
        Map<String, NewDocument> missing = new LinkedHashMap<>();
        for (NewDocument document : documents) {
            Existing before = known.get(document.identity());
            if (before == null) {
                missing.put(document.identity(), document);
                known.put(document.identity(), new Existing("a document of the same delivery", document.hash()));
            } else if (!document.hash().equals(before.hash())) {
                result.refused().put(document.delivery().documentId(), List.of(otherContent(document, before)));
            }
        }
        known.putAll(insert(new ArrayList<>(missing.values())));
        Map<String, String> references = new LinkedHashMap<>();
        documents.stream().filter(document -> document.hash().equals(known.get(document.identity()).hash())).forEach(document ->
            references.put(document.delivery().documentId(), known.get(document.identity()).reference()));
        return references;
    }

    private Map<String, Existing> existing(List<NewDocument> documents) {
        Map<String, Existing> known = new HashMap<>();
        byType(documents.stream().filter(document -> document.firstVersion() == null).toList()).forEach((type, some) ->
            query("select doc_key, header_id, payload_hash from iface_doc where source_system = ? and doc_type = ?"
                + " and doc_version = 0 and doc_key in (", type, some.stream().map(NewDocument::key).toList(), known));
        byType(documents.stream().filter(document -> document.firstVersion() != null).toList()).forEach((type, some) ->
            query("select hub_id, header_id, payload_hash from iface_doc where source_system = ? and doc_type = ?"
                + " and hub_id in (", type, some.stream().map(document -> document.delivery().documentId()).toList(), known));
        return known;
    }

    private void query(String select, String type, List<String> keys, Map<String, Existing> into) {
        for (int from = 0; from < keys.size(); from += KEYS_A_QUERY) {
            Collection<String> some = keys.subList(from, Math.min(keys.size(), from + KEYS_A_QUERY));
            List<Object> arguments = new ArrayList<>(List.of(sourceSystem, type));
            arguments.addAll(some);
            jdbc.query(select + String.join(", ", Collections.nCopies(some.size(), "?")) + ")", row -> {
                into.put(type + " " + row.getString(1).trim(),
                    new Existing(reference(row.getLong(2)), String.valueOf(row.getString(3)).trim()));
            }, arguments.toArray());
        }
    }

    private static Map<String, List<NewDocument>> byType(List<NewDocument> documents) {
        return documents.stream().collect(Collectors.groupingBy(NewDocument::docType));
    }

    private Map<String, Existing> insert(List<NewDocument> documents) {
        Map<String, Existing> inserted = new HashMap<>();
        if (documents.isEmpty()) {
            return inserted;
        }
        versions(documents);
        // in the order of the keys: processes that insert the same ones then wait for each other and do not lock each other out
        documents.sort(Comparator.comparing(NewDocument::docType).thenComparing(NewDocument::key)
            .thenComparing(document -> (Integer) document.rows().header().get("doc_version")));
        Map<String, List<Object[]>> headers = new LinkedHashMap<>();
        Map<String, List<Object[]>> others = new LinkedHashMap<>();
        List<Long> ids = database.nextHeaderIds(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            NewDocument document = documents.get(i);
            for (NewRow row : document.rows().rows()) {
                row.set("header_id", ids.get(i));
                (row == document.rows().header() ? headers : others).computeIfAbsent(row.insert(), sql -> new ArrayList<>())
                    .add(row.arguments());
            }
            inserted.put(document.identity(), new Existing(reference(ids.get(i)), document.hash()));
        }
        headers.forEach(jdbc::batchUpdate);
        others.forEach(jdbc::batchUpdate);
        return inserted;
    }

    /** Where a key has many documents, each new one gets the version after the last. */
    private void versions(List<NewDocument> documents) {
        byType(documents.stream().filter(document -> document.firstVersion() != null).toList()).forEach((type, some) -> {
            Map<String, Integer> next = new HashMap<>();
            for (NewDocument document : some) {
                int version = next.computeIfAbsent(document.key(), key -> afterLast(type, key, document.firstVersion()));
                document.rows().header().set("doc_version", version);
                next.put(document.key(), version + 1);
            }
        });
    }

    private int afterLast(String type, String key, int first) {
        Integer last = jdbc.queryForObject("select max(doc_version) from iface_doc where source_system = ? and doc_type = ?"
            + " and doc_key = ?", Integer.class, sourceSystem, type, key);
        return last == null ? first : last + 1;
    }

    private Fault otherContent(NewDocument document, Existing before) {
        return Fault.onPath(FaultCode.TARGET_REFUSED, "iface_doc.payload_hash", document.hash(), system.title() + " has "
            + document.key() + " already, with other content: " + before.reference() + " has hash " + before.hash() + ", document "
            + document.delivery().documentId() + " has " + document.hash());
    }

    private static String reference(long headerId) {
        return "iface_doc " + headerId;
    }
}
