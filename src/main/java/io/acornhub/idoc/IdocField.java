// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

/**
 * One field of a record or segment.
 *
 * @param offset characters from the start of the record, or of SDATA for a segment's field
 * @param length characters
 */
public record IdocField(String name, int offset, int length) {
}
