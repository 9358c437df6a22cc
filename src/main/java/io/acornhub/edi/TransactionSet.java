// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import java.util.List;

/**
 * One transaction set as read, from ST to SE. Provisional until its group and interchange have ended: their trailers may
 * still reject it.
 *
 * @param tree null where there is no grammar for the set
 * @param offset byte of the file at which ST begins
 * @param length bytes from ST to SE, the terminator of SE included
 * @param faults of syntax; an accepted set has at most such as are tolerated
 * @param accepted no fault in the set itself that rejects it
 */
public record TransactionSet(String id, String controlNumber, Node tree, List<Fault> faults, long offset, int length,
                             int segments, int ordinal, boolean accepted) {
}
