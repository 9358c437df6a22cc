// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import java.util.List;

/**
 * One thing that must hold before a document leaves for the partner. Guards are pure: everything they know is the document,
 * the book and their settings. A guard keeps silent where another one says it better: nothing is said of the quantity of a
 * line that was never ordered.
 *
 * @param <T> the canonical document it looks at
 */
public interface Guard<T extends CanonicalDocument> {
    /** The name by which agreements set it to block, hold, warn or off. */
    String name();

    /** The reason that all its faults give. */
    FaultCode code();

    /** What it stops, as the table of README.md says it. */
    String stops();

    /** Every violation, each with its path, the value found, and what to do. */
    List<Fault> check(T document, OrderBook book, GuardSettings settings);
}
