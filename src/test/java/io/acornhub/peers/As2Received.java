// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.nio.charset.StandardCharsets;

/** A message that a peer has decrypted, verified and stored. */
public record As2Received(String from, String to, String messageId, byte[] content) {
    public String text() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
