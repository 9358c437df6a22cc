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
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Control numbers and rows of what we send. All of it happens in the caller's transaction. */
@Component
public class Outgoing {
    private final ControlNumbers numbers;
    private final Archive archive;
    private final Interchanges interchanges;
    private final Clock clock;

    public Outgoing(ControlNumbers numbers, Archive archive, Interchanges interchanges, Clock clock) {
        this.numbers = numbers;
        this.archive = archive;
        this.interchanges = interchanges;
        this.clock = clock;
    }

    long interchangeNumber(Partner partner) {
        return numbers.next(partner.identifiers().own().id(), partner.identifiers().partner().id(), partner.usage(), "INTERCHANGE");
    }

    long groupNumber(Partner partner) {
        return numbers.next(partner.identifiers().own().id(), partner.identifiers().partner().id(), partner.usage(), "GROUP");
    }

    /** The same for the body of a request, which is numbered in a sequence of its own: a letter keeps it apart from ISA13. */
    public Interchange storeBody(Partner partner, String channel, String operation, byte[] body) {
        String number = "R" + String.format("%09d", numbers.next(partner.name(), channel, partner.usage(), "REQUEST"));
        return store(new Parts(partner, channel, operation, number, ".json", null, null, null, null), body);
    }

    /** Archives the bytes and inserts the row, READY to be sent. */
    Interchange store(Partner partner, String channel, String what, long controlNumber, byte[] bytes, String answers) {
        String isa = new String(bytes, 0, Math.min(106, bytes.length), StandardCharsets.ISO_8859_1);
        return store(new Parts(partner, channel, what, String.format("%09d", controlNumber), ".edi", isa, partner.identifiers().own().id(),
            partner.identifiers().partner().id(), answers), bytes);
    }

    private record Parts(Partner partner, String channel, String what, String number, String ending, String header, String sender,
                         String receiver, String answers) {
    }

    private Interchange store(Parts p, byte[] bytes) {
        try {
            Archive.Entry entry = archive.store(new ByteArrayInputStream(bytes));
            Instant now = clock.instant();
            Interchange row = new Interchange(HubId.next(), "OUTBOUND", Interchange.Side.PARTNER, p.partner().name(), p.channel(), null,
                p.partner().name() + "-" + (p.header() == null ? p.what() + "-" + p.number() : p.number() + "-" + p.what()) + p.ending(),
                entry.sha256(), entry.size(), 1, p.header(), p.sender(), p.receiver(), p.number(), p.partner().usage(),
                Interchange.Status.READY, p.answers(), now, now, null, 0, null);
            interchanges.insert(row);
            interchanges.event(row.id(), "outbound-envelope", "stored", p.what() + " in " + (p.header() == null ? "request "
                : "interchange ") + p.number());
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
