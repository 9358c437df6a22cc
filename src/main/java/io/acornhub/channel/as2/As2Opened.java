// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A message that was opened, or as far as it could be. After a failure there is no payload, but all else that was found out.
 *
 * @param headers of the HTTP message
 * @param body as it arrived, before anything was done to it; the archive's original
 * @param payload the document; null after a failure
 * @param fileName the name the sender gives it made plain, never with a folder; null without one
 * @param contentType of the payload in lower case, without parameters; null after a failure
 * @param mic the integrity check for the receipt; null when it was not come to
 * @param protection what protected the message
 * @param signer the configured certificate that the verified signature was made with; null without a verified signature
 * @param signedEntity the multipart/signed entity with its MIME headers, decrypted and decompressed as far as to there: evidence that
 *     needs no key to be verified later; null when the message is not signed. There after a failed verification too
 * @param request the receipt asked for; empty for none
 * @param failure why it is not accepted; empty when it is
 */
public record As2Opened(As2Headers headers, As2Content body, As2Content payload, String fileName, String contentType, As2Mic mic,
                        Found protection, X509Certificate signer, As2Content signedEntity, Optional<As2ReceiptRequest> request,
                        Optional<As2Failure> failure, List<As2Content> files) implements AutoCloseable {

    /**
     * What protected a message.
     *
     * @param signed with which digest; null when not signed
     * @param encrypted with which cipher; null when not encrypted
     * @param compressed whether a layer was compressed
     */
    public record Found(As2Digest signed, As2Cipher encrypted, boolean compressed) {
    }

    /** True when it may be taken on. */
    public boolean accepted() {
        return failure.isEmpty();
    }

    /** Deletes the files of the work folder. */
    @Override
    public void close() throws IOException {
        for (As2Content file : files) {
            file.close();
        }
    }
}
