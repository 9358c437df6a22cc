// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Event;
import io.acornhub.interchange.Interchanges;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads timelines and checks their hash chains. */
@Component
class AuditTrail {
    private final Interchanges interchanges;

    AuditTrail(Interchanges interchanges) {
        this.interchanges = interchanges;
    }

    /**
     * @param endSeq and {@code endHash}: the end of the chain as kept with the document or interchange
     */
    Views.Timeline of(String subject, int endSeq, String endHash) {
        List<Event> events = interchanges.trail(subject);
        Integer broken = firstBroken(events, endSeq, endHash);
        return new Views.Timeline(broken == null, broken,
            events.stream().map(e -> new Views.EventView(e.seq(), e.at(), e.stage(), e.what(), e.detail())).toList());
    }

    static Integer firstBroken(List<Event> events, int endSeq, String endHash) {
        String last = null;
        int seq = 0;
        for (Event event : events) {
            if (event.seq() != ++seq || !event.follows(last)) {
                return seq;
            }
            last = event.hash();
        }
        boolean whole = seq == endSeq && (last == null ? endHash == null : last.equals(endHash));
        return whole ? null : seq + 1;
    }
}
