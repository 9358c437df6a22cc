// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.identifiers.CheckDigit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A GTIN that leaves is right by its check digit; a line that is rejected as a whole may echo the order's wrong one. */
final class GtinCheckDigit extends NamedGuard<CanonicalDocument> {
    GtinCheckDigit() {
        super("gtin-check-digit", FaultCode.GTIN_CHECK_DIGIT_WRONG, "a GTIN whose check digit is wrong");
    }

    @Override
    public List<Fault> check(CanonicalDocument document, OrderBook book, GuardSettings settings) {
        if (document instanceof OrderAcknowledgment answer) {
            return check("lines", answer.lines(), l -> l.dispositions().stream().allMatch(d -> "REJECTED".equals(d.status())) ? null
                : l.gtin());
        }
        if (document instanceof ShipmentNotice notice) {
            return check("items", notice.items(), ShipmentNotice.Item::gtin);
        }
        if (document instanceof Invoice invoice) {
            return check("lines", invoice.lines(), Invoice.Line::gtin);
        }
        return document instanceof InventoryAdvice advice ? check("lines", advice.lines(), InventoryAdvice.Line::gtin) : List.of();
    }

    private <L> List<Fault> check(String list, List<L> lines, Function<L, String> gtin) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String number = gtin.apply(lines.get(i));
            if (number != null && !CheckDigit.holds(number)) {
                faults.add(fault(list + "[" + i + "].gtin", number, "GTIN " + number + " is wrong: its length or its check digit does "
                    + "not fit. Correct it in the ERP's item data."));
            }
        }
        return faults;
    }
}
