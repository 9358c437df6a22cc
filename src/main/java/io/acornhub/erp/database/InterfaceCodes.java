// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.partner.CodeLists;
import io.acornhub.partner.ErpSystem;
import java.util.Optional;

/** Codes in the interface tables: column {@code iface} of the code lists, or the canonical code where a list has none. */
final class InterfaceCodes {
    private static final String FORMAT = "iface";
    private static final String EACH = "EACH";
    /** X12 data element 639: price per each. */
    private static final String PER_EACH = "PE";

    private final CodeLists lists;
    private final String owner;

    InterfaceCodes(CodeLists lists, ErpSystem system) {
        this.lists = lists;
        this.owner = system.codeLists();
    }

    String unit(String canonical) {
        return canonical == null ? null : lists.fromCanonical("units", FORMAT, canonical, owner).orElse(canonical);
    }

    String deduction(String canonical) {
        return lists.fromCanonical("deductions", FORMAT, canonical, owner).orElse(canonical);
    }

    Optional<String> canonicalUnit(String code) {
        return canonical("units", code);
    }

    Optional<String> canonicalReason(String code) {
        return canonical("rejection-reasons", code);
    }

    /** The unit a price is for; codes that name no unit are kept as they are. */
    String priceBasis(String basis) {
        return PER_EACH.equals(basis) ? unit(EACH) : basis;
    }

    String canonicalPriceBasis(String code) {
        return unit(EACH).equals(code) ? PER_EACH : code;
    }

    private Optional<String> canonical(String list, String code) {
        return lists.toCanonical(list, FORMAT, code, owner).or(() -> lists.toCanonical(list, "canonical", code, owner))
            .or(() -> lists.exists(list) ? Optional.empty() : Optional.of(code));
    }
}
