// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.time.Instant;
import java.util.Map;

/**
 * One transaction set or IDoc and what is known of it (a row of table {@code document}).
 *
 * @param ordinal of the set in its interchange, from 1
 * @param message 850, 855, 997, ORDRSP ...
 * @param release GS08 of a transaction set, IDOCTYP of an IDoc; null where there is none
 * @param byteOffset where ST..SE (or the IDoc) lies in the raw bytes of its interchange's file
 * @param stage the last stage whose work is done
 */
public record Document(String id, String interchangeId, int ordinal, String direction, String partner, String erpSystem,
                       String message, String release, String groupControl, String setControl, String groupHeader,
                       Long byteOffset, Long byteLength, String canonicalType, String canonical, String businessKey,
                       String vendorCode, DocumentState state, String stage, String outgoingId, String releasedBy,
                       Map<Light, Light.Colour> lights, Instant acknowledgmentDue, Instant createdAt, Instant updatedAt,
                       int eventSeq, String eventHash) {
}
