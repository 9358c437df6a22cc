// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Deadline;
import io.acornhub.partner.ErrorTolerance;
import io.acornhub.partner.Identifiers;
import io.acornhub.partner.internal.PartnerFile.AgreementPart;
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

    PartnerCheck(Configuration known) {
        this.known = known;
    }

    List<String> check(PartnerFile file) {
        List<String> found = new ArrayList<>();
        need(found, file.name(), "name");
        need(found, file.identifiers(), "identifiers");
        need(found, file.channels(), "channels");
        need(found, file.agreements(), "agreements");
        if (!found.isEmpty()) {
            return found;
        }
        identifier(found, file.identifiers().partner(), "identifiers.partner");
        identifier(found, file.identifiers().own(), "identifiers.own");
        if (found.isEmpty()) {
            known.partners().stream().filter(p -> same(p.identifiers(), file.identifiers())).forEach(p -> found.add(
                "identifiers are those of " + p.name() + ".yaml too; an interchange could be either's"));
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

    private static boolean channels(List<String> found, List<Channel> channels) {
        boolean complete = !channels.isEmpty() && channels.stream().allMatch(c -> c != null && c.name() != null && c.type() != null);
        if (!complete) {
            found.add("a channel needs name and type");
        }
        return complete;
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
            details(found, agreement, title);
        }
    }

    private void details(List<String> found, AgreementPart agreement, String title) {
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
