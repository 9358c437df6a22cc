// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.ErpSystem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionException;

/**
 * Inserts orders as rows of the interface tables, a whole list in one transaction.
 *
 * <p>Exactly once: the tables' unique key is source system, document type, {@code <partner>:<PO number>} and version, and
 * {@code payload_hash} is that of the canonical document. An order whose key is there with the same hash has been delivered
 * before; with another hash it is refused, naming both. There is nothing to prepare.
 */
public final class InterfaceTablesAdapter implements ErpAdapter {
    private static final int KEYS_A_QUERY = 500;

    private final InterfaceDatabases databases;
    private final CodeLists codeLists;

    public InterfaceTablesAdapter(InterfaceDatabases databases, CodeLists codeLists) {
        this.databases = databases;
        this.codeLists = codeLists;
    }

    /** An order to deliver with its place in the tables. */
    private record Order(Delivery delivery, String key, String hash, OrderRows rows) {
    }

    /** What the tables have under a key. */
    private record Existing(String reference, String hash) {
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean twoPhase() {
        return false;
    }

    @Override
    public void prepare(ErpSystem system, List<Delivery> deliveries) {
        // the insert is one atomic step already
    }

    @Override
    public Delivered commit(ErpSystem system, List<Delivery> deliveries) {
        Delivered result = new Delivered(new LinkedHashMap<>(), new LinkedHashMap<>());
        List<Order> orders = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Order order = order(system, delivery);
            if (order.rows().faults().isEmpty()) {
                orders.add(order);
            } else {
                result.refused().put(delivery.documentId(), order.rows().faults());
            }
        }
        try {
            insert(system, orders, result);
        } catch (DataAccessException | TransactionException e) {
            throw InterfaceDatabases.unreachable(system, e);
        }
        return result;
    }

    private Order order(ErpSystem system, Delivery delivery) {
        if (!(delivery.document() instanceof PurchaseOrder content)) {
            throw new IllegalArgumentException("interface tables take no " + delivery.document().type());
        }
        String key = delivery.partner() + ":" + content.poNumber();
        String hash = sha256(delivery.json());
        return new Order(delivery, key, hash, new OrderRows(delivery, content, sourceSystem(system), key, hash,
            new InterfaceCodes(codeLists, system)));
    }

    /** All in one transaction; where the database refuses a value, each on its own, so that only the one it is about stays. */
    private void insert(ErpSystem system, List<Order> orders, Delivered result) {
        InterfaceDatabase database = databases.of(system);
        try {
            result.references().putAll(insertOnce(system, database, orders, result));
        } catch (DataIntegrityViolationException e) {
            if (orders.size() > 1) {
                orders.forEach(order -> insert(system, List.of(order), result));
                return;
            }
            Delivery delivery = orders.get(0).delivery();
            result.refused().put(delivery.documentId(), List.of(Fault.onPath(FaultCode.TARGET_REFUSED, "iface_doc",
                orders.get(0).key(), system.title() + " refuses the rows of " + orders.get(0).key() + ": "
                    + e.getMostSpecificCause().getMessage())));
        }
    }

    private Map<String, String> insertOnce(ErpSystem system, InterfaceDatabase database, List<Order> orders, Delivered result) {
        try {
            return database.inTransaction(() -> insertMissing(system, database, orders, result));
        } catch (DuplicateKeyException e) {
            // another process was faster with one of them: now its row is seen
            return database.inTransaction(() -> insertMissing(system, database, orders, result));
        }
    }

    private Map<String, String> insertMissing(ErpSystem system, InterfaceDatabase database, List<Order> orders,
                                              Delivered result) {
        Map<String, Existing> known = existing(system, database, orders.stream().map(Order::key).toList());
        Map<String, Order> missing = new TreeMap<>();
        for (Order order : orders) {
            Existing before = known.get(order.key());
            if (before == null) {
                missing.put(order.key(), order);
                known.put(order.key(), new Existing("a document of the same delivery", order.hash()));
            } else if (!order.hash().equals(before.hash())) {
                result.refused().put(order.delivery().documentId(), List.of(otherContent(system, order, before)));
            }
        }
        // in the order of the keys: processes that insert the same ones then wait for each other and do not lock each other out
        known.putAll(insertRows(database, List.copyOf(missing.values())));
        Map<String, String> references = new LinkedHashMap<>();
        orders.stream().filter(order -> order.hash().equals(known.get(order.key()).hash()))
            .forEach(order -> references.put(order.delivery().documentId(), known.get(order.key()).reference()));
        return references;
    }

    private static Map<String, Existing> insertRows(InterfaceDatabase database, List<Order> orders) {
        Map<String, Existing> inserted = new HashMap<>();
        if (orders.isEmpty()) {
            return inserted;
        }
        List<Object[]> docs = new ArrayList<>();
        List<Object[]> lines = new ArrayList<>();
        List<Object[]> schedules = new ArrayList<>();
        List<Object[]> parties = new ArrayList<>();
        List<Long> ids = database.nextHeaderIds(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            orders.get(i).rows().collect(ids.get(i), docs, lines, schedules, parties);
            inserted.put(orders.get(i).key(), new Existing(reference(ids.get(i)), orders.get(i).hash()));
        }
        OrderRows.DOC.insert(database.jdbc(), docs);
        OrderRows.LINE.insert(database.jdbc(), lines);
        OrderRows.SCHEDULE.insert(database.jdbc(), schedules);
        OrderRows.PARTY.insert(database.jdbc(), parties);
        return inserted;
    }

    private static Map<String, Existing> existing(ErpSystem system, InterfaceDatabase database, List<String> keys) {
        Map<String, Existing> known = new HashMap<>();
        for (int from = 0; from < keys.size(); from += KEYS_A_QUERY) {
            Collection<String> some = keys.subList(from, Math.min(keys.size(), from + KEYS_A_QUERY));
            List<Object> arguments = new ArrayList<>(List.of(sourceSystem(system), OrderRows.TYPE));
            arguments.addAll(some);
            database.jdbc().query("select doc_key, header_id, payload_hash from iface_doc where source_system = ?"
                + " and doc_type = ? and doc_version = 0 and doc_key in (" + String.join(", ", Collections.nCopies(some.size(),
                "?")) + ")",
                row -> {
                    known.put(row.getString(1), new Existing(reference(row.getLong(2)), String.valueOf(row.getString(3)).trim()));
                }, arguments.toArray());
        }
        return known;
    }

    private static Fault otherContent(ErpSystem system, Order order, Existing before) {
        return Fault.onPath(FaultCode.TARGET_REFUSED, "iface_doc.payload_hash", order.hash(), system.title() + " has "
            + order.key() + " already, with other content: " + before.reference() + " has hash " + before.hash() + ", document "
            + order.delivery().documentId() + " has " + order.hash());
    }

    private static String reference(long headerId) {
        return "iface_doc " + headerId;
    }

    private static String sourceSystem(ErpSystem system) {
        String set = system.settings().get("sourceSystem");
        return set == null || set.isBlank() ? "ACORN_HUB" : set;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
