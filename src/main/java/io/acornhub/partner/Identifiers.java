// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

/** How both sides are named in envelopes. */
public record Identifiers(Identifier partner, Identifier own) {

    /** @param qualifier ISA05 or ISA07; {@code id} ISA06 or ISA08 without padding; {@code group} GS02 or GS03 */
    public record Identifier(String qualifier, String id, String group) {
    }
}
