// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An interchange with the verdicts on all that is in it.
 *
 * @param partner empty where sender or receiver are unknown
 * @param faults of the interchange (TA105); any rejects everything in it
 * @param technical TA1 segments it brought
 * @param length bytes from ISA to IEA; {@code sha256} of those bytes
 */
public record InspectedInterchange(InterchangeHeader header, Optional<Partner> partner, List<Fault> faults,
    List<InspectedGroup> groups, List<Node> technical, long length, String sha256) {
    public boolean rejected() {
        return faults.stream().anyMatch(f -> f.code().isOf("TA105"));
    }

    /** Whether a set is to be processed: neither it nor its group nor the interchange is rejected. */
    public boolean accepts(InspectedGroup group, InspectedSet set) {
        return !rejected() && group.accepts(set);
    }

    /** The same with one more fault, for what is known outside, such as a duplicate. */
    public InspectedInterchange with(Fault fault) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(fault);
        return new InspectedInterchange(header, partner, List.copyOf(more), groups, technical, length, sha256);
    }

    /** The node TA1 that answers it. */
    public Node technicalAcknowledgment() {
        return TechnicalAcknowledgment.of(header, faults);
    }

    /** Whether a TA1 is to be sent: it was asked for (ISA14), or the interchange is rejected and the partner wants to hear. */
    public boolean technicalAcknowledgmentDue() {
        if (partner.isEmpty()) {
            return false;
        }
        boolean repeated = faults.stream()
            .anyMatch(f -> f.code() == FaultCode.INTERCHANGE_DUPLICATE || f.code() == FaultCode.INTERCHANGE_NUMBER_REUSED);
        boolean wanted = repeated ? partner.get().acknowledgment().duplicates() : partner.get().acknowledgment().technical();
        return header.acknowledgmentRequested() || rejected() && wanted;
    }

    /** The groups a 997 is due for; none where the interchange is rejected. */
    public List<InspectedGroup> groupsToAcknowledge() {
        if (rejected() || partner.isEmpty() || !partner.get().acknowledgment().functional()) {
            return List.of();
        }
        return groups.stream().filter(InspectedGroup::toBeAcknowledged).filter(g -> !silent(g)).toList();
    }

    /** A group all of whose sets are taken as data without an answer, by the setting {@code acknowledge: "no"} of their agreements. */
    private boolean silent(InspectedGroup group) {
        return !group.sets().isEmpty() && group.sets().stream().allMatch(set -> partner.orElseThrow()
            .agreement(Direction.INBOUND, set.id(), group.header().release())
            .filter(a -> "no".equals(a.settings().get("acknowledge"))).isPresent());
    }
}
