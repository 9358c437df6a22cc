// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import io.acornhub.channel.Keys;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hub and a partner, each with its channel to the other. */
final class TwoSides {
    static final Keys HUB = Keys.rsa("hub");
    static final Keys PARTNER = Keys.rsa("partner");
    static final Keys STRANGER = Keys.rsa("stranger");
    static final String ID = "<1@partner>";
    static final byte[] DOCUMENT = "ISA*00*          *00*          *ZZ*AMAZON~\r\nGS*PO~\n".getBytes(StandardCharsets.US_ASCII);
    final As2 as2 = new As2(Clock.fixed(Keys.NOW, ZoneOffset.UTC));
    final Path data;
    final Path work;

    TwoSides(Path data) {
        this.data = data;
        this.work = data.resolve("work");
    }

    /** The partner's view; the settings given over the defaults. */
    As2Profile partner(String... settings) {
        return profile("partner", "hub", Keys.NOW, List.of(PARTNER.own(data, "p/own.p12", Use.SIGN, Use.ENCRYPT),
            HUB.partner(data, "p/hub.pem", Use.SIGN, Use.ENCRYPT)), settings);
    }

    /** The hub's view; the settings given over the defaults. */
    As2Profile hub(String... settings) {
        return profile("hub", "partner", Keys.NOW, List.of(HUB.own(data, "h/own.p12", Use.SIGN, Use.ENCRYPT),
            PARTNER.partner(data, "h/partner.pem", Use.SIGN, Use.ENCRYPT)), settings);
    }

    As2Profile profile(String own, String other, Instant moment, List<ChannelCertificate> certificates, String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("ownId", own, "partnerId", other));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return As2Profile.of(new Channel("as2", Channel.AS2, true, all, certificates), Keys.certificates(data), moment);
    }

    As2Packed pack(As2Profile from, byte[] document) throws IOException {
        return as2.pack(As2Content.of(document), "PO850.edi", from, ID, work);
    }

    As2Opened open(As2Packed packed, As2Profile to) throws IOException {
        return as2.open(packed.headers(), packed.body().open(), to, As2Limits.of(to.settings()), work);
    }

    /** Files that were left in the work folder. */
    List<Path> left() throws IOException {
        if (!Files.isDirectory(work)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(work)) {
            return files.toList();
        }
    }
}
