// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.archive.FolderDrop;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.ErpSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** The folder (setting {@code outbox}) that an ERP system empties. */
public final class FolderOutbox {
    private final ErpSystem system;
    private final Path folder;

    /**
     * @param data the folder that relative paths of settings lie in
     * @throws IllegalArgumentException naming the file to correct, where the setting is missing
     */
    public FolderOutbox(ErpSystem system, Path data) {
        String outbox = system.settings().get("outbox");
        if (outbox == null || outbox.isBlank()) {
            throw new IllegalArgumentException("config/erp/" + system.name() + ".yaml: settings.outbox is missing");
        }
        this.system = system;
        this.folder = data.resolve(outbox);
    }

    /** Writes the files durably where nobody looks for them. */
    public void stage(Map<String, byte[]> files) {
        try {
            FolderDrop.stage(folder, files);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Makes staged files appear; one that is not there any more has appeared before. */
    public void publish(Collection<String> names) {
        try {
            FolderDrop.publish(folder, names);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** A part of a file name: every character that a file system may not take is a dash. */
    public static String plain(String text) {
        return String.valueOf(text).replaceAll("[^A-Za-z0-9-]", "-");
    }

    private ChannelFault unreachable(IOException cause) {
        String set = system.settings().get("outbox");
        return new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, "config/erp/" + system.name()
            + ".yaml settings.outbox", set, "the outbox of " + system.title() + " (" + set + ") cannot be written: " + cause), cause);
    }
}
