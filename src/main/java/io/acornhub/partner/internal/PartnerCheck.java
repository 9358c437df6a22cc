// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Deadline;
import io.acornhub.partner.ErrorTolerance;
import io.acornhub.partner.Identifiers;
import io.acornhub.partner.internal.PartnerFile.AgreementPart;
import io.acornhub.partner.internal.PartnerFile.ChannelPart;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold in a partner file besides its shape; each defect is a sentence that says what to do. */
final class PartnerCheck {
    private static final Set<String> MODES = Set.of("block", "hold", "warn", "off");
    private final Configuration known;
    private final Placeholders placeholders;

    PartnerCheck(Configuration known, Placeholders placeholders) {
        this.known = known;
        this.placeholders = placeholders;
    }

    List<String> check(PartnerFile file) {
        List<String> found = new ArrayList<>();
        need(found, file.name(), "name");
        need(found, file.channels(), "channels");
        if (!withoutEdi(file)) {
            need(found, file.identifiers(), "identifiers");
        }
        need(found, file.agreements(), "agreements");
        if (!found.isEmpty()) {
            return found;
        }
        if (file.identifiers() != null) {
            identifiers(found, file);
        }
        if (file.usage() != null && !Set.of("P", "T").contains(file.usage())) {
            found.add("usage is '" + file.usage() + "'; say P (production) or T (test), as ISA15 does");
        }
        if (file.zone() != null) {
            zone(found, file.zone());
        }
        if (file.sscc() != null) {
            sscc(found, file);
        }
        if (file.acknowledgment() != null) {
            tolerance(found, file.acknowledgment().acceptWithErrors());
        }
        deadlines(found, file);
        if (channels(found, file.channels())) {
            agreements(found, file);
        }
        return found;
    }

    /** Only interchanges need identifiers: a partner whose channels are all of type spapi may do without. */
    private static boolean withoutEdi(PartnerFile file) {
        return file.channels() != null && !file.channels().isEmpty()
            && file.channels().stream().allMatch(c -> c != null && Channel.SPAPI.equals(c.type()));
    }

    /** Defects that stand at one place of the file; for a file without others. */
    List<SpapiChannelCheck.Placed> places(PartnerFile file) {
        List<SpapiChannelCheck.Placed> places = new ArrayList<>();
        for (int i = 0; i < file.channels().size(); i++) {
            ChannelPart channel = file.channels().get(i);
            if (Channel.SPAPI.equals(channel.type())) {
                places.addAll(SpapiChannelCheck.check(placeholders, channel, "/channels/" + i));
            }
        }
        return places;
    }

    private void identifiers(List<String> found, PartnerFile file) {
        identifier(found, file.identifiers().partner(), "identifiers.partner");
        identifier(found, file.identifiers().own(), "identifiers.own");
        if (found.isEmpty()) {
            known.partners().stream().filter(p -> p.identifiers() != null && same(p.identifiers(), file.identifiers()))
                .forEach(p -> found.add("identifiers are those of " + p.name() + ".yaml too; an interchange could be either's"));
        }
    }

    private static void sscc(List<String> found, PartnerFile file) {
        file.sscc().prefixes().forEach((vendorCode, prefix) -> {
            String key = vendorCode.isEmpty() ? "sscc" : "sscc.vendorCodes." + vendorCode;
            if (prefix == null || prefix.companyPrefix() == null || !prefix.companyPrefix().matches("\\d{4,12}")) {
                found.add(key + ": companyPrefix must be your GS1 company prefix, 4 to 12 digits in quotes (\"0614141\")");
            } else if (prefix.extensionDigit() != null && (prefix.extensionDigit() < 0 || prefix.extensionDigit() > 9)) {
                found.add(key + ": extensionDigit is " + prefix.extensionDigit() + "; say 0 to 9");
            }
            List<String> served = file.vendorCodes();
            if (!vendorCode.isEmpty() && served != null && !served.isEmpty() && !served.contains(vendorCode)) {
                found.add(key + ": vendorCodes does not serve " + vendorCode);
            }
        });
        if (file.sscc().prefixes().isEmpty()) {
            found.add("sscc: companyPrefix is missing; give your GS1 company prefix or leave sscc out");
        }
    }

    private static void identifier(List<String> found, Identifiers.Identifier identifier, String key) {
        need(found, identifier, key);
        if (identifier != null) {
            need(found, identifier.qualifier(), key + ".qualifier");
            need(found, identifier.id(), key + ".id");
            need(found, identifier.group(), key + ".group");
        }
    }

    private static boolean same(Identifiers one, Identifiers other) {
        return one.partner().qualifier().equals(other.partner().qualifier()) && one.partner().id().equals(other.partner().id())
            && one.own().qualifier().equals(other.own().qualifier()) && one.own().id().equals(other.own().id());
    }

    private boolean channels(List<String> found, List<ChannelPart> channels) {
        boolean complete = !channels.isEmpty() && channels.stream().allMatch(c -> c != null && c.name() != null && c.type() != null);
        if (!complete) {
            found.add("a channel needs name and type");
            return false;
        }
        Set<String> names = new HashSet<>();
        for (ChannelPart channel : channels) {
            if (!names.add(channel.name())) {
                found.add("channel " + channel.name() + " stands twice; give one of them another name");
            }
            if (channel.enabled() != null && !Set.of("true", "false").contains(placeholders.in(channel.enabled()))) {
                found.add("channel " + channel.name() + ": enabled is '" + placeholders.in(channel.enabled()) + "'; say true or false");
            }
        }
        return true;
    }

    private void agreements(List<String> found, PartnerFile file) {
        Set<String> seen = new HashSet<>();
        for (AgreementPart agreement : file.agreements()) {
            if (agreement == null) {
                found.add("an agreement is empty; fill it in or delete it");
                continue;
            }
            String title = agreement.document() + " " + agreement.direction();
            if (agreement.document() == null || agreement.direction() == null || agreement.release() == null) {
                found.add("agreement " + title + ": document, direction and release are all needed");
                continue;
            }
            if (!agreement.direction().matches("(?i)inbound|outbound")) {
                found.add("agreement " + title + ": direction is inbound or outbound");
            } else if (!seen.add(title + agreement.release())) {
                found.add("agreement " + title + " " + agreement.release() + " stands twice; only one can apply");
            }
            if (file.channels().stream().noneMatch(c -> c.name().equals(agreement.channel()))) {
                found.add("agreement " + title + ": there is no channel '" + agreement.channel() + "' in this file");
            }
            details(found, agreement, title, file.channels());
        }
    }

    private void details(List<String> found, AgreementPart agreement, String title, List<ChannelPart> channels) {
        if (agreement.bundle() == null) {
            found.add("agreement " + title + ": bundle is missing; name one of edi-mappings");
        }
        List<String> deliverTo = agreement.deliverTo() == null ? List.of() : agreement.deliverTo();
        for (String erp : deliverTo) {
            if (known.erpSystem(erp).isEmpty()) {
                found.add("agreement " + title + ": deliverTo names '" + erp + "', and config/erp has no usable " + erp + ".yaml");
            }
        }
        if (deliverTo.isEmpty() && agreement.canonical() != null && agreement.direction().equalsIgnoreCase("inbound")) {
            found.add("agreement " + title + ": deliverTo names no ERP system, so the document would end nowhere");
        }
        for (String channel : agreement.ordersBy() == null ? List.<String>of() : agreement.ordersBy()) {
            if (channels.stream().noneMatch(c -> c.name().equals(channel))) {
                found.add("agreement " + title + ": ordersBy names '" + channel + "', and there is no such channel in this file");
            }
        }
        if (agreement.answers() != null && !Set.of("ORDER", "CHANGE").contains(agreement.answers())) {
            found.add("agreement " + title + ": answers is '" + agreement.answers() + "'; say ORDER or CHANGE");
        }
        if (agreement.rules() != null) {
            agreement.rules().forEach((rule, mode) -> {
                if (!MODES.contains(mode)) {
                    found.add("agreement " + title + ": rule " + rule + " is '" + mode + "'; say block, hold, warn or off");
                }
            });
        }
    }

    private static void tolerance(List<String> found, Object accept) {
        boolean codes = accept instanceof List<?> list && list.stream().allMatch(c -> c != null && ErrorTolerance.isCode(c.toString()));
        if (accept != null && !(accept instanceof Boolean) && !codes) {
            found.add("acknowledgment.acceptWithErrors is " + accept + "; say true, false or a list of codes of segments and elements"
                + " such as [\"AK304 1\", \"AK403 7\"]");
        }
    }

    private static void deadlines(List<String> found, PartnerFile file) {
        for (Deadline deadline : file.deadlines() == null ? List.<Deadline>of() : file.deadlines()) {
            if (deadline == null || deadline.document() == null || deadline.from() == null || deadline.within() == null) {
                found.add("deadlines: document, from and within are all needed");
            } else if (deadline.within().isNegative() || deadline.within().isZero()) {
                found.add("deadlines: " + deadline.document() + " is due within " + deadline.within() + "; say a time above zero");
            } else if (deadline.after() != null && deadline.before() != null) {
                found.add("deadlines: " + deadline.document() + " has both after and before; write two policies, the sooner counts");
            } else if ((deadline.before() != null) != (deadline.counts() == Deadline.Event.APPOINTMENT)) {
                found.add("deadlines: " + deadline.document() + ": a time runs after order, departure or shipment, or before appointment");
            }
        }
    }

    private static void zone(List<String> found, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            found.add("zone '" + zone + "' is no time zone; use a name such as America/Los_Angeles");
        }
    }

    private static void need(List<String> found, Object value, String key) {
        if (value == null) {
            found.add("'" + key + "' is missing");
        }
    }
}
