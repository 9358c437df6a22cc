// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.checks;

import io.acornhub.archive.S3Bucket;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Channels that would take each other's files or messages, or their own, and connections that are for test on one side and live on the
 * other.
 */
final class TwinsCheck {
    private final Path data;
    private final Places places;
    private final Map<String, Connection> taken = new HashMap<>();
    private final Map<String, String> ofSystems = new HashMap<>();
    private final List<Defect> found = new ArrayList<>();

    TwinsCheck(Path data, Places places) {
        this.data = data;
        this.places = places;
    }

    List<Defect> check(Configuration configuration) {
        for (ErpSystem system : configuration.erpSystems()) {
            for (String key : List.of("inbox", "outbox")) {
                String folder = system.settings().getOrDefault(key, "").strip();
                if (!folder.isEmpty()) {
                    ofSystems.putIfAbsent(folder(folder), key + " of config/erp/" + system.name() + ".yaml");
                }
            }
        }
        for (Connection connection : Connection.of(configuration)) {
            switch (connection.channel().type()) {
                case "as2" -> once(connection, "ownId", "AS2 identifiers " + connection.setting("ownId") + " and "
                    + connection.setting("partnerId"), "a message could be either's; agree on another identifier");
                case "folder", "sftp-server" -> folders(connection);
                case "sftp", "ftp" -> remote(connection, connection.setting("user") + "@" + connection.setting("host").toLowerCase() + ":"
                    + (connection.setting("port").isEmpty() ? "standard port" : connection.setting("port")) + " folder ");
                case "s3" -> remote(connection, connection.setting("endpoint") + " bucket " + connection.setting("bucket") + " ");
                case "spapi" -> usage(connection);
                default -> {
                }
            }
        }
        return found;
    }

    private void folders(Connection connection) {
        for (String key : List.of("inbox", "outbox")) {
            String folder = connection.setting(key);
            if (!folder.isEmpty()) {
                String system = ofSystems.get(folder(folder));
                if (system != null) {
                    found.add(connection.error(places, "settings/" + key, key + " " + folder + " is the " + system
                        + " too; give each a folder of its own"));
                }
                once(connection, key, "the folder " + folder(folder), "one would take the other's files; give each a folder of its own");
            }
        }
    }

    private void remote(Connection connection, String account) {
        String download = connection.setting("download");
        if (!download.isEmpty()) {
            if (!connection.setting("upload").isEmpty() && plain(connection, "download").equals(plain(connection, "upload"))) {
                found.add(connection.error(places, "settings/upload", "upload is the same as download: what is sent would be taken in "
                    + "again; name another"));
            }
            once(connection, "download", connection.channel().type() + " " + account + download,
                "one would take the other's files; give each an account or a folder of its own");
        }
    }

    /** A folder without slashes that mean nothing. */
    private static String plain(Connection connection, String key) {
        String folder = connection.setting(key);
        return "s3".equals(connection.channel().type()) ? S3Bucket.folder(folder) : folder.replaceFirst("/+$", "");
    }

    private void once(Connection connection, String key, String what, String why) {
        Connection other = taken.putIfAbsent(what, connection);
        if (other != null) {
            boolean apart = other.usage() != null && connection.usage() != null && !other.usage().equals(connection.usage());
            String mixed = apart ? ". One of them is for test and one for live, which must be apart" : "";
            found.add(connection.error(places, "settings/" + key, what + " are those of channel " + other.channel().name() + " in config/"
                + other.folder() + "/" + other.owner() + ".yaml too: " + why + mixed));
        }
    }

    private void usage(Connection connection) {
        boolean sandbox = connection.setting("endpoint").contains("sandbox");
        if (sandbox && "P".equals(connection.usage())) {
            found.add(connection.warning(places, "settings/endpoint", "the endpoint is Amazon's sandbox, and usage of the partner is P; "
                + "give the sandbox a partner file of its own with usage T"));
        }
    }

    private String folder(String set) {
        return data.resolve(set).toAbsolutePath().normalize().toString();
    }
}
