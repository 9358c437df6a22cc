// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

/**
 * One transaction set cut out of an interchange, with the envelope it came in.
 *
 * @param isa the 106 characters of the ISA
 * @param gs the GS segment without terminator
 * @param bytes from ST to SE, with or without the last terminator
 */
public record SetSlice(String isa, String gs, byte[] bytes) {
}
