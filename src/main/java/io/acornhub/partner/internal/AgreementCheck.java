// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.internal.PartnerFile.AgreementPart;
import io.acornhub.partner.internal.PartnerFile.ChannelPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of the agreements of a partner file whose channels are in order. */
final class AgreementCheck {
    private static final Set<String> MODES = Set.of("block", "hold", "warn", "off");
    private final List<Placed> found = new ArrayList<>();
    private final Configuration known;
    private final Placeholders placeholders;
    private final PartnerFile file;

    AgreementCheck(Configuration known, Placeholders placeholders, PartnerFile file) {
        this.known = known;
        this.placeholders = placeholders;
        this.file = file;
    }

    List<Placed> check() {
        for (int i = 0; i < file.agreements().size(); i++) {
            String pointer = "/agreements/" + i;
            AgreementPart agreement = file.agreements().get(i);
            if (agreement == null) {
                report(pointer, "an agreement is empty; fill it in or delete it");
                continue;
            }
            String title = title(agreement);
            if (agreement.document() == null || agreement.direction() == null || agreement.release() == null) {
                report(pointer, title + ": document, direction and release are all needed");
                continue;
            }
            if (!agreement.direction().matches("(?i)inbound|outbound")) {
                report(pointer + "/direction", title + ": direction is inbound or outbound");
            } else {
                twin(i, agreement, title);
            }
            if (channel(agreement.channel()) == null) {
                report(pointer + "/channel", title + ": there is no channel '" + agreement.channel() + "' in this file"
                    + hint(agreement.channel()));
            }
            details(pointer, agreement, title);
        }
        return found;
    }

    private static String title(AgreementPart agreement) {
        return "agreement " + agreement.document() + " " + agreement.direction();
    }

    /** Two agreements that could both be meant are a defect, unless days, orders or what they answer tell them apart. */
    private void twin(int index, AgreementPart agreement, String title) {
        for (int i = 0; i < index; i++) {
            AgreementPart other = file.agreements().get(i);
            if (other == null || !agreement.direction().equalsIgnoreCase(other.direction())
                || !Objects.equals(agreement.answers(), other.answers()) || !orders(agreement).equals(orders(other)) || !used(agreement)
                || !used(other) || !overlap(agreement, other)) {
                continue;
            }
            String apart = "give them from and to days that do not overlap, another ordersBy, or delete one";
            if (agreement.document().equals(other.document()) && agreement.release().equals(other.release())) {
                report("/agreements/" + index, title + " " + agreement.release() + " stands twice; only one can apply: " + apart);
                return;
            }
            if (agreement.direction().equalsIgnoreCase("outbound") && agreement.canonical() != null
                && agreement.canonical().equals(other.canonical())) {
                report("/agreements/" + index, title + " " + agreement.release() + " is for " + agreement.canonical() + " as "
                    + other.document() + " " + other.release() + " is; only the first would ever be sent: " + apart);
                return;
            }
        }
    }

    private static Set<String> orders(AgreementPart agreement) {
        return agreement.ordersBy() == null ? Set.of() : new TreeSet<>(agreement.ordersBy());
    }

    /** Whether it counts; the agreements of a channel that is not enabled are as if they were not there. */
    private boolean used(AgreementPart agreement) {
        ChannelPart channel = channel(agreement.channel());
        return channel == null || channel.isEnabled(placeholders);
    }

    private static boolean overlap(AgreementPart one, AgreementPart other) {
        return !before(one.to(), other.from()) && !before(other.to(), one.from());
    }

    private static boolean before(LocalDate end, LocalDate start) {
        return end != null && start != null && end.isBefore(start);
    }

    private void details(String pointer, AgreementPart agreement, String title) {
        if (agreement.bundle() == null) {
            report(pointer, title + ": bundle is missing; name one of edi-mappings");
        }
        if (before(agreement.to(), agreement.from())) {
            report(pointer, title + ": it holds from " + agreement.from() + " to " + agreement.to() + "; from must not be the later");
        }
        List<String> deliverTo = agreement.deliverTo() == null ? List.of() : agreement.deliverTo();
        for (String erp : deliverTo) {
            if (known.erpSystem(erp).isEmpty()) {
                report(pointer + "/deliverTo", title + ": deliverTo names '" + erp + "', and config/erp has no usable " + erp + ".yaml"
                    + Nearest.hint(erp, known.erpSystems().stream().map(ErpSystem::name).toList()));
            }
        }
        if (deliverTo.isEmpty() && agreement.canonical() != null && agreement.direction().equalsIgnoreCase("inbound")) {
            report(pointer, title + ": deliverTo names no ERP system, so the document would end nowhere");
        }
        for (String channel : agreement.ordersBy() == null ? List.<String>of() : agreement.ordersBy()) {
            if (channel(channel) == null) {
                report(pointer + "/ordersBy", title + ": ordersBy names '" + channel + "', and there is no such channel in this file"
                    + hint(channel));
            }
        }
        if (agreement.answers() != null && !Set.of("ORDER", "CHANGE").contains(agreement.answers())) {
            report(pointer + "/answers", title + ": answers is '" + agreement.answers() + "'; say ORDER or CHANGE");
        }
        if (agreement.rules() != null) {
            agreement.rules().forEach((rule, mode) -> {
                if (!MODES.contains(mode)) {
                    report(pointer + "/rules/" + rule, title + ": rule " + rule + " is '" + mode + "'; say block, hold, warn or off");
                }
            });
        }
    }

    private ChannelPart channel(String name) {
        return file.channels().stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    }

    private String hint(String name) {
        return name == null ? "" : Nearest.hint(name, file.channels().stream().map(ChannelPart::name).toList());
    }

    private void report(String pointer, String text) {
        found.add(new Placed(pointer, text));
    }
}
