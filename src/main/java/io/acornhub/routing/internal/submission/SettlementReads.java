// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.interchange.Leases;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.submission.AmazonReads.Read;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.SettledInvoice;
import io.acornhub.sellingpartner.Settlements;
import io.acornhub.sellingpartner.StatusCursors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the Finances Invoices API says of invoices, where a connection has it switched on: a new API with a small usage plan, so
 * changed invoices are read by pages of headers, and only those with a decision or a payment one by one with their lines.
 */
@Component("settlementReads")
public class SettlementReads {
    /** Amazon may show a change later than it dates it. */
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(90);
    private static final Set<String> WITHOUT_NEWS = Set.of("IN_PROGRESS");
    /** About as many headers stand on a page. */
    static final int PAGE = 100;
    /** After a read that Amazon refused. */
    private static final Duration FAILED = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(SettlementReads.class);
    private final AmazonReads reads;
    private final StageTools tools;
    private final Settlements settlements;
    private final StatusCursors cursors;
    private final Connections connections;
    private final Leases leases;
    private final Pauses pauses;
    private final SubmissionSettings settings;
    private final Clock clock;

    public SettlementReads(AmazonReads reads, StageTools tools, Settlements settlements, StatusCursors cursors, Connections connections,
                           Leases leases, Pauses pauses, SubmissionSettings settings, Clock clock) {
        this.reads = reads;
        this.tools = tools;
        this.settlements = settlements;
        this.cursors = cursors;
        this.connections = connections;
        this.leases = leases;
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a connection may use this API: its setting {@code finances}. */
    public static boolean on(Connection connection) {
        return Boolean.parseBoolean(connection.settings().getOrDefault("finances", "false").strip());
    }

    /** One invoice with the read that it rests on; {@code invoice} null where it is not shown. */
    record Settled(SettledInvoice invoice, Read read) {
    }

    /** Reads the invoices that changed since the last time, if that is due. */
    public void poll(@Header("AcornConnection") String name) {
        Connection connection = connections.find(name).orElseThrow();
        Instant now = clock.instant();
        Optional<StatusCursors.Cursor> cursor = cursors.find(name, StatusCursors.Kind.INVOICES);
        if (!on(connection) || cursor.isPresent() && now.isBefore(cursor.get().readAt().plus(settings.settlementEvery()))
            || pauses.until(name, Operation.GET_INVOICE_HEADERS) != null || !leases.holds("invoices-" + name)) {
            return;
        }
        List<SettledInvoice> news = new ArrayList<>();
        Read failed = changedSince(connection, cursor.map(c -> c.until().minus(OVERLAP)).orElse(now.minus(FIRST_LOOK_BACK)),
            (invoice, read) -> {
                boolean header = WITHOUT_NEWS.contains(invoice.status());
                if (isKept(connection.partner(), invoice, header)) {
                    return;
                }
                if (header) {
                    keep(connection.partner(), invoice, read);
                } else {
                    news.add(invoice);
                }
            });
        for (SettledInvoice invoice : news) {
            Settled settled = failed == null ? read(connection, invoice.identifier()) : null;
            failed = settled == null ? failed : settled.read().got() ? null : settled.read();
            if (failed == null && settled.invoice() != null) {
                keep(connection.partner(), settled.invoice(), settled.read());
            }
        }
        if (failed != null) {
            LOG.warn("invoices  {}: {}", name, failed.words());
            pauses.pause(name, Operation.GET_INVOICE_HEADERS, failed.after() == null ? FAILED : failed.after());
            return;
        }
        tools.transaction().executeWithoutResult(s -> cursors.moved(name, StatusCursors.Kind.INVOICES, now, clock.instant()));
    }

    /** Most of what overlapping windows show is known. */
    private boolean isKept(String partner, SettledInvoice invoice, boolean header) {
        return settlements.find(partner, invoice.invoiceNumber()).filter(k -> invoice.modifiedAt() != null
            && invoice.modifiedAt().equals(k.invoice().modifiedAt()) && Objects.equals(invoice.status(), k.invoice().status())
            && (header || !k.invoice().lines().isEmpty())).isPresent();
    }

    /** Headers of the invoices that changed since a time. Returns null when every page came. */
    Read changedSince(Connection connection, Instant since, BiConsumer<SettledInvoice, Read> taker) {
        Call call = Call.of(Operation.GET_INVOICE_HEADERS).query("marketplaceId", connection.marketplace()).query("invoicesModifiedAfter",
            since.toString());
        return reads.pages(connection, call,
            page -> SettledInvoice.headers(page.json()).forEach(invoice -> taker.accept(invoice, page)));
    }

    /** One invoice with all its lines. */
    Settled read(Connection connection, String identifier) {
        Call call = Call.of(Operation.GET_INVOICE).path("invoiceIdentifier", identifier).query("marketplaceId", connection.marketplace());
        List<JsonNode> items = new ArrayList<>();
        List<Read> first = new ArrayList<>();
        String token = null;
        do {
            Read read = reads.get(connection, token == null ? call : call.query("nextTokenForLineItems", token));
            if (!read.got()) {
                return new Settled(null, read);
            }
            first.add(read);
            items.addAll(Lenient.list(read.json(), "invoiceItems"));
            String more = Lenient.text(read.json(), "nextTokenForLineItems");
            token = more == null || more.equals(token) ? null : more;
        } while (token != null);
        return new Settled(SettledInvoice.one(first.get(0).json(), items), first.get(0));
    }

    void keep(String partner, SettledInvoice invoice, Read read) {
        String evidence = reads.keep(read.answer().body());
        tools.transaction().executeWithoutResult(s -> settlements.keep(partner, invoice, clock.instant(), evidence));
    }
}
