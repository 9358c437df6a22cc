// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.interchange.Fault;
import java.util.List;

/**
 * What a file holds.
 *
 * @param faults of the file outside its interchanges: no EDI, data after IEA, an ISA that cannot be read
 */
public record Inspection(List<InspectedInterchange> interchanges, List<Fault> faults) {
}
