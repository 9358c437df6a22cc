// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was agreed for one document in one direction.
 *
 * @param document transaction set id such as 850
 * @param release version in GS08 such as 004010
 * @param canonical title of the canonical document; null for documents without one (997)
 * @param bundle mapping bundle id; for documents without a mapping the bundle that holds the grammar
 * @param interchangeVersion ISA12 of what we write, for example 00400
 * @param deliverTo ERP systems that get the document (inbound)
 * @param acknowledgmentWithin how long the partner's acknowledgment may take (outbound)
 * @param rules per rule or guard name: block, hold, warn or off; what is not named holds
 * @param answers for documents that answer one of two (855 an ORDER, 865 a CHANGE): which; null where there is one
 * @param ordersBy names of channels: the agreement is used only for orders that came by one of them (outbound); empty means any
 * @param settings what mappings (as {@code agreement.<name>}) and guards read, such as the hierarchy of an 856
 * @param from first day it holds, in the partner's zone; null where it has no beginning
 * @param to last day it holds; null where it has no end
 */
public record Agreement(String document, Direction direction, String release, String canonical, String bundle, String channel,
                        String functionalGroup, String interchangeVersion, List<String> deliverTo,
                        Duration acknowledgmentWithin, Map<String, String> rules, String answers, List<String> ordersBy,
                        Map<String, String> settings, LocalDate from, LocalDate to) {

    /** One without an end. */
    public Agreement(String document, Direction direction, String release, String canonical, String bundle, String channel,
                     String functionalGroup, String interchangeVersion, List<String> deliverTo, Duration acknowledgmentWithin,
                     Map<String, String> rules, String answers, List<String> ordersBy, Map<String, String> settings) {
        this(document, direction, release, canonical, bundle, channel, functionalGroup, interchangeVersion, deliverTo,
            acknowledgmentWithin, rules, answers, ordersBy, settings, null, null);
    }

    /** Whether it holds on that day of the partner's zone. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
