// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;

/**
 * A transaction set to write.
 *
 * @param controlNumber ST02; null to number the sets of the group 0001, 0002 and so on
 * @param tree node TransactionSet; its ST and SE, if any, are not written but made anew
 */
public record OutgoingSet(SetGrammar grammar, String controlNumber, Node tree) {
}
