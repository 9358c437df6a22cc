// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.internal.PartnerFile.CertificatePart;
import io.acornhub.partner.internal.PartnerFile.ChannelPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of the channels of a partner or ERP system, by the table of each one's type. */
final class ChannelCheck {
    private final Placeholders placeholders;
    private final List<Placed> found = new ArrayList<>();

    private ChannelCheck(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    static List<Placed> of(List<ChannelPart> channels, Placeholders placeholders) {
        ChannelCheck check = new ChannelCheck(placeholders);
        boolean complete = !channels.isEmpty() && channels.stream().allMatch(c -> c != null && c.name() != null && c.type() != null);
        if (!complete) {
            return List.of(new Placed("/channels", "a channel needs name and type"));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            ChannelPart channel = channels.get(i);
            String pointer = "/channels/" + i;
            if (!names.add(channel.name())) {
                check.report(pointer, channel, "stands twice; give one of them another name");
            }
            if (!channel.name().matches("[A-Za-z0-9_-]{1,60}")) {
                check.report(pointer, channel, "name must be letters, digits and hyphens, at most 60; routes and queues are named by it");
            }
            if (channel.enabled() != null && !Set.of("true", "false").contains(placeholders.in(channel.enabled()))) {
                check.report(pointer + "/enabled", channel, "enabled is '" + placeholders.in(channel.enabled()) + "'; say true or false");
            } else {
                check.settings(channel, pointer);
                check.certificates(channel, pointer + "/certificates");
            }
        }
        return check.found;
    }

    private void settings(ChannelPart channel, String pointer) {
        ChannelTypes.of(channel.type()).ifPresent(table -> table.check(channel.settings(), placeholders, channel.isEnabled(placeholders),
            pointer).forEach(place -> report(place.pointer(), channel, place.text())));
    }

    private void certificates(ChannelPart channel, String pointer) {
        List<CertificatePart> certificates = channel.certificates() == null ? List.of() : channel.certificates();
        for (int i = 0; i < certificates.size(); i++) {
            CertificatePart certificate = certificates.get(i);
            String place = pointer + "/" + i;
            if (certificate == null || certificate.owner() == null || certificate.file() == null || certificate.file().isBlank()) {
                report(place, channel, "a certificate needs owner (own or partner) and file");
                continue;
            }
            if (certificate.password() != null && !Form.SECRET.holds().test(certificate.password())) {
                report(place + "/password", channel, "password of a certificate must say " + Form.SECRET.say());
            }
            if (certificate.from() != null && certificate.to() != null && !certificate.from().isBefore(certificate.to())) {
                report(place, channel, "certificate " + certificate.file() + " is used from " + certificate.from() + " to "
                    + certificate.to() + "; from must be the earlier");
            }
        }
    }

    private void report(String pointer, ChannelPart channel, String text) {
        found.add(new Placed(pointer, "channel " + channel.name() + (text.startsWith("stands") ? " " : ": ") + text));
    }
}
