// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.idoc;

import io.acornhub.archive.FolderDrop;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.idoc.IdocWriting;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.ErpSystem;
import java.io.IOException;
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
        try {
            FolderDrop.stage(outbox(system), files);
        } catch (IOException e) {
            throw unreachable(system, e);
        }
    }

    @Override
    public Delivered commit(ErpSystem system, List<Delivery> deliveries) {
        Map<String, String> names = new LinkedHashMap<>();
        deliveries.forEach(delivery -> names.put(delivery.documentId(), fileName(system, delivery)));
        try {
            FolderDrop.publish(outbox(system), names.values());
        } catch (IOException e) {
            throw unreachable(system, e);
        }
        return new Delivered(names, Map.of());
    }

    private Path outbox(ErpSystem system) {
        String outbox = system.settings().get("outbox");
        if (outbox == null || outbox.isBlank()) {
            throw new IllegalArgumentException("config/erp/" + system.name() + ".yaml: settings.outbox is missing");
        }
        return data.resolve(outbox);
    }

    /**
     * For example {@code ORDERS_4TESTPO1_01JZX4…idoc}: unique by the document's id, found by the order or the document's own
     * number. The message is that of the document's kind, not read from the file, so that a name never changes with a mapping.
     */
    static String fileName(ErpSystem system, Delivery delivery) {
        String type = delivery.document().type();
        String key = String.valueOf(delivery.document().businessKey()).replaceAll("[^A-Za-z0-9-]", "-");
        return MESSAGES.getOrDefault(type, type) + "_" + key + "_" + delivery.documentId() + "."
            + IdocWriting.of(system.settings()).form().extension();
    }

    private static ChannelFault unreachable(ErpSystem system, IOException cause) {
        String folder = system.settings().get("outbox");
        return new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, "config/erp/" + system.name()
            + ".yaml settings.outbox", folder, "the outbox of " + system.title() + " (" + folder + ") cannot be written: "
            + cause), cause);
    }
}
