// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.ControlNumbers;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.partner.Partner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Control numbers and rows of what we send. All of it happens in the caller's transaction. */
@Component
public class Outgoing {
    private final ControlNumbers numbers;
    private final Archive archive;
    private final Interchanges interchanges;

    public Outgoing(ControlNumbers numbers, Archive archive, Interchanges interchanges) {
        this.numbers = numbers;
        this.archive = archive;
        this.interchanges = interchanges;
    }

    long interchangeNumber(Partner partner) {
        return numbers.next(partner.identifiers().own().id(), partner.identifiers().partner().id(), partner.usage(), "INTERCHANGE");
    }

    long groupNumber(Partner partner) {
        return numbers.next(partner.identifiers().own().id(), partner.identifiers().partner().id(), partner.usage(), "GROUP");
    }

    /** Archives the bytes and inserts the row, READY to be sent. */
    Interchange store(Partner partner, String channel, String what, long controlNumber, byte[] bytes, String answers) {
        try {
            Archive.Entry entry = archive.store(new ByteArrayInputStream(bytes));
            String number = String.format("%09d", controlNumber);
            String isa = new String(bytes, 0, Math.min(106, bytes.length), StandardCharsets.ISO_8859_1);
            Interchange row = new Interchange(HubId.next(), "OUTBOUND", Interchange.Side.PARTNER, partner.name(), channel, null,
                partner.name() + "-" + number + "-" + what + ".edi", entry.sha256(), entry.size(), 1, isa, partner.identifiers().own().id(),
                partner.identifiers().partner().id(), number, partner.usage(), Interchange.Status.READY, answers, Instant.now(),
                Instant.now(), null, 0, null);
            interchanges.insert(row);
            interchanges.event(row.id(), "outbound-envelope", "stored", what + " in interchange " + number);
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
