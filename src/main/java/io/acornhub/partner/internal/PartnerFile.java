// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.AcknowledgmentPolicy;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.Contact;
import io.acornhub.partner.Deadline;
import io.acornhub.partner.Direction;
import io.acornhub.partner.ErrorTolerance;
import io.acornhub.partner.Identifiers;
import io.acornhub.partner.Partner;
import io.acornhub.partner.Separators;
import io.acornhub.partner.SsccPrefix;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The shape of a file of {@code config/partners}, with the defaults of what may be left out. */
record PartnerFile(String name, String title, Boolean enabled, String usage, String zone, Identifiers identifiers,
                   List<String> vendorCodes, SeparatorsPart separators, AcknowledgmentPart acknowledgment,
                   List<Deadline> deadlines, String codeLists, SsccPart sscc, List<ChannelPart> channels,
                   List<AgreementPart> agreements, List<Contact> contacts) {

    record SeparatorsPart(String element, String component, String repetition, String segment, Boolean lineBreak) {
    }

    /** @param acceptWithErrors true, false or a list of codes such as {@code AK403 7} */
    record AcknowledgmentPart(Boolean functional, Boolean technical, Boolean duplicates, Object acceptWithErrors) {
        ErrorTolerance tolerance() {
            if (acceptWithErrors instanceof List<?> codes) {
                return new ErrorTolerance(false, codes.stream().map(Object::toString).collect(Collectors.toSet()));
            }
            return new ErrorTolerance(Boolean.TRUE.equals(acceptWithErrors), Set.of());
        }
    }

    /** One prefix for all, others for some vendor codes, or both. */
    record SsccPart(String companyPrefix, Integer extensionDigit, Map<String, PrefixPart> vendorCodes) {
        /** Every prefix by its vendor code, the one for all under the empty code. */
        Map<String, PrefixPart> prefixes() {
            Map<String, PrefixPart> prefixes = new TreeMap<>(vendorCodes == null ? Map.of() : vendorCodes);
            if (companyPrefix != null) {
                prefixes.put("", new PrefixPart(companyPrefix, extensionDigit));
            }
            return prefixes;
        }
    }

    record PrefixPart(String companyPrefix, Integer extensionDigit) {
    }

    /** @param enabled true when nothing is said; a placeholder may stand for it */
    record ChannelPart(String name, String type, String enabled, Map<String, String> settings, List<CertificatePart> certificates) {
        boolean isEnabled(Placeholders placeholders) {
            return enabled == null || "true".equals(placeholders.in(enabled));
        }

        Channel channel(Placeholders placeholders) {
            return new Channel(name, type, isEnabled(placeholders), placeholders.in(settings),
                certificates == null ? List.of() : certificates.stream().map(c -> c.certificate(placeholders)).toList());
        }
    }

    /** @param uses SIGN and ENCRYPT when nothing is said */
    record CertificatePart(ChannelCertificate.Owner owner, String file, String password, Set<ChannelCertificate.Use> uses, Instant from,
                           Instant to) {
        ChannelCertificate certificate(Placeholders placeholders) {
            return new ChannelCertificate(owner, placeholders.in(file), password, uses == null || uses.isEmpty()
                ? EnumSet.of(ChannelCertificate.Use.SIGN, ChannelCertificate.Use.ENCRYPT) : uses, from, to);
        }
    }

    record AgreementPart(String document, String direction, String release, String canonical, String bundle, String channel,
                         String functionalGroup, String interchangeVersion, List<String> deliverTo,
                         Duration acknowledgmentWithin, Map<String, String> rules, String answers,
                         List<String> ordersBy, Map<String, String> settings, LocalDate from, LocalDate to) {
    }

    /** Agreements of channels that are not enabled are left out. */
    Partner partner(Placeholders placeholders) {
        List<Channel> all = channels.stream().map(c -> c.channel(placeholders)).toList();
        Set<String> used = all.stream().filter(Channel::enabled).map(Channel::name).collect(Collectors.toSet());
        return new Partner(name, title == null ? name : title, enabled == null || enabled, usage == null ? "P" : usage,
            ZoneId.of(zone == null ? "UTC" : zone), identifiers, vendorCodes == null ? List.of() : vendorCodes, separatorsOrDefault(),
            policy(), deadlines == null ? List.of() : deadlines, codeLists, ssccPrefixes(), all,
            agreements.stream().filter(a -> used.contains(a.channel())).map(PartnerFile::agreement).toList(),
            contacts == null ? List.of() : contacts);
    }

    private Separators separatorsOrDefault() {
        if (separators == null) {
            return new Separators('*', '>', '^', '~', true);
        }
        return new Separators(first(separators.element(), '*'), first(separators.component(), '>'),
            first(separators.repetition(), '^'), first(separators.segment(), '~'),
            separators.lineBreak() == null || separators.lineBreak());
    }

    private Map<String, SsccPrefix> ssccPrefixes() {
        Map<String, SsccPrefix> prefixes = new TreeMap<>();
        if (sscc != null) {
            sscc.prefixes().forEach((vendorCode, prefix) -> prefixes.put(vendorCode, new SsccPrefix(prefix.companyPrefix(),
                prefix.extensionDigit() == null ? 0 : prefix.extensionDigit())));
        }
        return prefixes;
    }

    private AcknowledgmentPolicy policy() {
        return acknowledgment == null ? new AcknowledgmentPolicy(true, true, true) : new AcknowledgmentPolicy(
            yes(acknowledgment.functional()), yes(acknowledgment.technical()), yes(acknowledgment.duplicates()),
            acknowledgment.tolerance());
    }

    private static Agreement agreement(AgreementPart a) {
        return new Agreement(a.document(), Direction.valueOf(a.direction().toUpperCase(Locale.ROOT)), a.release(), a.canonical(),
            a.bundle(), a.channel(), a.functionalGroup(), a.interchangeVersion() == null ? version(a.release()) : a.interchangeVersion(),
            a.deliverTo() == null ? List.of() : a.deliverTo(),
            a.acknowledgmentWithin() == null ? Duration.ofHours(24) : a.acknowledgmentWithin(),
            a.rules() == null ? Map.of() : a.rules(), a.answers(), a.ordersBy() == null ? List.of() : a.ordersBy(),
            a.settings() == null ? Map.of() : a.settings(), a.from(), a.to());
    }

    /** ISA12 where the agreement does not say: 00400 for all of 004010 and before, later releases have versions of their own. */
    private static String version(String release) {
        return release.length() < 5 || release.compareTo("00402") < 0 ? "00400" : release.substring(0, 5);
    }

    private static boolean yes(Boolean value) {
        return value == null || value;
    }

    private static char first(String text, char otherwise) {
        return text == null || text.isEmpty() ? otherwise : text.charAt(0);
    }
}
