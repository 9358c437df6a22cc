// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * A transaction set of ours in Amazon's own terms.
 *
 * @param operation the operation of the API that would have brought the same
 * @param number the PO, shipment or invoice number
 * @param document one entry of that operation's request, such as of {@code acknowledgements}; null if nothing can be made of it
 * @param orders the orders it is about
 * @param findings what its form as EDI gave to say
 */
record Translated(String operation, String number, ObjectNode document, Set<String> orders, List<Finding> findings) {
}
