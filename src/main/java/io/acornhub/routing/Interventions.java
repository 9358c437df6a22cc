// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

/**
 * What a person may do to a document. Each method records who did it in the audit trail and is safe to call twice.
 *
 * @see io.acornhub.interchange.DocumentState
 */
public interface Interventions {
    /** Lets a held document pass its rules and goes on with it. */
    Outcome release(String documentId, String who, String reason);

    /** Ends a held or parked document for good; nothing of it is sent. */
    Outcome drop(String documentId, String who, String reason);

    /** Does the stage at which a document or interchange is parked again, from the archived bytes. */
    Outcome replay(String subject, String who);

    /**
     * Sends what the partner rejected or has not acknowledged again.
     *
     * @param newNumbers whether the document goes alone under new control numbers; else its interchange goes as it was
     */
    Outcome resend(String documentId, boolean newNumbers, String who, String reason);

    /** A person saw that what was posted, and of which nobody knew, did arrive. */
    Outcome arrived(String documentId, String who, String reason);

    /** @param done whether anything was done; {@code text} says what, or why not */
    record Outcome(boolean done, String text) {
    }
}
