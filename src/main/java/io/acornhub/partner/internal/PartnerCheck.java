// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Contact;
import io.acornhub.partner.Deadline;
import io.acornhub.partner.ErrorTolerance;
import io.acornhub.partner.Identifiers;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must hold in a partner file besides its shape; each defect is a sentence that says what to do. */
final class PartnerCheck {
    private final List<Placed> found = new ArrayList<>();
    private final Configuration known;
    private final Placeholders placeholders;

    PartnerCheck(Configuration known, Placeholders placeholders) {
        this.known = known;
        this.placeholders = placeholders;
    }

    List<Placed> check(PartnerFile file) {
        need(file.name(), "name");
        need(file.channels(), "channels");
        if (!withoutEdi(file)) {
            need(file.identifiers(), "identifiers");
        }
        need(file.agreements(), "agreements");
        if (!found.isEmpty()) {
            return found;
        }
        if (file.identifiers() != null) {
            identifiers(file);
        }
        if (file.usage() != null && !Set.of("P", "T").contains(file.usage())) {
            report("/usage", "usage is '" + file.usage() + "'; say P (production) or T (test), as ISA15 does");
        }
        if (file.zone() != null) {
            zone(file.zone());
        }
        if (file.sscc() != null) {
            sscc(file);
        }
        if (file.acknowledgment() != null) {
            tolerance(file.acknowledgment().acceptWithErrors());
        }
        deadlines(file);
        contacts(file);
        List<Placed> ofChannels = ChannelCheck.of(file.channels(), placeholders);
        found.addAll(ofChannels);
        if (ofChannels.isEmpty()) {
            found.addAll(new AgreementCheck(known, placeholders, file).check());
        }
        return found;
    }

    /** Only interchanges need identifiers: a partner whose channels are all of type spapi may do without. */
    private static boolean withoutEdi(PartnerFile file) {
        return file.channels() != null && !file.channels().isEmpty()
            && file.channels().stream().allMatch(c -> c != null && Channel.SPAPI.equals(c.type()));
    }

    private void identifiers(PartnerFile file) {
        identifier(file.identifiers().partner(), "identifiers.partner");
        identifier(file.identifiers().own(), "identifiers.own");
        if (found.isEmpty()) {
            known.partners().stream().filter(p -> p.identifiers() != null && same(p.identifiers(), file.identifiers()))
                .forEach(p -> report("/identifiers", "identifiers are those of " + p.name()
                    + ".yaml too; an interchange could be either's"));
        }
    }

    private void sscc(PartnerFile file) {
        file.sscc().prefixes().forEach((vendorCode, prefix) -> {
            String key = vendorCode.isEmpty() ? "sscc" : "sscc.vendorCodes." + vendorCode;
            String place = "/" + key.replace('.', '/');
            if (prefix == null || prefix.companyPrefix() == null || !prefix.companyPrefix().matches("\\d{4,12}")) {
                report(place, key + ": companyPrefix must be your GS1 company prefix, 4 to 12 digits in quotes (\"0614141\")");
            } else if (prefix.extensionDigit() != null && (prefix.extensionDigit() < 0 || prefix.extensionDigit() > 9)) {
                report(place, key + ": extensionDigit is " + prefix.extensionDigit() + "; say 0 to 9");
            }
            List<String> served = file.vendorCodes();
            if (!vendorCode.isEmpty() && served != null && !served.isEmpty() && !served.contains(vendorCode)) {
                report(place, key + ": vendorCodes does not serve " + vendorCode);
            }
        });
        if (file.sscc().prefixes().isEmpty()) {
            report("/sscc", "sscc: companyPrefix is missing; give your GS1 company prefix or leave sscc out");
        }
    }

    private void identifier(Identifiers.Identifier identifier, String key) {
        need(identifier, key);
        if (identifier != null) {
            need(filled(identifier.qualifier()), key + ".qualifier");
            need(filled(identifier.id()), key + ".id");
            need(filled(identifier.group()), key + ".group");
            if (identifier.gln() != null && !Gln.holds(identifier.gln())) {
                report(pointer(key + ".gln"), key + ".gln is '" + identifier.gln() + "'; say 13 digits, the last of them the check digit");
            }
            if (identifier.unb() != null && !identifier.unb().matches("[^:+']{1,35}(:[^:+']{1,4})?")) {
                report(pointer(key + ".unb"), key + ".unb is '" + identifier.unb() + "'; say up to 35 characters, and the qualifier"
                    + " behind a colon, as in \"5412345000013:14\"");
            }
        }
    }

    private static boolean same(Identifiers one, Identifiers other) {
        return one.partner().qualifier().equals(other.partner().qualifier()) && one.partner().id().equals(other.partner().id())
            && one.own().qualifier().equals(other.own().qualifier()) && one.own().id().equals(other.own().id());
    }

    private void tolerance(Object accept) {
        boolean codes = accept instanceof List<?> list && list.stream().allMatch(c -> c != null && ErrorTolerance.isCode(c.toString()));
        if (accept != null && !(accept instanceof Boolean) && !codes) {
            report("/acknowledgment/acceptWithErrors", "acknowledgment.acceptWithErrors is " + accept
                + "; say true, false or a list of codes of segments and elements such as [\"AK304 1\", \"AK403 7\"]");
        }
    }

    private void deadlines(PartnerFile file) {
        List<Deadline> deadlines = file.deadlines() == null ? List.of() : file.deadlines();
        for (int i = 0; i < deadlines.size(); i++) {
            Deadline deadline = deadlines.get(i);
            String place = "/deadlines/" + i;
            if (deadline == null || deadline.document() == null || deadline.from() == null || deadline.within() == null) {
                report(place, "deadlines: document, from and within are all needed");
            } else if (deadline.within().isNegative() || deadline.within().isZero()) {
                report(place, "deadlines: " + deadline.document() + " is due within " + deadline.within() + "; say a time above zero");
            } else if (deadline.after() != null && deadline.before() != null) {
                report(place, "deadlines: " + deadline.document() + " has both after and before; write two policies, the sooner counts");
            } else if ((deadline.before() != null) != (deadline.counts() == Deadline.Event.APPOINTMENT)) {
                report(place, "deadlines: " + deadline.document()
                    + ": a time runs after order, departure or shipment, or before appointment");
            }
        }
    }

    private void zone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            report("/zone", "zone '" + zone + "' is no time zone; use a name such as America/Los_Angeles");
        }
    }

    private void contacts(PartnerFile file) {
        for (int i = 0; file.contacts() != null && i < file.contacts().size(); i++) {
            Contact contact = file.contacts().get(i);
            if (contact == null || contact.name() == null || contact.name().isBlank()) {
                report("/contacts/" + i, "contacts: a contact needs a name");
            } else if (contact.mail() != null && !contact.mail().matches("\\S+@\\S+")) {
                report("/contacts/" + i, "contacts: mail of " + contact.name() + " is '" + contact.mail() + "', which is no address");
            }
        }
    }

    /** A text with nothing in it is as missing as none. */
    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private void need(Object value, String key) {
        if (value == null) {
            report(pointer(key), "'" + key + "' is missing");
        }
    }

    private static String pointer(String key) {
        return "/" + key.replace('.', '/');
    }

    private void report(String pointer, String text) {
        found.add(new Placed(pointer, text));
    }
}
