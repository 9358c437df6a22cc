// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.HubHome;
import io.acornhub.sftp.SftpTestServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A hub's files in which partners are reached by SFTP. */
final class SftpHome {
    private SftpHome() {
    }

    /** The settings that log in to the server. */
    static Map<String, String> login(SftpTestServer server, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("host", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("user", server.user());
        settings.put("hostKey", server.hostKey());
        settings.put("key", "file:" + server.clientKey());
        settings.put("poll", "PT0.2S");
        settings.put("timeout", "PT10S");
        return settings;
    }

    /** Amazon US with its folders on the server instead of on this machine. */
    static HubHome amazon(Path home, Map<String, String> settings) {
        return HubHome.copy(home).replace("config/partners/amazon-us.yaml", """
              - name: folder
                type: folder
                settings:
                  inbox: partners/amazon-us/inbox
                  outbox: partners/amazon-us/outbox
            """.indent(0).replaceAll("(?m)^ {14}", "  "), channel("folder", settings));
    }

    /** A partner who sends nothing that is agreed: what is fetched is kept and refused. */
    static void partner(HubHome home, String name, Map<String, String> settings) {
        partner(home, name, channel("sftp", settings));
    }

    /** The same with another channel's lines of YAML. */
    static void partner(HubHome home, String name, String channel) {
        home.write("config/partners/" + name + ".yaml", """
            name: %1$s
            title: Partner %1$s
            usage: P
            zone: UTC
            identifiers:
              partner: {qualifier: ZZ, id: %2$s, group: %2$s}
              own: {qualifier: ZZ, id: ACMEVENDOR, group: ACMEVENDOR}
            channels:
            %3$sagreements: []
            """.formatted(name, name.toUpperCase(Locale.ROOT).replace("-", ""), channel));
    }

    /** A channel's lines of YAML. */
    static String channel(String name, Map<String, String> settings) {
        return channel(name, "sftp", settings);
    }

    static String channel(String name, String type, Map<String, String> settings) {
        return "  - name: " + name + "\n    type: " + type + "\n    settings:\n" + settings.entrySet().stream()
            .map(setting -> "      " + setting.getKey() + ": \"" + setting.getValue() + "\"\n").collect(Collectors.joining());
    }
}
