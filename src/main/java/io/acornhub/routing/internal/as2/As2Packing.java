// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.archive.Archive;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Packed;
import io.acornhub.channel.as2.As2Profile;
import io.acornhub.channel.as2.As2Settings;
import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Message.Receipt;
import io.acornhub.interchange.As2Message.State;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes the message of an interchange; all of it is in the archive when this returns. */
@Component
class As2Packing {
    private static final int IN_MEMORY = 256 * 1024;
    private final As2 as2;
    private final As2Store store;
    private final Archive archive;
    private final Certificates certificates;
    private final Clock clock;

    As2Packing(As2 as2, As2Store store, Archive archive, Certificates certificates, Clock clock) {
        this.as2 = as2;
        this.store = store;
        this.archive = archive;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** The message as its row will be; it is not written yet. A key or certificate that is missing is a fault of the channel. */
    As2Message pack(Interchange interchange, As2Partner partner) {
        try {
            if (interchange.sizeBytes() > IN_MEMORY) {
                return packedFromFile(interchange, partner);
            }
            try (InputStream bytes = archive.open(interchange.sha256())) {
                return packed(interchange, partner, As2Content.of(bytes.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private As2Message packedFromFile(Interchange interchange, As2Partner partner) throws IOException {
        Path copy = store.work().resolve(HubId.next() + ".out");
        try (InputStream bytes = archive.open(interchange.sha256())) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return packed(interchange, partner, As2Content.of(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private As2Message packed(Interchange interchange, As2Partner partner, As2Content payload) throws IOException {
        As2Settings settings = partner.settings();
        Instant now = clock.instant();
        As2Profile profile = partner.profile(certificates, now);
        String messageId = As2.newMessageId(settings.ownId());
        Receipt receipt = switch (settings.mdn()) {
            case NONE -> Receipt.NONE;
            case SYNC -> Receipt.SYNC;
            case ASYNC -> Receipt.ASYNC;
        };
        try (As2Packed packed = as2.pack(payload, interchange.fileName(), profile, messageId, store.work())) {
            return new As2Message(HubId.next(), false, partner.partner(), partner.channel().name(), settings.ownId(), settings.partnerId(),
                messageId, State.POSTING, receipt, interchange.id(), store.wire(packed.headers(), packed.body()),
                packed.signedEntity() == null ? null : store.content(packed.signedEntity()).sha256(), interchange.sha256(),
                packed.mic() == null ? null : packed.mic().toString(), null, null,
                settings.sign() == null ? null : store.certificate(profile.signing().certificate()), null, null, 0, null, now, null,
                "packed for " + settings.url());
        }
    }
}
