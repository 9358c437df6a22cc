// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.CodeLists;
import io.acornhub.partner.ErpSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionException;

/**
 * Inserts documents as rows of the interface tables, a whole list in one transaction.
 *
 * <p>Exactly once: the tables' unique key is source system, document type, {@code <partner>:<number>} and version, and
 * {@code payload_hash} is that of the canonical document. An order or payment whose key is there with the same hash has been
 * delivered before; with another hash it is refused, naming both. Changes, routing instructions, reports and statuses may be
 * many under one key: there the hub's own number ({@code hub_id}, unique too) tells what has been delivered, and what is new
 * gets the next version. There is nothing to prepare.
 */
public final class InterfaceTablesAdapter implements ErpAdapter {
    private static final int ATTEMPTS = 5;

    private final InterfaceDatabases databases;
    private final CodeLists codeLists;

    public InterfaceTablesAdapter(InterfaceDatabases databases, CodeLists codeLists) {
        this.databases = databases;
        this.codeLists = codeLists;
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
        List<NewDocument> documents = new ArrayList<>();
        Conventions conventions = Conventions.of(system, codeLists);
        for (Delivery delivery : deliveries) {
            NewDocument document = NewDocument.of(delivery, sourceSystem(system), conventions);
            if (document.rows().faults().isEmpty()) {
                documents.add(document);
            } else {
                result.refused().put(delivery.documentId(), document.rows().faults());
            }
        }
        try {
            insert(system, documents, result);
        } catch (DataAccessException | TransactionException e) {
            throw InterfaceDatabases.unreachable(system, e);
        }
        return result;
    }

    /** All in one transaction; where the database refuses a value, each on its own, so that only the one it is about stays. */
    private void insert(ErpSystem system, List<NewDocument> documents, Delivered result) {
        InterfaceDatabase database = databases.of(system);
        try {
            result.references().putAll(insertOnce(system, database, documents, result));
        } catch (DataIntegrityViolationException e) {
            if (documents.size() > 1) {
                documents.forEach(document -> insert(system, List.of(document), result));
                return;
            }
            NewDocument document = documents.get(0);
            result.refused().put(document.delivery().documentId(), List.of(Fault.onPath(FaultCode.TARGET_REFUSED, "iface_doc",
                document.key(), system.title() + " refuses the rows of " + document.key() + ": "
                    + e.getMostSpecificCause().getMessage())));
        }
    }

    private static Map<String, String> insertOnce(ErpSystem system, InterfaceDatabase database, List<NewDocument> documents,
                                                  Delivered result) {
        DocumentInserts inserts = new DocumentInserts(system, sourceSystem(system), database);
        for (int attempt = 1;; attempt++) {
            try {
                return database.inTransaction(() -> inserts.insertMissing(documents, result));
            } catch (DuplicateKeyException e) {
                // another process was faster with one of them, or took the version: now its row is seen
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static String sourceSystem(ErpSystem system) {
        String set = system.settings().get("sourceSystem");
        return set == null || set.isBlank() ? "ACORN_HUB" : set;
    }
}
