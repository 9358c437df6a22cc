// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

/** Where a document stands as a whole; its timeline says how it got there. */
public enum DocumentState {
    /** Split from its interchange and accepted by its grammar. */
    RECEIVED,
    /** Its canonical form is stored. */
    TRANSLATED,
    /** A rule or guard stopped it; a person releases or drops it. */
    HELD,
    /** A fault stopped it; it waits in a parked queue for a person. */
    PARKED,
    /** The grammar refused it; the partner has been told. */
    REJECTED,
    /** Handed to the queues of its ERP systems. */
    DISPATCHED,
    /** Every ERP system has it. */
    DELIVERED,
    /** Written into an interchange that goes to the partner. */
    ENVELOPED,
    /** Its interchange is in the partner's channel. */
    SENT,
    /** Nothing more is expected: acknowledged by the partner, or an acknowledgment that has been applied. */
    CLOSED,
    /** A person ended it. */
    DROPPED
}
