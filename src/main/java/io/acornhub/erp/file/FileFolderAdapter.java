// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.file;

import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.FolderOutbox;
import io.acornhub.partner.ErpSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one file of canonical JSON a document into a folder (setting {@code outbox}).
 *
 * <p>Exactly once, as with IDoc files: staged and flushed beside the folder, and when the hub has committed that, one rename makes
 * the file visible. Names hold the document's id, so they are the same on every attempt and never used for another, and a staged
 * file that is gone was renamed before, even if the other system has taken it away since.
 */
public final class FileFolderAdapter implements ErpAdapter {
    private static final int KEY_LENGTH = 80;

    private final Path data;

    /** @param data the folder that relative paths of settings lie in */
    public FileFolderAdapter(Path data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public boolean twoPhase() {
        return true;
    }

    @Override
    public void prepare(ErpSystem system, List<Delivery> deliveries) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        deliveries.forEach(delivery -> files.put(fileName(delivery), delivery.json().getBytes(StandardCharsets.UTF_8)));
        new FolderOutbox(system, data).stage(files);
    }

    @Override
    public Delivered commit(ErpSystem system, List<Delivery> deliveries) {
        Map<String, String> names = new LinkedHashMap<>();
        deliveries.forEach(delivery -> names.put(delivery.documentId(), fileName(delivery)));
        new FolderOutbox(system, data).publish(names.values());
        return new Delivered(names, Map.of());
    }

    /** For example {@code PurchaseOrder_4TESTPO1_01JZX4….json}. */
    static String fileName(Delivery delivery) {
        String key = FolderOutbox.plain(delivery.document().businessKey());
        return delivery.document().type() + "_" + (key.length() > KEY_LENGTH ? key.substring(0, KEY_LENGTH) : key) + "_"
            + delivery.documentId() + ".json";
    }
}
