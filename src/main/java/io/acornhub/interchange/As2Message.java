// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.time.Instant;

/**
 * An AS2 message and its receipt (a row of table {@code as2_message}). All hashes are keys of the archive; absent parts are null.
 *
 * @param messageId as its header says, with angle brackets
 * @param interchangeId what it carried; null where nothing was taken
 * @param messageSha256 HTTP headers, an empty line and the body, as it was on the wire
 * @param signedSha256 the signed MIME entity, decrypted
 * @param contentSha256 the payload
 * @param mic the hash of what was signed, in base64, and its algorithm, as in a receipt
 * @param mdnSha256 headers, an empty line and the body of the receipt
 * @param ownCertificate ours that was used, PEM in the archive; {@code partnerCertificate} theirs
 * @param mdnUrl where an asynchronous receipt of ours goes
 * @param attempts how often we posted: the message, or an asynchronous receipt
 * @param lookAt when it is looked at next; null where nothing more is to be done
 */
public record As2Message(String id, boolean inbound, String partner, String channel, String ownId, String partnerId, String messageId,
                         State state, Receipt receipt, String interchangeId, String messageSha256, String signedSha256,
                         String contentSha256, String mic, String mdnSha256, String disposition, String ownCertificate,
                         String partnerCertificate, String mdnUrl, int attempts, Instant lookAt, Instant receivedAt, Instant decidedAt,
                         String words) {

    /** How far it is; the first two of what came in, the others of what went out. */
    public enum State {
        /** Its payload is an interchange. */
        TAKEN,
        /** Nothing of it was taken; the receipt says why. It may come again under its message id. */
        REFUSED,
        /** It is being posted; found so long after, nobody knows whether it arrived. */
        POSTING,
        /** The partner's server took it; the receipt is awaited. */
        AWAITING_MDN,
        /** The partner's receipt says so, or none was asked for and its server took it. */
        DELIVERED,
        /** The partner's receipt refuses it or proves nothing; a person decides. */
        FAILED,
        /** No receipt came, though it was sent several times; a person decides. */
        EXPIRED
    }

    /** Of what came in: what became of our receipt. Of what went out: what was asked for. */
    public enum Receipt {
        NONE, ANSWERED, DUE, POSTED, GIVEN_UP, SYNC, ASYNC
    }

    public String inWords() {
        return (inbound ? "message " : "our message ") + messageId + (inbound ? " of " : " to ") + partner;
    }
}
