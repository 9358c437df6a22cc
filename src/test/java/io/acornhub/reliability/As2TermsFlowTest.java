// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Received;
import io.acornhub.peers.As2Sent;
import io.acornhub.peers.As2Terms;
import io.acornhub.peers.OpenAs2;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A whole hub and an OpenAS2 server with a channel for each way of protecting and receipting: an order comes by each of them and
 * reaches SAP, a file leaves by each of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class As2TermsFlowTest {
    private static final String FILE = "config/partners/amazon-us.yaml";
    private static final List<As2Terms> ALL = terms();
    private final As2Partnership keys = new As2Partnership();
    private As2Tap toHub;
    private OpenAs2 open;
    private SpineHub hub;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        OpenAs2.assume();
        toHub = new As2Tap(() -> hub.url() + "/exchange/as2");
        open = new OpenAs2(folder.resolve("open"), As2Partnership.AMAZON, keys.amazon())
            .knows(As2Partnership.HUB, keys.hub().certificate())
            .sendsTo(As2Partnership.AMAZON, As2Partnership.HUB, toHub.url(), As2Terms.USUAL);
        HubHome home = HubHome.copy(folder.resolve("home"));
        keys.write(home, folder.resolve("data"), open.url(), Map.of());
        StringBuilder channels = new StringBuilder("\nchannels:\n");
        for (As2Terms terms : ALL) {
            open.owns(peer(terms)).sendsTo(peer(terms), As2Partnership.HUB, toHub.url(), terms);
            channels.append(channel(terms));
        }
        home.replace(FILE, "\nchannels:\n", channels.toString());
        open.start();
        hub = new SpineHub(home, folder.resolve("data"), List.of()).start();
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
            open.close();
            toHub.close();
        }
    }

    /** Compressing after signing needs a signature; what is only compressed OpenAS2 receipts otherwise than RFC 5402 says. */
    private static List<As2Terms> terms() {
        List<As2Terms> all = new ArrayList<>();
        for (String sign : List.of("none", "SHA-256")) {
            for (String encrypt : List.of("none", "AES256-CBC")) {
                for (String compress : List.of("none", "before-signing", "after-signing")) {
                    boolean signs = !sign.equals("none");
                    if (signs || compress.equals("none") || compress.equals("before-signing") && !encrypt.equals("none")) {
                        all.add(new As2Terms(sign, encrypt, compress, "sync", true));
                        all.add(new As2Terms(sign, encrypt, compress, "async", true));
                    }
                }
            }
        }
        return all;
    }

    private static String peer(As2Terms terms) {
        return "OPEN" + ALL.indexOf(terms);
    }

    private static String name(As2Terms terms) {
        return "terms-" + ALL.indexOf(terms);
    }

    private String channel(As2Terms terms) {
        String ownUrl = terms.async() ? "      ownUrl: " + toHub.url() + "\n" : "";
        return """
              - name: %s
                type: as2
                settings:
                  ownId: %s
                  partnerId: %s
                  url: %s
                  sign: %s
                  encrypt: %s
                  compress: %s
                  mdn: %s
                  require: ""
                  mdnHosts: "127.0.0.1:%d"
            %s    certificates:
                  - {owner: own, file: certs/own.p12, password: "file:certs/own.password", uses: [SIGN, ENCRYPT]}
                  - {owner: partner, file: certs/amazon.pem, uses: [SIGN, ENCRYPT]}
            """.formatted(name(terms), As2Partnership.HUB, peer(terms), open.url(), terms.sign(), terms.encrypt(), terms.compress(),
            terms.mdn(), URI.create(open.mdnUrl()).getPort(), ownUrl);
    }

    @ParameterizedTest
    @MethodSource("terms")
    void anOrderIsReceiptedAndReachesSap(As2Terms terms) {
        WrittenOrder order = WrittenOrder.of(15, 1 + ALL.indexOf(terms), false);
        OrderFiles.OrderFile file = OrderFiles.one(880_000L + ALL.indexOf(terms), order);
        // with line feeds alone OpenAS2 takes the integrity check of what is not signed otherwise than it sends it
        String lines = file.text().replaceAll("\r?\n", "\r\n");
        open.send(peer(terms), As2Partnership.HUB, file.name(), lines.getBytes(StandardCharsets.US_ASCII));

        hub.awaitState("850", order.po(), "DELIVERED");
        assertThat(hub.toSap(order.po())).hasSize(1);
        assertThat(hub.jdbc().queryForObject("select words from as2_message where partner_id = ? and "
            + "direction = 'INBOUND'", String.class, peer(terms)))
            .startsWith("taken: " + (terms.signs() ? "signed " + terms.sign() : "not signed") + ", "
                + (terms.encrypts() ? "encrypted " + terms.encrypt() : "not encrypted") + (terms.compresses() ? ", compressed" : "") + ";");
        Optional<As2Sent> sent = SpineHub.patiently("receipt for " + terms.word()).until(() -> open.sent(peer(terms), As2Partnership.HUB,
            file.name()), Optional::isPresent);
        assertThat(sent).get().matches(As2Sent::receipted);
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aFileArrivesAndItsReceiptIsBelieved(As2Terms terms) throws IOException {
        byte[] file = OrderFiles.one(890_000L + ALL.indexOf(terms), WrittenOrder.of(16, 1 + ALL.indexOf(terms), false)).text()
            .getBytes(StandardCharsets.US_ASCII);
        String interchange = hub.send("amazon-us", name(terms), "out-" + ALL.indexOf(terms) + ".edi", file);

        Map<String, Object> message = SpineHub.patiently("receipt of " + terms.word()).until(() -> hub.jdbc().queryForList("select * from "
            + "as2_message where interchange_id = ? and state = 'DELIVERED'", interchange), rows -> !rows.isEmpty()).get(0);
        assertThat(open.received((String) message.get("message_id"))).get().extracting(As2Received::content).isEqualTo(file);
    }

    @Test
    void eachWayIsAChannel() {
        assertThat(ALL).hasSize(18).doesNotHaveDuplicates();
    }
}
