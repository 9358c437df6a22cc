// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.routing.SubmissionSettings;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which of many submissions are looked for one at a time, and which together, on the pages of a window of time. A window reaches from
 * the oldest of them until now, so a few old ones would fill it with all that was posted since: each of them costs one call alone.
 */
@Component
class LookSplit {
    private final Submissions submissions;
    private final SubmissionSettings settings;
    private final Clock clock;

    LookSplit(Submissions submissions, SubmissionSettings settings, Clock clock) {
        this.submissions = submissions;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param from when the first of those that are looked for together was posted */
    record Split(List<Submission> alone, List<Submission> together, Instant from) {
    }

    /** @param page how many are shown on one page */
    Split of(Connection connection, Operation operation, List<Submission> wanted, int page) {
        if (wanted.size() < settings.together()) {
            return new Split(wanted, List.of(), null);
        }
        List<Submission> oldestFirst = wanted.stream().sorted(Comparator.comparing(this::postedAt)).toList();
        int alone = 0;
        long least = Long.MAX_VALUE;
        for (int old = 0; old < oldestFirst.size(); old = Math.max(1, 2 * old)) {
            long calls = old + 1 + submissions.postedSince(connection.name(), operation, postedAt(oldestFirst.get(old))) / page;
            if (calls < least) {
                least = calls;
                alone = old;
            }
        }
        if (oldestFirst.size() <= least) {
            return new Split(oldestFirst, List.of(), null);
        }
        List<Submission> together = oldestFirst.subList(alone, oldestFirst.size());
        return new Split(oldestFirst.subList(0, alone), together, postedAt(together.get(0)));
    }

    private Instant postedAt(Submission submission) {
        return submission.postedAt() == null ? clock.instant() : submission.postedAt();
    }
}
