// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/**
 * Amazon as an EDI partner on folders. What is not said is as Amazon's retail programme in the United States has it.
 *
 * @param inbox the vendor's inbox, where Amazon's files are written
 * @param outbox the vendor's outbox, where his files are taken from
 * @param vendorCodes orders of these vendor codes go out as 850s; empty: none, but those that somebody sends
 * @param amazon how Amazon is named in ISA and GS
 * @param vendor how the vendor is named
 * @param usage ISA15: {@code P} or {@code T}
 * @param separators of what is written
 * @param zone in which days without a time are meant
 * @param packSizes whether lines in cases say in a PO4 how many eaches a case holds
 * @param acceptWithErrors whether faults of elements are answered with E and the set taken; else the set is rejected
 * @param answerWithin how long the vendor's 997 may take before it counts as missing
 * @param poll how often the folders are looked at, by the real clock
 * @param firstNumber the first control number; 0: one made of the time, so that a new start uses no number again
 */
public record EdiPartnerSettings(Path inbox, Path outbox, Set<String> vendorCodes, Side amazon, Side vendor, String usage,
                                 Separators separators, ZoneId zone, boolean packSizes, boolean acceptWithErrors,
                                 Duration answerWithin, Duration poll, long firstNumber) {

    public EdiPartnerSettings {
        if (inbox == null || outbox == null) {
            throw new IllegalArgumentException("an EDI partner needs inbox and outbox");
        }
        vendorCodes = vendorCodes == null ? Set.of() : Set.copyOf(vendorCodes);
        amazon = amazon == null ? new Side("ZZ", "AMAZON", "AMAZON") : amazon;
        vendor = vendor == null ? new Side("ZZ", "ACMEVENDOR", "ACMEVENDOR") : vendor;
        usage = usage == null ? "P" : usage;
        separators = separators == null ? Separators.USUAL : separators;
        zone = zone == null ? ZoneId.of("America/Los_Angeles") : zone;
        answerWithin = answerWithin == null ? Duration.ofHours(24) : answerWithin;
        poll = poll == null ? Duration.ofMillis(500) : poll;
        if (!Set.of("P", "T").contains(usage)) {
            throw new IllegalArgumentException("usage is P or T, not " + usage);
        }
    }

    /** Who is named in ISA (qualifier and id) and GS (group). */
    public record Side(String qualifier, String id, String group) {
        public Side {
            if (!qualifier.matches("\\w{2}") || id.isBlank() || id.length() > 15 || group.length() < 2 || group.length() > 15) {
                throw new IllegalArgumentException("a side has a qualifier of two and ids of at most 15 characters, not "
                    + qualifier + " " + id + " " + group);
            }
        }
    }

    /** What stands between elements, components, repetitions (5010) and after segments, and whether a line ends there. */
    public record Separators(char element, char component, char repetition, char segment, boolean lineBreak) {
        /** Star, greater-than, caret, tilde and a line break. */
        public static final Separators USUAL = new Separators('*', '>', '^', '~', true);
    }

    /** The usual partner on two folders. */
    public static EdiPartnerSettings of(Path inbox, Path outbox, String... vendorCodes) {
        return new EdiPartnerSettings(inbox, outbox, Set.of(vendorCodes), null, null, null, null, null, false, false, null, null, 0);
    }

    public EdiPartnerSettings withUsage(String other) {
        return new EdiPartnerSettings(inbox, outbox, vendorCodes, amazon, vendor, other, separators, zone, packSizes,
            acceptWithErrors, answerWithin, poll, firstNumber);
    }

    public EdiPartnerSettings withSides(Side newAmazon, Side newVendor) {
        return new EdiPartnerSettings(inbox, outbox, vendorCodes, newAmazon, newVendor, usage, separators, zone, packSizes,
            acceptWithErrors, answerWithin, poll, firstNumber);
    }

    public EdiPartnerSettings withSeparators(Separators other) {
        return new EdiPartnerSettings(inbox, outbox, vendorCodes, amazon, vendor, usage, other, zone, packSizes,
            acceptWithErrors, answerWithin, poll, firstNumber);
    }

    public EdiPartnerSettings withPackSizes(boolean shown) {
        return new EdiPartnerSettings(inbox, outbox, vendorCodes, amazon, vendor, usage, separators, zone, shown,
            acceptWithErrors, answerWithin, poll, firstNumber);
    }

    public EdiPartnerSettings acceptingWithErrors(boolean accepting) {
        return new EdiPartnerSettings(inbox, outbox, vendorCodes, amazon, vendor, usage, separators, zone, packSizes,
            accepting, answerWithin, poll, firstNumber);
    }

    public EdiPartnerSettings withPoll(Duration often) {
        return new EdiPartnerSettings(inbox, outbox, vendorCodes, amazon, vendor, usage, separators, zone, packSizes,
            acceptWithErrors, answerWithin, often, firstNumber);
    }
}
