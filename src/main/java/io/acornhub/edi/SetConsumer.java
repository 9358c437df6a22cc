// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.interchange.Fault;
import io.acornhub.partner.Partner;
import java.util.List;

/**
 * Sees each set of a known partner with its tree, one at a time, before group and interchange have ended
 * (see {@link X12Handler}).
 */
@FunctionalInterface
public interface SetConsumer {
    /** What business rules find; such faults hold the set but leave the acknowledgment positive. */
    List<Fault> set(Partner partner, GroupHeader group, TransactionSet set);

    /** Finds nothing. */
    static SetConsumer none() {
        return (partner, group, set) -> List.of();
    }
}
