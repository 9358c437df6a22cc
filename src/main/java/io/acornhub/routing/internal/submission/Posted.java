// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.Interchange;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** One submission with its request and its document, all locked in the order in which the hub locks: request, document, row. */
@Component
class Posted {
    private final StageTools tools;
    private final Submissions submissions;

    Posted(StageTools tools, Submissions submissions) {
        this.tools = tools;
        this.submissions = submissions;
    }

    /** As they are in the transaction; {@code change} is written at its end. */
    record Locked(Submission submission, Interchange request, Document document, DocumentChange change) {
    }

    /**
     * Does something in one transaction, if the submission still is as expected.
     *
     * @return whether it was
     */
    boolean change(String submissionId, Predicate<Submission> still, Consumer<Locked> work) {
        return Boolean.TRUE.equals(tools.transaction().execute(status -> {
            Submission found = submissions.find(submissionId).orElseThrow();
            Interchange request = tools.interchanges().lock(found.interchangeId());
            Document document = tools.documents().lock(List.of(found.documentId())).get(0);
            Submission now = submissions.lock(submissionId);
            if (!still.test(now)) {
                return false;
            }
            Locked locked = new Locked(now, request, document, new DocumentChange(document));
            work.accept(locked);
            tools.documents().apply(List.of(locked.change()));
            return true;
        }));
    }
}
