// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;

/**
 * The head of a functional group.
 *
 * @param tree node GS with GS01 to GS08
 * @param raw the segment's text without terminator
 * @param offset byte of the file at which it begins
 * @param ordinal in the interchange, from one
 */
public record GroupHeader(InterchangeHeader interchange, Node tree, String raw, long offset, int ordinal) {

    /** {@code gs(6)} is GS06; empty where the element is absent. */
    public String gs(int number) {
        Node element = tree.child("GS0" + number);
        return element == null ? "" : element.text();
    }

    /** GS01, for example PO. */
    public String functionalId() {
        return gs(1);
    }

    public String senderCode() {
        return gs(2);
    }

    public String receiverCode() {
        return gs(3);
    }

    public String controlNumber() {
        return gs(6);
    }

    /** GS08, for example 004010 or 004010VICS. */
    public String release() {
        return gs(8);
    }

    /** Acknowledgments are not acknowledged. */
    public boolean isAcknowledgment() {
        return "FA".equals(functionalId());
    }
}
