// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.IOException;

/**
 * A message or receipt ready to be posted.
 *
 * @param headers HTTP headers, Content-Type and Content-Length among them
 * @param body HTTP body
 * @param mic what the receipt of the partner must say; of a receipt null
 * @param signedEntity the multipart/signed entity with its MIME headers as evidence that needs no key to be verified later; null
 *     when nothing was signed. Of a message that is not encrypted it has the same bytes as the body
 */
public record As2Packed(As2Headers headers, As2Content body, As2Mic mic, As2Content signedEntity) implements AutoCloseable {

    /** Deletes the files that were made for it. */
    @Override
    public void close() throws IOException {
        body.close();
        if (signedEntity != null) {
            signedEntity.close();
        }
    }
}
