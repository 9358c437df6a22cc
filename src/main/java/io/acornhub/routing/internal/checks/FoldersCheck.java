// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.checks;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the hub can read and write the folders of this machine that channels and ERP systems name, or make them. */
public final class FoldersCheck {
    private static final Set<String> IN_FOLDERS = Set.of(Channel.FOLDER, Channel.SFTP_SERVER);
    private static final List<String> KEYS = List.of("inbox", "outbox");
    private final Path data;
    private final Places places;

    FoldersCheck(Path data, Places places) {
        this.data = data;
        this.places = places;
    }

    List<Defect> check(Configuration configuration) {
        List<Defect> found = new ArrayList<>();
        for (Connection connection : Connection.of(configuration)) {
            for (String key : KEYS) {
                String folder = connection.setting(key);
                String wrong = IN_FOLDERS.contains(connection.channel().type()) && !folder.isEmpty() ? wrong(data.resolve(folder)) : null;
                if (wrong != null) {
                    found.add(connection.error(places, "settings/" + key, key + " " + wrong));
                }
            }
        }
        for (ErpSystem system : configuration.erpSystems()) {
            for (String key : KEYS) {
                String folder = system.settings().getOrDefault(key, "").strip();
                String wrong = folder.isEmpty() ? null : wrong(data.resolve(folder));
                if (wrong != null) {
                    found.add(places.defect(Defect.Level.ERROR, "erp", system.name(), "/settings/" + key, key + " " + wrong));
                }
            }
        }
        return found;
    }

    /** What keeps the hub from using a folder; null where nothing does. One that is not there yet is made by the hub. */
    public static String wrong(Path folder) {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                return folder + " is a file; name a folder or move the file away";
            }
            return Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder) ? null
                : folder + " cannot be read and written by the hub; give its user the rights";
        }
        Path parent = folder.toAbsolutePath().getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent == null || !Files.isDirectory(parent)) {
            return folder + " cannot be made: " + parent + " is a file; name another folder";
        }
        return Files.isWritable(parent) ? null : folder + " is not there and cannot be made in " + parent + "; make it, or give the hub's "
            + "user the right to";
    }
}
