// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.partner.ErpSystem;
import java.util.List;

/**
 * The port to ERP systems of one kind. The deliver stage calls {@link #prepare}, commits its own row PREPARED, calls
 * {@link #commit} and commits its row DELIVERED. After a crash it goes on from the row: PENDING prepares again, PREPARED
 * commits again. Every adapter must therefore stand being killed between any two lines, and say in its Javadoc how a
 * document reaches the ERP exactly once all the same; {@code ErpAdapterContract} in the tests tries it.
 */
public interface ErpAdapter {
    /** What {@code adapter:} in {@code config/erp} says to get this one. */
    String name();

    /** False where {@link #prepare} does nothing, so that the hub can spare its own commit in between. */
    boolean twoPhase();

    /**
     * Brings everything so near to the ERP that committing is one cheap atomic step; nothing is visible to the ERP yet. May
     * be called again for the same deliveries until the caller has committed that it was done, and never after that.
     *
     * @throws io.acornhub.interchange.ChannelFault if the ERP cannot be reached; then none counts as prepared
     */
    void prepare(ErpSystem system, List<Delivery> deliveries);

    /**
     * Makes the deliveries the ERP's. May be called any number of times for the same deliveries, also when the ERP has
     * already worked on them and taken them away.
     *
     * @throws io.acornhub.interchange.ChannelFault if the ERP cannot be reached; calling again completes what is missing
     */
    Delivered commit(ErpSystem system, List<Delivery> deliveries);
}
