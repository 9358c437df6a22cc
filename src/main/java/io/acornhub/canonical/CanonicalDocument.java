// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

/** A business document in the hub's own form, the same whatever format it came in. */
public sealed interface CanonicalDocument permits PurchaseOrder, OrderAcknowledgment {
    /** The canonical document's name, {@link DocumentType#title()}. */
    String type();

    /** Amazon's purchase order number, the key under which everything of one order is found. */
    String poNumber();
}
