// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.routing.internal.submission.AmazonReads.Read;
import io.acornhub.routing.internal.submission.LookSplit.Split;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.SettledInvoice;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submission.Proof;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invoices by the Finances Invoices API, where the connection has it switched on. */
@Component
class InvoiceProver implements Prover {
    private final AmazonReads reads;
    private final SettlementReads settlements;
    private final LookSplit splits;

    InvoiceProver(AmazonReads reads, SettlementReads settlements, LookSplit splits) {
        this.reads = reads;
        this.settlements = settlements;
        this.splits = splits;
    }

    @Override
    public Operation of() {
        return Operation.SUBMIT_INVOICES;
    }

    @Override
    public Map<String, Finding> look(Connection connection, List<Submission> wanted) {
        Map<String, Finding> found = new HashMap<>();
        if (!SettlementReads.on(connection)) {
            wanted.forEach(s -> found.put(s.id(), Finding.noWay("the connection has 'finances' off, so nothing shows invoice "
                + s.subject())));
            return found;
        }
        Split split = splits.of(connection, of(), wanted, SettlementReads.PAGE);
        split.alone().forEach(s -> found.put(s.id(), one(connection, s)));
        if (split.together().isEmpty()) {
            return found;
        }
        Map<String, Submission> byNumber = new HashMap<>();
        split.together().forEach(s -> byNumber.put(s.subject(), s));
        Read failed = settlements.changedSince(connection, split.from().minus(Duration.ofMinutes(5)), (invoice, read) -> {
            Submission submission = byNumber.get(invoice.invoiceNumber());
            if (submission != null) {
                settlements.keep(submission.partner(), invoice, read);
                found.put(submission.id(), judge(submission, invoice, reads.document(submission, "invoices"), read));
            }
        });
        split.together().forEach(s -> found.computeIfAbsent(s.id(), id -> failed == null
            ? Finding.notShown("getInvoiceHeaders does not show " + s.subject()) : failed.asked()
            ? Finding.notShown(failed.words()) : Finding.notAsked(failed)));
        return found;
    }

    private Finding one(Connection connection, Submission submission) {
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
