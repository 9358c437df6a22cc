// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.routing.Interventions.Outcome;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person decides about something that was posted. */
@Component
public class PostedByHand {
    private final Submissions submissions;
    private final Posted posted;
    private final SubmissionOutcomes outcomes;
    private final SubmissionSettings settings;
    private final Clock clock;

    public PostedByHand(Submissions submissions, Posted posted, SubmissionOutcomes outcomes, SubmissionSettings settings, Clock clock) {
        this.submissions = submissions;
        this.posted = posted;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Its request goes again as it is; in the caller's transaction, with request and document locked. Nothing to do for a file. */
    public void again(String interchangeId, String why) {
        submissions.ofInterchange(interchangeId).ifPresent(s -> submissions.save(submissions.lock(s.id()).ready(null, null, 0,
            "sent again by " + why)));
    }

    /** Somebody saw it on Amazon's side: it counts as accepted, and is looked for as anything else that does. */
    public Outcome arrived(String documentId, String who, String reason) {
        Optional<Submission> found = submissions.ofDocument(documentId).stream().findFirst()
            .filter(s -> s.state() == SubmissionState.HELD || s.state() == SubmissionState.UNKNOWN);
        String words = "it arrived, as " + who + " says: " + reason;
        Instant now = clock.instant();
        boolean done = found.isPresent() && posted.change(found.get().id(), s -> s.state() == found.get().state(), at -> {
            outcomes.taken(at, at.submission().submitted(null, null, null, words), words);
            outcomes.assumed(at, null, settings.proofAfter(now, now, 0), words, false);
        });
        return done ? new Outcome(true, "Document " + documentId + " counts as accepted.") : new Outcome(false, "Of document " + documentId
            + " nobody asks whether it arrived; nothing was done.");
    }
}
