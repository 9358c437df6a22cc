// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.partner.Agreement;

/**
 * An interchange of acknowledgments that answers groups of another.
 *
 * @param agreement by which it is sent, of document 997 or 999
 * @param controlNumber its ISA13
 */
public record FunctionalAnswer(Agreement agreement, long controlNumber, byte[] bytes) {
}
