// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.interchange.Fault;
import io.acornhub.partner.ErpSystem;
import java.util.List;

/**
 * Takes documents that an ERP system offers as rows: claim in one short transaction, read, store in the hub's own transaction
 * under {@link Claim#key()}, then finish. Killed before the hub's commit, the lease ends and the row is claimed again;
 * killed after it, the row comes again too, the hub knows its key and hash, and only finishes it. Every method
 * throws {@link io.acornhub.interchange.ChannelFault} when the ERP's database cannot be reached.
 */
public interface ErpCollector {
    /** Claims documents that wait, oldest of the most urgent first; one of a PO waits for those of the same PO before it. */
    List<Claim> claim(ErpSystem system, int max);

    /**
     * Reads a claimed document, header and lines in one transaction.
     *
     * @throws io.acornhub.interchange.MappingFault with every line that cannot be read; finish it with {@link #refuse}
     */
    Collected read(ErpSystem system, Claim claim);

    /**
     * The document is the hub's; {@code reference} is what the hub calls it.
     *
     * @return false if the lease was lost meanwhile; whoever has the row now finishes it
     */
    boolean finish(ErpSystem system, Collected collected, String reference);

    /** The document cannot be taken as it is; the faults go to the row and its error rows, for a person on the ERP's side. */
    boolean refuse(ErpSystem system, Claim claim, List<Fault> faults);

    /** Not now: the row waits (1, 5, 15, then 60 minutes) and is claimed again. */
    boolean postpone(ErpSystem system, Claim claim, Fault fault);

    /**
     * Gives rows back whose lease has ended; one that has been claimed too often becomes an error instead.
     *
     * @return how many
     */
    int reap(ErpSystem system);
}
