// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.checks;

import io.acornhub.channel.CertificateEntry;
import io.acornhub.channel.CertificateProblem;
import io.acornhub.channel.Certificates;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.partner.Places;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the certificates of channels can be used, and whether a channel has those that its settings ask for. */
final class CertificatesCheck {
    /** What is planned: not used yet, or no longer. */
    private static final Set<CertificateProblem> PLANNED = Set.of(CertificateProblem.NOT_YET, CertificateProblem.NO_LONGER);
    private static final Set<CertificateProblem> OVER = Set.of(CertificateProblem.NOT_YET, CertificateProblem.NO_LONGER,
        CertificateProblem.NOT_YET_VALID, CertificateProblem.EXPIRED);
    private final Certificates certificates;
    private final Places places;
    private final Instant now;

    CertificatesCheck(Certificates certificates, Places places, Instant now) {
        this.certificates = certificates;
        this.places = places;
        this.now = now;
    }

    List<Defect> check(Configuration configuration) {
        List<Defect> found = new ArrayList<>();
        for (Connection connection : Connection.of(configuration)) {
            List<CertificateEntry> entries = certificates.listing(connection.channel(), now);
            entries.stream().filter(e -> !e.usable()).forEach(e -> unusable(found, connection, e, entries));
            if (Channel.AS2.equals(connection.channel().type())) {
                as2(found, connection);
            }
        }
        return found;
    }

    /** One that is out of time is no error while another does its work. */
    private void unusable(List<Defect> found, Connection connection, CertificateEntry entry, List<CertificateEntry> all) {
        ChannelCertificate own = entry.configured();
        boolean replaced = own.uses().stream().allMatch(use -> all.stream().anyMatch(e -> e.usable()
            && e.configured().owner() == own.owner() && e.configured().uses().contains(use)));
        if (replaced && PLANNED.contains(entry.problem())) {
            return;
        }
        String place = "certificates/" + entry.position();
        found.add(replaced && OVER.contains(entry.problem()) ? connection.warning(places, place, entry.words())
            : connection.error(places, place, entry.words()));
    }

    private void as2(List<Defect> found, Connection connection) {
        boolean sends = !connection.setting("url").isEmpty();
        String required = connection.channel().settings().getOrDefault("require", "signed,encrypted");
        boolean signs = !"none".equals(connection.setting("sign"));
        boolean encrypts = !"none".equals(connection.setting("encrypt"));
        if (sends && signs) {
            need(found, connection, Owner.OWN, Use.SIGN, "to sign what is sent; or say sign: none");
        }
        if (sends && encrypts) {
            need(found, connection, Owner.PARTNER, Use.ENCRYPT, "to encrypt what is sent; ask the partner for it, or say encrypt: none");
        }
        if (required.contains("signed")) {
            need(found, connection, Owner.PARTNER, Use.SIGN, "to verify the partner's signatures; or leave signed out of require");
        }
        if (required.contains("encrypted")) {
            need(found, connection, Owner.OWN, Use.ENCRYPT, "to decrypt what comes; or leave encrypted out of require");
        }
    }

    private void need(List<Defect> found, Connection connection, Owner owner, Use use, String what) {
        if (!certificates.configured(connection.channel(), owner, use)) {
            found.add(connection.error(places, "certificates", "there is no certificate with owner "
                + (owner == Owner.OWN ? "own" : "partner") + " and use " + use + ", which is needed " + what));
        }
    }
}
