// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import java.util.List;

/**
 * The head of an interchange.
 *
 * @param elements ISA01 to ISA16 without padding on the right
 * @param raw the 106 characters of the ISA, terminator included
 * @param offset byte of the file at which it begins
 * @param ordinal in the file, from one
 */
public record InterchangeHeader(List<String> elements, Delimiters delimiters, String raw, long offset, int ordinal) {

    /** {@code isa(13)} is ISA13. */
    public String isa(int number) {
        return elements.get(number - 1);
    }

    public String senderQualifier() {
        return isa(5);
    }

    public String senderId() {
        return isa(6);
    }

    public String receiverQualifier() {
        return isa(7);
    }

    public String receiverId() {
        return isa(8);
    }

    public String version() {
        return isa(12);
    }

    public String controlNumber() {
        return isa(13);
    }

    /** ISA14 = 1: the sender wants a TA1 in any case. */
    public boolean acknowledgmentRequested() {
        return "1".equals(isa(14));
    }

    /** ISA15: P production, T test, I information. */
    public String usage() {
        return isa(15);
    }

    public Node tree() {
        Node node = Node.branch("ISA", 0);
        for (ElementUse use : EnvelopeSegments.ISA.elements()) {
            String value = isa(use.position());
            if (!value.isEmpty()) {
                node.add(Node.leaf(use.name(), value, 0));
            }
        }
        return node;
    }
}
