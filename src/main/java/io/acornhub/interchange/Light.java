// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

/** The four lights of a document. Green needs evidence: a check that passed, a file in place, the partner's own word. */
public enum Light {
    VALIDATED, DELIVERED, ACKNOWLEDGED, PROVEN;

    /** Nothing is known yet, it is on its way, it is so, it failed. */
    public enum Colour {
        GREY, AMBER, GREEN, RED
    }
}
