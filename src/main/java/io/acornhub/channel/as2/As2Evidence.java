// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What was kept of an exchange, of either direction.
 *
 * @param messageId header Message-ID of the message
 * @param messageHeaders HTTP headers of the message as they were kept; null when they were not kept
 * @param signedEntity the multipart/signed entity with its MIME headers ({@link As2Opened#signedEntity()},
 *     {@link As2Packed#signedEntity()}); null when the message was not signed
 * @param body the HTTP body of a message that was not encrypted; used where there is no signed entity; may be null
 * @param mic as it was kept; null to take it from the receipt
 * @param senders certificates the message may have been signed with
 * @param receiptHeaders HTTP headers of the receipt; null when there is none
 * @param receiptBody HTTP body of the receipt; null when there is none
 * @param receivers certificates the receipt may have been signed with
 * @param moment when the message was exchanged: certificates must have been valid then, not today
 */
public record As2Evidence(String messageId, As2Headers messageHeaders, As2Content signedEntity, As2Content body, As2Mic mic,
                          List<X509Certificate> senders, As2Headers receiptHeaders, As2Content receiptBody,
                          List<X509Certificate> receivers, Instant moment) {
}
