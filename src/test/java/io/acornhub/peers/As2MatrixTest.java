// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.channel.as2.As2Receipt;
import io.acornhub.peers.MatrixTable.Case;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub's AS2 with OpenAS2 and with the library of phax, both ways: every signature with every cipher, with every way of
 * compressing and of asking for a receipt. The outcome stands in target/as2-matrix.md and in
 * config/channels/as2-interoperability.md.
 */
class As2MatrixTest {
    private static final Path RESULT = Path.of("target/as2-matrix.md");
    private static final Path PAGE = Path.of("config/channels/as2-interoperability.md");
    static final String OPEN_IN = "OpenAS2 to hub";
    static final String OPEN_OUT = "hub to OpenAS2";
    static final String PHAX_IN = "as2-lib to hub";
    static final String PHAX_OUT = "hub to as2-lib";
    private static final byte[] FILE = ("ISA*00*          *00*          *ZZ*AMAZON~\r\n"
        + "ST*850*0001~\r\n".repeat(40) + "IEA*1*000000001~\r\n")
        .getBytes(StandardCharsets.US_ASCII);
    private final MatrixTable table = new MatrixTable();

    @Test
    void everyWayOfProtectingAndReceiptingIsUnderstoodByBothSides(@TempDir Path folder) throws Exception {
        OpenAs2.assume();
        Identity hubs = Identity.rsa("hub");
        Identity peers = Identity.rsa("peer");
        List<As2Terms> all = everyTerms();
        try (ProtocolHub hub = new ProtocolHub(folder.resolve("hub"), hubs).knows("OPEN", peers).knows("PHAX", peers).start();
            OpenAs2 open = new OpenAs2(folder.resolve("open"), "OPEN", peers).knows(ProtocolHub.ID, hubs.certificate());
            PhaxAs2 phax = new PhaxAs2(folder.resolve("phax"), "PHAX", peers)) {
            open.sendsTo("OPEN", ProtocolHub.ID, hub.url(), As2Terms.USUAL);
            for (As2Terms terms : all) {
                hub.knows(terms.word(), peers);
                open.owns(terms.word()).sendsTo(terms.word(), ProtocolHub.ID, hub.url(), terms);
            }
            phax.knows(ProtocolHub.ID, hubs.certificate()).start();
            open.start();
            all.forEach(terms -> open.send(terms.word(), ProtocolHub.ID, "po.edi", FILE));
            for (As2Terms terms : withGcm(all)) {
                table.add(new Case(PHAX_IN, terms, fromPhax(hub, phax, terms)));
            }
            for (As2Terms terms : withGcm(all)) {
                phax.knows(ProtocolHub.ID, hubs.certificate(), terms);
                table.add(new Case(PHAX_OUT, terms, toPeer(hub, "PHAX", phax.url(), terms, id -> phax.received(id))));
            }
            for (As2Terms terms : all) {
                table.add(new Case(OPEN_OUT, terms, toPeer(hub, "OPEN", open.url(), terms, id -> open.received(id))));
            }
            for (As2Terms terms : all) {
                table.add(new Case(OPEN_IN, terms, fromOpen(hub, open, terms)));
            }
        }
        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, table.text() + "\n" + String.join("\n", table.unknown()) + "\n");
        assertThat(table.unknown()).isEmpty();
        assertThat(MatrixTable.in(PAGE)).as("the table in " + PAGE + " is to say what " + RESULT + " says").isEqualTo(table.text());
    }

    /** Compressing after signing needs a signature; the rest goes with everything. */
    private static List<As2Terms> everyTerms() {
        List<As2Terms> all = new ArrayList<>();
        for (String sign : List.of("none", "SHA-1", "SHA-256", "SHA-512")) {
            for (String encrypt : List.of("none", "3DES", "AES128-CBC", "AES256-CBC")) {
                for (String compress : List.of("none", "before-signing", "after-signing").subList(0, sign.equals("none") ? 2 : 3)) {
                    all.addAll(receipts(new As2Terms(sign, encrypt, compress, "none", false)));
                }
            }
        }
        return all;
    }

    private static List<As2Terms> receipts(As2Terms terms) {
        return List.of(terms, terms.withMdn("sync", true), terms.withMdn("sync", false), terms.withMdn("async", true),
            terms.withMdn("async", false));
    }

    /** OpenAS2 knows no GCM. */
    private static List<As2Terms> withGcm(List<As2Terms> all) {
        List<As2Terms> more = new ArrayList<>(all);
        for (String encrypt : List.of("AES128-GCM", "AES256-GCM")) {
            more.addAll(receipts(new As2Terms("SHA-256", encrypt, "none", "none", false)));
        }
        return more;
    }

    private static String fromPhax(ProtocolHub hub, PhaxAs2 phax, As2Terms terms) {
        As2Sent sent = phax.send(ProtocolHub.ID, hub.url(), terms, "po.edi", FILE);
        if (sent.failure() != null) {
            return "not sent: " + sent.failure();
        }
        String wrong = difference(hub.taken(sent.messageId()), terms);
        if (wrong != null || !terms.asksForMdn()) {
            return wrong;
        }
        Optional<As2Sent> receipted = terms.async() ? within(() -> phax.mdn(sent.messageId())) : Optional.of(sent);
        return receipted.filter(As2Sent::receipted).isPresent() ? null : "receipt: " + receipted;
    }

    private static String fromOpen(ProtocolHub hub, OpenAs2 open, As2Terms terms) {
        String wrong = difference(within(() -> hub.takenFrom(terms.word())), terms);
        if (wrong != null || !terms.asksForMdn()) {
            return wrong;
        }
        Optional<As2Sent> sent = within(() -> open.sent(terms.word(), ProtocolHub.ID, "po.edi"));
        return sent.filter(As2Sent::receipted).isPresent() ? null : "receipt: " + sent;
    }

    private static String difference(Optional<ProtocolHub.Taken> taken, As2Terms terms) {
        if (taken.isEmpty()) {
            return "did not come";
        }
        ProtocolHub.Taken message = taken.get();
        if (message.failure() != null) {
            return message.failure();
        }
        if (!Arrays.equals(FILE, message.content())) {
            return "other bytes than were sent";
        }
        String signed = message.found().signed() == null ? "none" : message.found().signed().setting();
        String encrypted = message.found().encrypted() == null ? "none" : message.found().encrypted().setting();
        boolean right = signed.equals(terms.sign()) && encrypted.equals(terms.encrypt())
            && message.found().compressed() == terms.compresses();
        return right ? null : "found " + message.found();
    }

    private static String toPeer(ProtocolHub hub, String peer, String url, As2Terms terms,
        Function<String, Optional<As2Received>> received) throws Exception {
        String id;
        try {
            id = hub.send(peer, url, terms, "po.edi", FILE);
        } catch (IOException e) {
            return "not sent: " + e.getMessage();
        }
        Optional<As2Received> there = within(() -> received.apply(id));
        if (there.isEmpty() || !Arrays.equals(there.get().content(), FILE)) {
            return there.isEmpty() ? "did not come" : "other bytes than were sent";
        }
        if (!terms.asksForMdn()) {
            return null;
        }
        Optional<As2Receipt> receipt = within(() -> hub.receipt(id));
        return receipt.filter(As2Receipt::confirms).isPresent() ? null : "receipt: " + receipt.map(As2Receipt::words);
    }

    private static <T> Optional<T> within(Callable<Optional<T>> looked) {
        try {
            return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(15))
                .until(looked, Optional::isPresent);
        } catch (ConditionTimeoutException e) {
            return Optional.empty();
        }
    }
}
