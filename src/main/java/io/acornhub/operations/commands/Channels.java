// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A channel with whose it is, as the commands about connections show it.
 *
 * @param name partner or ERP system and channel; an ERP system's own folders have its name alone
 */
record Channels(String name, String owner, Channel channel) {

    /** All channels of all partners and ERP systems, those not enabled too. */
    static List<Channels> of(Configuration configuration) {
        List<Channels> all = new ArrayList<>();
        for (Partner partner : configuration.partners()) {
            partner.channels().forEach(c -> all.add(new Channels(partner.name() + "-" + c.name(), partner.name(), c)));
        }
        for (ErpSystem system : configuration.erpSystems()) {
            Map<String, String> settings = system.settings();
            if (settings.containsKey("inbox") || settings.containsKey("outbox")) {
                all.add(new Channels(system.name(), system.name(), new Channel(system.name(), Channel.FOLDER, true, settings, List.of())));
            } else if (!settings.getOrDefault("url", "").startsWith("jdbc:") && settings.containsKey("url")) {
                all.add(new Channels(system.name(), system.name(), new Channel(system.name(), "http", true, settings, List.of())));
            }
            system.channels().forEach(c -> all.add(new Channels(system.name() + "-" + c.name(), system.name(), c)));
        }
        return all;
    }

    /** Where it leads, without any secret. */
    String where() {
        Map<String, String> s = channel.settings();
        return switch (channel.type()) {
            case "folder", "sftp-server" -> said(s, "inbox") + said(s, "outbox");
            case "as2" -> s.getOrDefault("ownId", "") + " and " + s.getOrDefault("partnerId", "") + said(s, "url");
            case "sftp", "ftp" -> s.getOrDefault("user", "") + "@" + s.getOrDefault("host", "") + said(s, "port") + said(s, "download")
                + said(s, "upload");
            case "s3" -> s.getOrDefault("bucket", "") + said(s, "endpoint") + said(s, "download") + said(s, "upload");
            case "http" -> said(s, "url");
            default -> "";
        };
    }

    private static String said(Map<String, String> settings, String key) {
        String value = settings.getOrDefault(key, "");
        return value.isBlank() ? "" : " " + key + " " + value;
    }
}
