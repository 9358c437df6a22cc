// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;

/**
 * What the reader tells, in the order of the file. Everything between {@link #interchange} and {@link #interchangeEnd} is
 * <b>provisional</b>: a fault in the {@link GroupResult} rejects all sets of the group that were handed out before, a fault in
 * the {@link InterchangeResult} rejects all of the interchange. Whoever acts on a set waits for both, or takes its action back.
 */
public interface X12Handler {
    default void interchange(InterchangeHeader header) {
    }

    default void group(GroupHeader header) {
    }

    default void set(GroupHeader group, TransactionSet set) {
    }

    default void groupEnd(GroupResult result) {
    }

    /** @param ta1 node TA1 with TA101 to TA105 */
    default void technicalAcknowledgment(InterchangeHeader header, Node ta1) {
    }

    default void interchangeEnd(InterchangeResult result) {
    }

    /** A fault of the file outside any interchange: empty, not EDI, data after IEA, an unreadable ISA. */
    default void fault(Fault fault) {
    }
}
