// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

/**
 * What a peer knows of a message it sent.
 *
 * @param messageId with its angle brackets
 * @param disposition of the MDN, null when none came (yet)
 * @param mic whether the MIC in the MDN is that of the message; null when none was compared
 * @param failure the peer's own words, null when all went well
 */
public record As2Sent(String messageId, String disposition, Boolean mic, String failure) {
    /** Whether an MDN came that says processed without error and, where it was compared, the MIC fits. */
    public boolean receipted() {
        return failure == null && disposition != null && disposition.replace(" ", "").endsWith(";processed") && !Boolean.FALSE.equals(mic);
    }
}
