// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import java.util.List;

/**
 * How an interchange ended.
 *
 * @param trailer node IEA; null where it is missing
 * @param faults of the interchange (TA105); any rejects everything in it
 * @param groups groups read
 * @param length bytes from ISA to IEA
 * @param sha256 of those bytes, in hexadecimal
 */
public record InterchangeResult(InterchangeHeader header, Node trailer, List<Fault> faults, int groups, long length,
    String sha256) {
}
