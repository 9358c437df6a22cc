// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Amazon pays: one, two or three invoices with a payment, less discount, and less a claim for a shortage of every third one. */
final class Payments {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final BigDecimal DISCOUNT = new BigDecimal("0.02");
    private static final BigDecimal CLAIM = new BigDecimal("0.05");
    private final List<Item> waiting = new ArrayList<>();
    private final Map<String, Payment> made = new LinkedHashMap<>();
    private int invoices;
    private Instant oldest = Instant.MAX;

    /** @param claimed what Amazon takes back for a shortage, 0 for nothing */
    record Item(String invoice, String po, BigDecimal gross, BigDecimal discount, BigDecimal claimed) {
        BigDecimal paid() {
            return gross.subtract(discount).subtract(claimed);
        }
    }

    record Payment(String reference, List<Item> items) {
        BigDecimal total() {
            return items.stream().map(Item::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** An invoice that was accepted. */
    void owe(String invoice, String po, BigDecimal gross) {
        if (waiting.isEmpty()) {
            oldest = Instant.now();
        }
        BigDecimal claimed = ++invoices % 3 == 0 ? part(gross, CLAIM) : BigDecimal.ZERO;
        waiting.add(new Item(invoice, po, gross, part(gross, DISCOUNT), claimed));
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal share) {
        return amount.multiply(share).setScale(2, RoundingMode.HALF_UP);
    }

    /** What is paid now: as many invoices as the next payment takes, or fewer when no more come. */
    List<Payment> due() {
        List<Payment> due = new ArrayList<>();
        int next = 1 + made.size() % 3;
        while (waiting.size() >= next || !waiting.isEmpty() && Instant.now().isAfter(oldest.plus(LONGEST_WAIT))) {
            List<Item> items = waiting.subList(0, Math.min(next, waiting.size()));
            Payment payment = new Payment(Integer.toString(400_000_001 + made.size()), List.copyOf(items));
            items.clear();
            made.put(payment.reference(), payment);
            due.add(payment);
            next = 1 + made.size() % 3;
        }
        return due;
    }

    boolean allPaid() {
        return waiting.isEmpty();
    }

    /** By reference. */
    Map<String, Payment> made() {
        return made;
    }

    /** What was paid of an order's invoice; null before. */
    Item of(String po) {
        return made.values().stream().flatMap(p -> p.items().stream()).filter(i -> i.po().equals(po)).findFirst().orElse(null);
    }
}
