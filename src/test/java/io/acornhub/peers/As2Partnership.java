// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import io.acornhub.HubHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The partner amazon-us reached by AS2 instead of by folders: what stands in its file, and the keys of both sides. */
public final class As2Partnership {
    public static final String HUB = "ACME-AS2";
    public static final String AMAZON = "AMAZON-AS2";
    /** What must never be seen in a log. */
    public static final String SECRET = "a-secret-of-the-key-file";
    private static final String FILE = "config/partners/amazon-us.yaml";
    private final Identity hub = Identity.rsa("hub");
    private final Identity amazon;

    public As2Partnership() {
        this(Identity.rsa("amazon"));
    }

    /** @param amazon the partner's key, for example one that has expired */
    public As2Partnership(Identity amazon) {
        this.amazon = amazon;
    }

    public Identity hub() {
        return hub;
    }

    public Identity amazon() {
        return amazon;
    }

    /**
     * Makes the folder channel of amazon-us an AS2 channel, for all its agreements.
     *
     * @param url of the partner, null for a channel that only receives
     * @param settings besides the identifiers
     */
    public As2Partnership write(HubHome home, Path data, String url, Map<String, String> settings) throws IOException {
        hub.writeP12(data.resolve("certs/own.p12"), SECRET);
        Files.writeString(data.resolve("certs/own.password"), SECRET);
        amazon.writePem(data.resolve("certs/amazon.pem"));
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(Map.of("ownId", HUB, "partnerId", AMAZON));
        if (url != null) {
            all.put("url", url);
        }
        home.replace(FILE, """
              - name: folder
                type: folder
                settings:
                  inbox: partners/amazon-us/inbox
                  outbox: partners/amazon-us/outbox
            """, """
              - name: as2
                type: as2
                settings:
            %s
                certificates:
                  - {owner: own, file: certs/own.p12, password: "file:certs/own.password", uses: [SIGN, ENCRYPT]}
                  - {owner: partner, file: certs/amazon.pem, uses: [SIGN, ENCRYPT]}
            """.formatted(all.entrySet().stream().map(e -> "      " + e.getKey() + ": \"" + e.getValue() + "\"")
                .collect(Collectors.joining("\n"))));
        home.replace(FILE, "channel: folder", "channel: as2");
        return this;
    }
}
