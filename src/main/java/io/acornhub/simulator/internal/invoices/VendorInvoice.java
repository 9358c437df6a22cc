// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Money;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.orders.OrderLine;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An invoice or credit note in Amazon's books. Guarded by the state's lock. */
public final class VendorInvoice {
    private final Account account;
    private final JsonNode document;
    private final Instant created;
    private final Instant due;
    private final List<Line> lines = new ArrayList<>();
    private Status status = Status.IN_PROGRESS;
    private Instant modified;
    private List<ApiError> reasons = List.of();
    private Payment payment;

    /** Amazon's words. */
    public enum Status {
        IN_PROGRESS, REJECTED, PARTIALLY_PAID, PAID, PARTIALLY_DEDUCTED, DEDUCTED
    }

    /**
     * A line against the order it is for; what was matched is null until the invoice is settled.
     *
     * @param number {@code itemSequenceNumber}
     * @param order null for a line without one, such as a credit note's
     * @param quantity in units
     * @param unitCost for each unit, or for each unit of weight
     * @param amount quantity by cost, in the currency's scale
     */
    public record Line(String number, PurchaseOrder order, OrderLine orderLine, JsonNode item, long quantity, BigDecimal unitCost,
                       BigDecimal amount, Match match) {
        Line with(Match found) {
            return new Line(number, order, orderLine, item, quantity, unitCost, amount, found);
        }
    }

    /**
     * How a line compares with order and receipt.
     *
     * @param matchedQuantity units ordered, received and not invoiced before
     * @param quantityVariance units invoiced beyond that
     * @param quantityVarianceAmount their cost: PQV
     * @param priceVariance what the matched units cost above the order's price: PPV
     * @param paid what is paid for the line, tax apart
     * @param quantityDefect Amazon's word for the cause of PQV, or null
     */
    public record Match(long matchedQuantity, long quantityVariance, BigDecimal quantityVarianceAmount, BigDecimal priceVariance,
                        BigDecimal paid, String quantityDefect) {
    }

    /** Money that went out. @param number the remittance's @param discount kept for early payment */
    public record Payment(String number, Instant time, BigDecimal amount, BigDecimal discount, BigDecimal quantityVariance,
                          BigDecimal priceVariance) {
    }

    VendorInvoice(Account account, JsonNode document, Instant created, Instant due, List<Line> lines) {
        this.account = account;
        this.document = document;
        this.created = created;
        this.modified = created;
        this.due = due;
        this.lines.addAll(lines);
    }

    public Account account() {
        return account;
    }

    /** As it was sent. */
    public JsonNode document() {
        return document;
    }

    public String number() {
        return Json.text(document, "id");
    }

    /** The remit-to party's code. */
    public String payeeCode() {
        return Json.text(document, "remitToParty", "partyId");
    }

    /** {@code InvoiceNumber~PayeeCode}. */
    public String identifier() {
        return number() + "~" + payeeCode();
    }

    public boolean creditNote() {
        return "CreditNote".equals(Json.text(document, "invoiceType"));
    }

    public Money total() {
        return Money.of(document.path("invoiceTotal"));
    }

    public Instant issued() {
        return Json.instant(Json.text(document, "date"));
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    public Instant due() {
        return due;
    }

    public Status status() {
        return status;
    }

    /** Why it was rejected. */
    public List<ApiError> reasons() {
        return reasons;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Null until it is settled. */
    public Payment payment() {
        return payment;
    }

    /** The numbers of its orders. */
    public Set<String> orders() {
        Set<String> numbers = new TreeSet<>();
        lines.stream().filter(line -> line.order() != null).forEach(line -> numbers.add(line.order().number()));
        return numbers;
    }

    void reject(List<ApiError> why, Instant time) {
        status = Status.REJECTED;
        reasons = List.copyOf(why);
        modified = time;
    }

    void settle(Status to, List<Line> matched, Payment paid, Instant time) {
        status = to;
        lines.clear();
        lines.addAll(matched);
        payment = paid;
        modified = time;
    }
}
