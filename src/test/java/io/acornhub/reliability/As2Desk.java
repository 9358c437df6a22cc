// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.HubHome;
import io.acornhub.peers.Identity;
import io.acornhub.peers.PhaxAs2;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A partner that exchanges everything by AS2 with the hub, and the files that agree on it: keys, certificates, the partner file. What
 * the hub sends goes through one wire, what it is sent through another.
 */
final class As2Desk implements AutoCloseable {
    static final String HUB = "ACME";
    /** The hub as it is called where receipts come later. */
    static final String LATER = "ACME-LATER";
    static final String PARTNER = "AMAZON-AS2";
    private static final String AGREED_997 = "{document: \"997\", direction: outbound, release: \"004010\", "
        + "bundle: x12/004010/997-functional-acknowledgment, channel: as2";
    private static final String PASSWORD = "only-for-this-run";
    final Identity hubKey = Identity.rsa("hub");
    final Identity partnerKey = Identity.rsa("partner");
    final PhaxAs2 partner;
    final As2Tap toPartner;
    final As2Tap toHub;
    final As2Tap receipts;
    private final HubHome home;
    private final Path data;
    private volatile String hubUrl;

    As2Desk(Path folder) throws IOException {
        home = HubHome.copy(folder.resolve("home"));
        data = Files.createDirectories(folder.resolve("data"));
        partner = new PhaxAs2(folder.resolve("phax"), PARTNER, partnerKey).knows(HUB, hubKey.certificate())
            .knows(LATER, hubKey.certificate()).start();
        toPartner = new As2Tap(partner::url);
        toHub = new As2Tap(() -> hubUrl);
        receipts = new As2Tap(() -> hubUrl);
        hubKey.writeP12(data.resolve("certs/own.p12"), PASSWORD);
        Files.writeString(data.resolve("certs/own.password"), PASSWORD);
        partnerKey.writePem(data.resolve("certs/partner.pem"));
    }

    HubHome home() {
        return home;
    }

    Path data() {
        return data;
    }

    /** All of amazon-us' agreements are for the AS2 channel from now on, 997s for another one whose receipts come later. */
    As2Desk agree(Map<String, String> settings) {
        home.replace("config/partners/amazon-us.yaml", "channel: folder", "channel: as2")
            .replace("config/partners/amazon-us.yaml", "\nchannels:\n", "\nchannels:\n" + channel("as2", HUB, settings)
                + channel("as2-later", LATER, Map.of("mdn", "async", "ownUrl", receipts.url(), "resends", "2")));
        String file = "config/partners/amazon-us.yaml";
        home.replace(file, AGREED_997, AGREED_997 + "-later");
        return this;
    }

    private String channel(String name, String ownId, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("ownId", ownId, "partnerId", PARTNER, "url", toPartner.url(), "timeout", "PT10S",
            "mdnHosts", "127.0.0.1:" + URI.create(partner.mdnUrl()).getPort()));
        all.putAll(settings);
        StringBuilder channel = new StringBuilder("  - name: " + name + "\n    type: as2\n    settings:\n");
        all.forEach((key, value) -> channel.append("      ").append(key).append(": \"").append(value).append("\"\n"));
        return channel + "    certificates:\n      - {owner: own, file: certs/own.p12, password: \"file:certs/own.password\", "
            + "uses: [SIGN, ENCRYPT]}\n      - {owner: partner, file: certs/partner.pem, uses: [SIGN, ENCRYPT]}\n";
    }

    SpineHub start(List<String> database) {
        List<String> settings = new ArrayList<>(database);
        settings.add("acorn.operator.password=" + As2Proof.PASSWORD);
        SpineHub hub = new SpineHub(home, data, settings).start();
        at("http://127.0.0.1:" + hub.bean(org.springframework.core.env.Environment.class).getProperty("local.server.port"));
        return hub;
    }

    /** Where the hub listens. */
    void at(String hub) {
        hubUrl = hub + "/exchange/as2";
    }

    String hubUrl() {
        return hubUrl;
    }

    @Override
    public void close() {
        toPartner.close();
        toHub.close();
        receipts.close();
        partner.close();
    }
}
