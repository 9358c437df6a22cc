// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import io.acornhub.channel.CertificateEntry;
import io.acornhub.channel.CertificateProblem;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.partner.Secrets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** AS2 and HTTP: certificates and secrets, and whether the address can be reached; nothing is posted. */
final class TlsProbe implements ConnectionProbe {
    private static final Set<CertificateProblem> PLANNED = Set.of(CertificateProblem.NOT_YET, CertificateProblem.NO_LONGER);

    @Override
    public List<ProbeResult> probe(ProbeTarget target) {
        List<ProbeResult> results = new ArrayList<>();
        List<CertificateEntry> entries = target.certificates().listing(target.channel(), target.now());
        entries.forEach(entry -> results.add(certificate(entry)));
        for (String key : List.of("secret", "outSecret", "password")) {
            if (!target.setting(key).isEmpty()) {
                results.add(secret(key, target));
            }
        }
        if (target.setting("url").isEmpty()) {
            results.add(ProbeResult.ok("address", "the channel only receives, there is none to reach"));
        } else {
            List<CertificateEntry> pinned = entries.stream().filter(e -> e.configured().owner() == Owner.PARTNER
                && e.configured().uses().contains(Use.TLS) && e.usable()).toList();
            results.addAll(new Reach(target.patience()).of(URI.create(target.setting("url")),
                pinned.stream().map(CertificateEntry::certificate).toList()));
        }
        return results;
    }

    private static ProbeResult certificate(CertificateEntry entry) {
        String name = "certificate " + entry.configured().owner().name().toLowerCase(Locale.ROOT) + " " + entry.configured().file();
        if (entry.usable()) {
            return ProbeResult.ok(name, "for " + entry.configured().uses() + ", used until " + entry.usedUntil() + ", SHA-256 "
                + entry.fingerprint());
        }
        return PLANNED.contains(entry.problem()) ? ProbeResult.warn(name, entry.words(), "nothing, if that is what was agreed")
            : ProbeResult.failed(name, entry.words(), "put a certificate there that can be used");
    }

    private static ProbeResult secret(String key, ProbeTarget target) {
        try {
            target.value(key);
            return ProbeResult.ok(key, "there is one at " + target.setting(key));
        } catch (Secrets.MissingSecret e) {
            return ProbeResult.failed(key, e.getMessage(), "put it there");
        }
    }
}
