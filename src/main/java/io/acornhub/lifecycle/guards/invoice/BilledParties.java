// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Party;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** By API an invoice says in full who is billed and who is paid; the code of remit-to is the payee code it is found by. */
public final class BilledParties extends NamedGuard<Invoice> {
    public BilledParties() {
        super("billed-parties", FaultCode.INVOICE_PARTY_MISSING, "by API: an invoice without bill-to, or without remit-to and "
            + "its payee code");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        if (settings.byApi()) {
            party(invoice, "REMIT_TO", "the payee code", faults);
            party(invoice, "BILL_TO", "Amazon's code", faults);
        }
        return faults;
    }

    private void party(Invoice invoice, String role, String code, List<Fault> faults) {
        Optional<Party> found = invoice.parties() == null ? Optional.empty()
            : invoice.parties().stream().filter(p -> role.equals(p.role())).findFirst();
        if (found.isEmpty() || blank(found.get().id())) {
            faults.add(fault("parties", role, "The invoice has no party " + role + " with " + code + ". Enter it in the ERP; Amazon "
                + "compares it with its records."));
        } else if (blank(found.get().name()) || blank(found.get().country())) {
            faults.add(fault("parties", role, "Party " + role + " (" + found.get().id() + ") has no name or no country. Enter its full "
                + "address in the ERP, just as Amazon has it."));
        }
    }
}
