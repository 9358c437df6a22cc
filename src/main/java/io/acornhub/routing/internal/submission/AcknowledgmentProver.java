// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.routing.internal.submission.AmazonReads.Read;
import io.acornhub.routing.internal.submission.LookSplit.Split;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.ItemAmount;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.OrderStatus;
import io.acornhub.sellingpartner.Submission;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Acknowledgments by getPurchaseOrdersStatus: the quantities of each line against those in the body that was posted. */
@Component
class AcknowledgmentProver implements Prover {
    private static final int PAGE = 100;
    private final AmazonReads reads;
    private final OrderStatuses statuses;
    private final LookSplit splits;

    AcknowledgmentProver(AmazonReads reads, OrderStatuses statuses, LookSplit splits) {
        this.reads = reads;
        this.statuses = statuses;
        this.splits = splits;
    }

    @Override
    public Operation of() {
        return Operation.SUBMIT_ACKNOWLEDGEMENT;
    }

    @Override
    public Map<String, Finding> look(Connection connection, List<Submission> wanted) {
        Map<String, Finding> found = new HashMap<>();
        Split split = splits.of(connection, of(), wanted, PAGE);
        split.alone().forEach(s -> found.put(s.id(), one(connection, s)));
        if (split.together().isEmpty()) {
            return found;
        }
        Map<String, List<Submission>> byOrder = new HashMap<>();
        split.together().forEach(s -> byOrder.computeIfAbsent(s.subject(), po -> new ArrayList<>()).add(s));
        Read failed = statuses.changedSince(connection, split.from().minus(OrderStatuses.OVERLAP), (status, read) -> byOrder
            .getOrDefault(status.poNumber(), List.of()).forEach(s -> found.put(s.id(), judge(s, status, read))));
        for (Submission submission : split.together()) {
            found.computeIfAbsent(submission.id(), id -> failed == null ? Finding.notShown("getPurchaseOrdersStatus shows no change of "
                + submission.subject() + " since it was posted") : failed.asked() ? Finding.notShown(failed.words())
                : Finding.notAsked(failed));
        }
        return found;
    }

    private Finding one(Connection connection, Submission submission) {
        Read read = reads.get(connection, Call.of(Operation.GET_PURCHASE_ORDERS_STATUS).query("purchaseOrderNumber",
            submission.subject()));
        if (!read.asked()) {
            return Finding.notAsked(read);
        }
        Optional<OrderStatus> status = OrderStatus.page(read.json()).stream().filter(o -> o.poNumber().equals(submission.subject()))
            .findFirst();
        if (status.isEmpty()) {
            return Finding.notShown("getPurchaseOrdersStatus does not show order " + submission.subject());
        }
        statuses.take(submission.partner(), List.of(status.get()));
        return judge(submission, status.get(), read);
    }

    private Finding judge(Submission submission, OrderStatus status, Read read) {
        JsonNode answer = reads.document(submission, "acknowledgements");
        List<String> other = new ArrayList<>();
        for (JsonNode item : Lenient.list(answer, "items")) {
            String lineNo = Lenient.text(item, "itemSequenceNumber");
            Optional<OrderStatus.Line> line = status.lines().stream().filter(l -> OrderStatuses.same(l.lineNo(), lineNo)).findFirst();
            if (line.isEmpty() || line.get().confirmation() == null || "UNCONFIRMED".equals(line.get().confirmation())) {
                return Finding.notShown("line " + lineNo + " of order " + submission.subject() + " is not confirmed yet");
            }
            BigDecimal accepted = sum(item, false);
            BigDecimal rejected = sum(item, true);
            if (eaches(line.get().accepted()).compareTo(accepted) != 0 || eaches(line.get().rejected()).compareTo(rejected) != 0) {
                Optional<String> excuse = excuse(submission, line.get(), accepted.add(rejected));
                if (excuse.isPresent()) {
                    return Finding.notShown("line " + lineNo + " of order " + submission.subject() + " " + excuse.get());
                }
                other.add("line " + lineNo + ": sent " + accepted.toPlainString() + " accepted and " + rejected.toPlainString()
                    + " rejected, Amazon shows " + eaches(line.get().accepted()).toPlainString() + " and "
                    + eaches(line.get().rejected()).toPlainString() + " (" + line.get().confirmation() + ")");
            }
        }
        return other.isEmpty()
            ? Finding.asSent(reads.proof(read, "getPurchaseOrdersStatus shows every line of order " + submission.subject()
                + " as answered"))
            : Finding.other(reads.proof(read, "getPurchaseOrdersStatus shows order " + submission.subject() + " otherwise than answered, "
                + String.join("; ", other)));
    }

    /** Why other quantities need not contradict: they are older than our answer, or the order was changed after it. */
    private static Optional<String> excuse(Submission submission, OrderStatus.Line line, BigDecimal answered) {
        Instant posted = submission.postedAt();
        if (line.answeredAt() == null || posted != null && line.answeredAt().isBefore(posted.minus(Duration.ofMinutes(5)))) {
            return Optional.of("shows an answer before this one");
        }
        return line.ordered() != null && line.ordered().eaches().compareTo(answered) != 0
            ? Optional.of("was changed by Amazon to " + line.ordered().inWords()) : Optional.empty();
    }

    private static BigDecimal sum(JsonNode item, boolean rejected) {
        return Lenient.list(item, "itemAcknowledgements").stream()
            .filter(a -> Lenient.is(Lenient.text(a, "acknowledgementCode"), "REJECTED") == rejected)
            .map(a -> ItemAmount.read(a.path("acknowledgedQuantity"))).filter(q -> q != null).map(ItemAmount::eaches)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal eaches(ItemAmount amount) {
        return amount == null ? BigDecimal.ZERO : amount.eaches();
    }
}
