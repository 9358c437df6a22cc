// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

/**
 * The delimiters we write to this partner.
 *
 * @param lineBreak whether each segment terminator is followed by a line feed
 */
public record Separators(char element, char component, char repetition, char segment, boolean lineBreak) {
}
