// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.partner.Identifiers.Identifier;
import io.acornhub.partner.Separators;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What ISA and GS of an outgoing interchange say.
 *
 * @param usage ISA15
 * @param version ISA12, for example 00400; from 00402 on ISA11 is the repetition separator
 * @param controlNumber ISA13, 1 to 999999999
 * @param acknowledgmentRequested ISA14
 * @param when written as date and time in {@code zone} in ISA and GS
 */
public record OutgoingEnvelope(Identifier sender, Identifier receiver, String usage, String version, long controlNumber,
                               boolean acknowledgmentRequested, Instant when, ZoneId zone, Separators separators) {
}
