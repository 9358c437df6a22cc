// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

/** How both sides are named in envelopes. */
public record Identifiers(Identifier partner, Identifier own) {

    /**
     * One side.
     *
     * @param qualifier ISA05 or ISA07
     * @param id ISA06 or ISA08 without padding
     * @param group GS02 or GS03
     * @param gln its Global Location Number; null where it has none
     * @param unb its identification in UNB of EDIFACT, with the qualifier behind a colon where there is one; null for none
     */
    public record Identifier(String qualifier, String id, String group, String gln, String unb) {
        /** One that is named in X12 only. */
        public Identifier(String qualifier, String id, String group) {
            this(qualifier, id, group, null, null);
        }
    }
}
