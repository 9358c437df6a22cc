// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A simulator that works on two folders, seen from the vendor's side. Its clock stands at 2 March 2026 unless it is moved. */
final class EdiFixture implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T16:15:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Path inbox;
    private final Path outbox;
    private final Simulator simulator;
    private final Caller caller;
    private int files;

    EdiFixture(Path folder, EdiPartnerSettings settings) {
        inbox = settings.inbox();
        outbox = settings.outbox();
        VendorGroup us = VendorGroup.of("us", "NA", "ATVPDKIKX0DER", "USD", "ACME1", "ACME5", "ACME6");
        simulator = Simulator.start(SimulatorSettings.defaults().withVendorGroups(us).withUsagePlans(UsagePlans.none())
            .withClock(Clock.fixed(START, ZoneOffset.UTC)));
        simulator.addEdiPartner(settings.withPoll(Duration.ofMillis(20)));
        caller = new Caller(simulator).as("us");
        assertThat(folder).isDirectory();
    }

    static EdiFixture in(Path folder, String... vendorCodes) {
        return new EdiFixture(folder, EdiPartnerSettings.of(folder.resolve("inbox"), folder.resolve("outbox"), vendorCodes));
    }

    Caller caller() {
        return caller;
    }

    URI base() {
        return simulator.baseUri();
    }

    Path inbox() {
        return inbox;
    }

    /** Four lines of ACME5 for PHX6, collected by Amazon; the order of the hub's own sample 850. */
    static String order(String number) {
        return """
            [{'purchaseOrderNumber': '%s', 'orderDetails': {'purchaseOrderDate': '2026-03-02T16:15:00Z',
             'purchaseOrderType': 'RegularOrder', 'paymentMethod': 'Invoice', 'sellingParty': {'partyId': 'ACME5'},
             'shipToParty': {'partyId': 'PHX6'}, 'billToParty': {'partyId': 'AMZUS'},
             'shipWindow': '2026-03-10T08:00:00Z--2026-03-17T06:59:59Z', 'items': [%s, %s, %s, %s]}}]
            """.formatted(number, line(1, 24, "12.50", "614141000104"), line(2, 48, "7.35", "614141000203"),
                line(3, 12, "22.00", "614141000302"), line(4, 6, "5.00", "614141000401")).replace('\'', '"');
    }

    private static String line(int number, int quantity, String cost, String item) {
        return """
            {'itemSequenceNumber': '%d', 'vendorProductIdentifier': '%s', 'isBackOrderAllowed': true, 'orderedQuantity':
             {'amount': %d, 'unitOfMeasure': 'Eaches', 'unitSize': 1}, 'netCost': {'currencyCode': 'USD', 'amount': '%s'}}"""
            .formatted(number, item, quantity, cost);
    }

    void place(String orders) {
        Caller.Got placed = caller.post("/_sim/orders", orders);
        assertThat(placed.status()).as("%s", placed.body()).isEqualTo(201);
    }

    /** A file of the vendor's, taken when this returns. */
    void send(String text) {
        try {
            Files.createDirectories(outbox);
            Path file = outbox.resolve("sent-" + ++files + ".edi");
            Path hidden = outbox.resolve("." + file.getFileName());
            Files.writeString(hidden, text, StandardCharsets.ISO_8859_1);
            Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
            Awaitility.await().atMost(PATIENCE).until(() -> Files.notExists(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Amazon's files of a kind, the oldest first, when there are so many. */
    List<Path> files(String kind, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> list(kind).size() >= count);
        assertThat(list(kind)).hasSize(count);
        return list(kind);
    }

    private List<Path> list(String kind) {
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(inbox)) {
            return all.filter(file -> file.getFileName().toString().startsWith(kind + "-")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the last of so many files of a kind. */
    List<String> last(String kind, int count) {
        List<Path> found = files(kind, count);
        try {
            return Files.readAllLines(found.get(count - 1), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode edi() {
        return caller.get("/_sim/edi").body();
    }

    /** What Amazon says of the last set that it got. */
    JsonNode lastReceived() {
        JsonNode received = edi().path("received");
        return received.path(received.size() - 1);
    }

    /** One interchange of ACMEVENDOR's with one group and one set. */
    static String interchange(int number, String group, String release, String code, String... segments) {
        boolean newer = release.startsWith("005");
        StringBuilder out = new StringBuilder("ISA*00*          *00*          *ZZ*ACMEVENDOR     *ZZ*AMAZON         *260302*1500*"
            + (newer ? "^*00501" : "U*00400") + String.format("*%09d*0*P*>~%n", number));
        out.append("GS*").append(group).append("*ACMEVENDOR*AMAZON*20260302*1500*").append(number).append("*X*").append(release)
            .append("~\nST*").append(code).append("*0001~\n");
        for (String segment : segments) {
            out.append(segment).append("~\n");
        }
        return out.append("SE*").append(segments.length + 2).append("*0001~\nGE*1*").append(number)
            .append(String.format("~%nIEA*1*%09d~%n", number)).toString();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
