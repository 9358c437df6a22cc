// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.idoc;

import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.FolderOutbox;
import io.acornhub.idoc.IdocWriting;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.ErpSystem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one IDoc file a document into the folder of SAP's inbound file port (setting {@code outbox}).
 *
 * <p>Exactly once: the file is written to {@code outbox/.staging} and flushed; when the hub has committed that, one rename makes
 * it visible. Names hold the document's id, so a file is the same on every attempt, and a staged file that is gone was renamed
 * before, even if SAP has deleted it since. SAP itself makes an IDoc of every file it reads, and reads one only whole.
 */
public final class IdocFolderAdapter implements ErpAdapter {
    private static final Map<String, String> MESSAGES = Map.of("PurchaseOrder", "ORDERS", "PurchaseOrderChange", "ORDCHG",
        "Remittance", "REMADV", "ProcessingStatus", "STATUS");

    private final Path data;

    /** @param data the folder that relative paths of settings lie in */
    public IdocFolderAdapter(Path data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "idoc";
    }

    @Override
    public boolean twoPhase() {
        return true;
    }

    @Override
    public void prepare(ErpSystem system, List<Delivery> deliveries) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            if (delivery.rendered() == null) {
                throw new MappingFault(Fault.onPath(FaultCode.AGREEMENT_MISSING, "bundles." + delivery.document().type(), null,
                    "config/erp/" + system.name() + ".yaml names no bundle that makes an IDoc of a "
                        + delivery.document().type()));
            }
            files.put(fileName(system, delivery), delivery.rendered());
        }
        new FolderOutbox(system, data).stage(files);
    }

    @Override
    public Delivered commit(ErpSystem system, List<Delivery> deliveries) {
        Map<String, String> names = new LinkedHashMap<>();
        deliveries.forEach(delivery -> names.put(delivery.documentId(), fileName(system, delivery)));
        new FolderOutbox(system, data).publish(names.values());
        return new Delivered(names, Map.of());
    }

    /**
     * For example {@code ORDERS_4TESTPO1_01JZX4…idoc}: unique by the document's id, found by the order or the document's own
     * number. The message is that of the document's kind, not read from the file, so that a name never changes with a mapping.
     */
    static String fileName(ErpSystem system, Delivery delivery) {
        String type = delivery.document().type();
        String key = FolderOutbox.plain(delivery.document().businessKey());
        return MESSAGES.getOrDefault(type, type) + "_" + key + "_" + delivery.documentId() + "."
            + IdocWriting.of(system.settings()).form().extension();
    }
}
