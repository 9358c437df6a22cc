// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.Tax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tax of an invoice, its own or a line's, and where it stands. */
record PlacedTax(String path, Tax tax) {

    static List<PlacedTax> of(Invoice invoice) {
        List<PlacedTax> found = new ArrayList<>();
        add(found, "", invoice.taxes());
        for (int i = 0; i < invoice.lines().size(); i++) {
            add(found, "lines[" + i + "].", invoice.lines().get(i).taxes());
        }
        return found;
    }

    private static void add(List<PlacedTax> found, String prefix, List<Tax> taxes) {
        for (int i = 0; taxes != null && i < taxes.size(); i++) {
            found.add(new PlacedTax(prefix + "taxes[" + i + "]", taxes.get(i)));
        }
    }

    /** The state or province: as the tax says, else where the goods go. */
    Optional<String> jurisdiction(Invoice invoice) {
        if (tax.jurisdiction() != null) {
            return Optional.of(tax.jurisdiction());
        }
        return invoice.parties() == null ? Optional.empty() : invoice.parties().stream().filter(p -> "SHIP_TO".equals(p.role()))
            .map(Party::region).filter(r -> r != null && !r.isBlank()).findFirst();
    }
}
