// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One file of {@code config/partners}: who the partner is and what was agreed.
 *
 * @param usage what ISA15 must say on this connection: {@code P} production or {@code T} test
 * @param zone the zone of the partner's dates that carry none
 * @param identifiers null for a partner whose channels are all of type {@code spapi}
 * @param vendorCodes the vendor codes served; empty means any
 * @param codeLists folder below {@code config/code-lists} whose lists go before the common ones; null for none
 * @param sscc what SSCCs of the hub's own making begin with, by vendor code; the empty code stands for all others
 * @param agreements those of channels that are enabled
 * @param contacts whom to ask about what
 */
public record Partner(String name, String title, boolean enabled, String usage, ZoneId zone, Identifiers identifiers,
                      List<String> vendorCodes, Separators separators, AcknowledgmentPolicy acknowledgment,
                      List<Deadline> deadlines, String codeLists, Map<String, SsccPrefix> sscc, List<Channel> channels,
                      List<Agreement> agreements, List<Contact> contacts) {

    /** One without contacts. */
    public Partner(String name, String title, boolean enabled, String usage, ZoneId zone, Identifiers identifiers,
                   List<String> vendorCodes, Separators separators, AcknowledgmentPolicy acknowledgment, List<Deadline> deadlines,
                   String codeLists, Map<String, SsccPrefix> sscc, List<Channel> channels, List<Agreement> agreements) {
        this(name, title, enabled, usage, zone, identifiers, vendorCodes, separators, acknowledgment, deadlines, codeLists, sscc,
            channels, agreements, List.of());
    }

    /**
     * The partner with those agreements only that hold at that time, by its own calendar. Agreements without days always hold.
     *
     * @param at when the document came in, so that every stage decides alike and a replay decides as before
     */
    public Partner on(Instant at) {
        if (!dated()) {
            return this;
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        return new Partner(name, title, enabled, usage, zone, identifiers, vendorCodes, separators, acknowledgment, deadlines, codeLists,
            sscc, channels, agreements.stream().filter(a -> a.holdsOn(day)).toList(), contacts);
    }

    /** Whether any agreement has days. */
    public boolean dated() {
        return agreements.stream().anyMatch(a -> a.from() != null || a.to() != null);
    }

    /** The agreement for a document; GS08 may name an industry guideline behind the release, as in 004010VICS. */
    public Optional<Agreement> agreement(Direction direction, String document, String release) {
        return agreements.stream().filter(a -> a.direction() == direction && a.document().equals(document)
            && release.startsWith(a.release())).max(Comparator.comparing(a -> a.release().length()));
    }

    /** The agreement by which a canonical document of that title leaves for this partner, whatever door its orders came by. */
    public Optional<Agreement> outgoing(String canonical) {
        return outgoing(canonical, null);
    }

    /** The same for a document that answers an ORDER or a CHANGE; null for others. */
    public Optional<Agreement> outgoing(String canonical, String answers) {
        return outgoing(canonical, answers, channels -> true);
    }

    /**
     * The first agreement in the order of the file that is for what the document answers and for the doors of its orders. An
     * acknowledgment of a change leaves as an 865 where that is agreed, and as another 855 where not.
     *
     * @param cameBy whether every order that the document is about came by one of these channels
     */
    public Optional<Agreement> outgoing(String canonical, String answers, Predicate<List<String>> cameBy) {
        String answered = answers == null ? "ORDER" : answers;
        return agreements.stream().filter(a -> a.direction() == Direction.OUTBOUND && canonical.equals(a.canonical()))
            .filter(a -> a.ordersBy().isEmpty() || cameBy.test(a.ordersBy()))
            .min(Comparator.comparing(a -> a.answers() == null || a.answers().equals(answered) ? 0 : "ORDER".equals(a.answers()) ? 1 : 2));
    }

    public boolean knowsRelease(Direction direction, String release) {
        return agreements.stream().anyMatch(a -> a.direction() == direction && release.startsWith(a.release()));
    }

    /** What SSCCs of this vendor code begin with; empty where the hub is to give none. A vendor code may be null. */
    public Optional<SsccPrefix> ssccPrefix(String vendorCode) {
        return Optional.ofNullable(vendorCode).map(sscc::get).or(() -> Optional.ofNullable(sscc.get("")));
    }

    public Channel channel(String channelName) {
        return channels.stream().filter(c -> c.name().equals(channelName)).findFirst().orElseThrow();
    }
}
