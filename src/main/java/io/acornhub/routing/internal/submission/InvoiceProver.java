// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.routing.internal.submission.AmazonReads.Read;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.SettledInvoice;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submission.Proof;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Invoices by the Finances Invoices API, where the connection has it switched on. */
@Component
class InvoiceProver implements Prover {
    private final AmazonReads reads;
    private final SettlementReads settlements;
    private final SubmissionSettings settings;
    private final Clock clock;

    InvoiceProver(AmazonReads reads, SettlementReads settlements, SubmissionSettings settings, Clock clock) {
        this.reads = reads;
        this.settlements = settlements;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Operation of() {
        return Operation.SUBMIT_INVOICES;
    }

    @Override
    public Map<String, Finding> look(Connection connection, List<Submission> wanted) {
        Map<String, Finding> found = new HashMap<>();
        if (wanted.size() < settings.together() || !SettlementReads.on(connection)) {
            wanted.forEach(s -> found.put(s.id(), one(connection, s)));
            return found;
        }
        Map<String, Submission> byNumber = new HashMap<>();
        wanted.forEach(s -> byNumber.put(s.subject(), s));
        Instant from = wanted.stream().map(Submission::postedAt).filter(Objects::nonNull).min(Instant::compareTo).orElse(clock.instant());
        Read failed = settlements.changedSince(connection, from.minus(Duration.ofMinutes(5)), (invoice, read) -> {
            Submission submission = byNumber.get(invoice.invoiceNumber());
            if (submission != null) {
                settlements.keep(submission.partner(), invoice, read);
                found.put(submission.id(), judge(submission, invoice, reads.document(submission, "invoices"), read));
            }
        });
        wanted.forEach(s -> found.computeIfAbsent(s.id(), id -> failed == null ? Finding.notShown("getInvoiceHeaders does not show "
            + s.subject()) : failed.asked() ? Finding.notShown(failed.words()) : Finding.notAsked(failed)));
        return found;
    }

    private Finding one(Connection connection, Submission submission) {
        if (!SettlementReads.on(connection)) {
            return Finding.noWay("the connection has 'finances' off, so nothing shows invoice " + submission.subject());
        }
        JsonNode invoice = reads.document(submission, "invoices");
        String payee = Lenient.text(invoice, "remitToParty", "partyId");
        SettlementReads.Settled settled = settlements.read(connection, submission.subject() + "~" + payee);
        Read read = settled.read();
        if (!read.asked()) {
            return Finding.notAsked(read);
        }
        if (settled.invoice() == null) {
            return Finding.notShown("getInvoice does not show " + submission.subject() + "~" + payee
                + (read.refused() && !read.notFound() ? " (" + read.words() + ")" : ""));
        }
        settlements.keep(submission.partner(), settled.invoice(), read);
        return judge(submission, settled.invoice(), invoice, read);
    }

    private Finding judge(Submission submission, SettledInvoice shown, JsonNode sent, Read read) {
        String what = "getInvoice shows invoice " + submission.subject() + " as " + shown.status();
        if ("REJECTED".equals(shown.status())) {
            return Finding.other(reads.proof(read, what));
        }
        if (shown.lines().stream().flatMap(l -> l.variances().stream()).anyMatch(v -> v.contains("DUPLICATE_INVOICE"))) {
            return Finding.other(reads.proof(read, what + " with the defect DUPLICATE_INVOICE_DEFECT"));
        }
        BigDecimal total = Lenient.decimal(sent, "invoiceTotal", "amount");
        if (total != null && shown.amount() != null && total.compareTo(shown.amount()) != 0) {
            return Finding.other(reads.proof(read, what + " over " + shown.amount().toPlainString() + ", sent were "
                + total.toPlainString()));
        }
        Proof proof = reads.proof(read, what + (shown.amount() == null ? "" : " over " + shown.amount().toPlainString()));
        return Finding.asSent(proof);
    }
}
