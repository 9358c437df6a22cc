// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Interchanges;
import io.acornhub.routing.Interventions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Interventions", description = "What a person decides; who and why goes into the audit trail")
class InterventionController {
    private static final int LONGEST_REASON = 500;
    private final Interventions interventions;
    private final Documents documents;
    private final Interchanges interchanges;

    InterventionController(Interventions interventions, Documents documents, Interchanges interchanges) {
        this.interventions = interventions;
        this.documents = documents;
        this.interchanges = interchanges;
    }

    record Reason(@Schema(description = "Why, for the audit trail", example = "agreed with the buyer") String reason) {
    }

    @PostMapping("/documents/{id}/release")
    @Operation(summary = "Let a held document pass its rules")
    Views.Decision release(@PathVariable String id, @RequestBody Reason body, Principal operator) {
        knownDocument(id);
        return decided(interventions.release(id, operator.getName(), checked(body)));
    }

    @PostMapping("/documents/{id}/drop")
    @Operation(summary = "End a held or parked document; nothing of it is sent")
    Views.Decision drop(@PathVariable String id, @RequestBody Reason body, Principal operator) {
        knownDocument(id);
        return decided(interventions.drop(id, operator.getName(), checked(body)));
    }

    @PostMapping("/documents/{id}/replay")
    @Operation(summary = "Do the stage at which a document is parked again")
    Views.Decision replay(@PathVariable String id, Principal operator) {
        knownDocument(id);
        return decided(interventions.replay(id, operator.getName()));
    }

    @PostMapping("/documents/{id}/resend")
    @Operation(summary = "Send what the partner rejected or has not acknowledged again")
    Views.Decision resend(@PathVariable String id,
        @Parameter(description = "same: the same bytes with the same control numbers, everything in that interchange; new: this document "
            + "alone under new control numbers") @RequestParam String numbers,
        @RequestBody Reason body, Principal operator) {
        knownDocument(id);
        if (!List.of("same", "new").contains(numbers)) {
            throw Refusal.bad("numbers must be same or new, not '" + numbers + "'.");
        }
        return decided(interventions.resend(id, "new".equals(numbers), operator.getName(), checked(body)));
    }

    @PostMapping("/documents/{id}/arrived")
    @Operation(summary = "Say that what was posted by API, and of which the hub could not tell, did arrive")
    Views.Decision arrived(@PathVariable String id, @RequestBody Reason body, Principal operator) {
        knownDocument(id);
        return decided(interventions.arrived(id, operator.getName(), checked(body)));
    }

    @PostMapping("/interchanges/{id}/replay")
    @Operation(summary = "Do the stage at which an interchange is parked again")
    Views.Decision replayInterchange(@PathVariable String id, Principal operator) {
        if (interchanges.find(id).isEmpty()) {
            throw Refusal.unknown("interchange", id);
        }
        return decided(interventions.replay(id, operator.getName()));
    }

    private void knownDocument(String id) {
        if (documents.find(id).isEmpty()) {
            throw Refusal.unknown("document", id);
        }
    }

    private static String checked(Reason body) {
        String reason = Parameters.text(body.reason());
        if (reason == null || reason.length() > LONGEST_REASON) {
            throw Refusal.bad("A decision needs a reason of 1 to " + LONGEST_REASON + " characters: {\"reason\": \"...\"}.");
        }
        return reason;
    }

    private static Views.Decision decided(Interventions.Outcome outcome) {
        if (!outcome.done()) {
            throw Refusal.conflict(outcome.text());
        }
        return new Views.Decision(true, outcome.text());
    }
}
