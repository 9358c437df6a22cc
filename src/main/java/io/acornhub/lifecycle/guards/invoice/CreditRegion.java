// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** By API Amazon takes credit notes in Europe only. */
public final class CreditRegion extends NamedGuard<Invoice> {
    public CreditRegion() {
        super("credit-region", FaultCode.CREDIT_NOTE_NOT_TAKEN, "by API: a credit note outside Europe");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        return settings.byApi() && "CREDIT".equals(invoice.kind()) && !"EU".equals(settings.region())
            ? List.of(fault("kind", "CREDIT", "Amazon takes credit notes by API in Europe only, and this connection is in "
                + settings.region() + ". Settle it in Vendor Central and drop this, or send it by EDI.")) : List.of();
    }
}
