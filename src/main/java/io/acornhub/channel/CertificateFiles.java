// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.Secrets;
import java.nio.file.Path;
import java.time.Instant;

/** Reads the files of certificates and keys. */
final class CertificateFiles {
    private final Secrets secrets;
    private final Path data;

    CertificateFiles(Secrets secrets, Path data) {
        this.secrets = secrets;
        this.data = data;
    }

    OwnKey key(ChannelCertificate configured) {
        throw new UnsupportedOperationException();
    }

    CertificateEntry entry(String channel, int position, ChannelCertificate configured, Instant moment) {
        throw new UnsupportedOperationException();
    }
}
