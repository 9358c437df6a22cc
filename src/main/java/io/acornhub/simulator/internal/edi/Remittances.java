// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import io.acornhub.simulator.internal.World;
import io.acornhub.simulator.internal.invoices.VendorInvoice;
import io.acornhub.simulator.internal.invoices.VendorInvoice.Payment;
import io.acornhub.simulator.internal.x12.X12Segment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The 820s (004010): one for each payment, with the invoice in full less its discount, and what Amazon keeps back as items of their
 * own under the invoice's number with a suffix: {@code SC} a shortage claim (PQV), {@code PC} a price claim (PPV; its suffix rests on
 * no public text of Amazon's), {@code TC} the tax of both. Credit notes go with the next payment. Guarded by the state's lock.
 */
final class Remittances {
    private final World world;
    private final Set<String> vendorCodes;
    private final ZoneId zone;
    private final Outgoing outgoing;
    private final Set<VendorInvoice> sent = new HashSet<>();
    private final Map<String, List<VendorInvoice>> credits = new HashMap<>();
    /** Invoices up to here are known to be settled and sent. */
    private int done;

    Remittances(World world, Set<String> vendorCodes, ZoneId zone, Outgoing outgoing) {
        this.world = world;
        this.vendorCodes = vendorCodes;
        this.zone = zone;
        this.outgoing = outgoing;
    }

    void send(Instant now) {
        List<VendorInvoice> all = world.invoices().all();
        for (int i = done; i < all.size(); i++) {
            VendorInvoice invoice = all.get(i);
            if (invoice.payment() != null && ours(invoice) && sent.add(invoice)) {
                pay(invoice, now);
            }
        }
        while (done < all.size() && (all.get(done).payment() != null || all.get(done).status() == VendorInvoice.Status.REJECTED)) {
            done++;
        }
    }

    private boolean ours(VendorInvoice invoice) {
        return invoice.lines().stream().anyMatch(line -> line.order() != null && vendorCodes.contains(line.order().vendorCode()));
    }

    private void pay(VendorInvoice invoice, Instant now) {
        List<VendorInvoice> waiting = credits.computeIfAbsent(invoice.payeeCode(), key -> new ArrayList<>());
        BigDecimal sum = waiting.stream().map(credit -> credit.payment().amount()).reduce(invoice.payment().amount(), BigDecimal::add);
        if (sum.signum() <= 0) {
            waiting.add(invoice);
            return;
        }
        List<X12Segment> items = new ArrayList<>();
        invoiced(invoice, items);
        waiting.forEach(credit -> item(items, credit.creditNote() ? "CM" : "IV", credit.number(), credit.payment().amount()));
        waiting.clear();
        Payment payment = invoice.payment();
        String day = Instants.day(payment.time(), zone);
        List<X12Segment> out = new ArrayList<>();
        out.add(X12Segment.of("BPR", "I", sum, "C", "ACH", "", "", "", "", "", "", "", "", "", "", "", day));
        out.add(X12Segment.of("TRN", "1", payment.number()));
        out.add(X12Segment.of("DTM", "097", day));
        out.add(X12Segment.of("N1", "PE", "", "92", invoice.payeeCode()));
        out.add(X12Segment.of("N1", "PR", "AMAZON.COM SERVICES"));
        out.add(X12Segment.of("ENT", "1"));
        out.addAll(items);
        outgoing.send("RA", "004010", "820", List.of(out), List.of(payment.number()), now);
    }

    private void invoiced(VendorInvoice invoice, List<X12Segment> items) {
        Payment payment = invoice.payment();
        BigDecimal total = invoice.total().amount();
        BigDecimal net = total.subtract(payment.discount());
        items.add(X12Segment.of("RMR", "IV", invoice.number(), "", net, total, payment.discount().signum() == 0 ? ""
            : payment.discount()));
        if (invoice.orders().size() == 1) {
            items.add(X12Segment.of("REF", "PO", invoice.orders().iterator().next()));
        }
        items.add(X12Segment.of("DTM", "003", Instants.day(invoice.issued(), ZoneOffset.UTC)));
        BigDecimal kept = net.subtract(payment.amount());
        item(items, "IV", invoice.number() + "SC", payment.quantityVariance().negate());
        item(items, "IV", invoice.number() + "PC", payment.priceVariance().negate());
        item(items, "IV", invoice.number() + "TC", payment.quantityVariance().add(payment.priceVariance()).subtract(kept));
    }

    private static void item(List<X12Segment> items, String qualifier, String reference, BigDecimal amount) {
        if (amount.signum() != 0) {
            items.add(X12Segment.of("RMR", qualifier, reference, "", amount, amount));
        }
    }
}
