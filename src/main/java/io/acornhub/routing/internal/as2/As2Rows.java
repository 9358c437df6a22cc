// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.interchange.As2Message;

/** Rows with one value changed. */
final class As2Rows {
    private As2Rows() {
    }

    /** The same message, as that of an interchange. */
    static As2Message of(As2Message m, String interchangeId) {
        return new As2Message(m.id(), m.inbound(), m.partner(), m.channel(), m.ownId(), m.partnerId(), m.messageId(), m.state(),
            m.receipt(), interchangeId, m.messageSha256(), m.signedSha256(), m.contentSha256(), m.mic(), m.mdnSha256(), m.disposition(),
            m.ownCertificate(), m.partnerCertificate(), m.mdnUrl(), m.attempts(), m.lookAt(), m.receivedAt(), m.decidedAt(), m.words());
    }
}
