// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.Leases;
import io.acornhub.lifecycle.Deadlines;
import io.acornhub.lifecycle.RunningDeadline;
import io.acornhub.routing.internal.calendar.CertificateWatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks which deadlines have passed a mark, and which secrets run out, and raises what that makes. One hub process at a time
 * looks; two that should do so at once raise nothing twice, since each deadline is locked and each alarm has its key.
 */
@Component("deadlines")
public class DeadlineWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int MOST = 500;
    private final StageTools tools;
    private final Leases leases;
    private final Deadlines deadlines;
    private final Reconciliation reconciliation;
    private final SecretWatch secrets;
    private final CertificateWatch certificates;
    private final Clock clock;

    public DeadlineWatch(StageTools tools, Leases leases, Deadlines deadlines, Reconciliation reconciliation, SecretWatch secrets,
                         CertificateWatch certificates, Clock clock) {
        this.tools = tools;
        this.leases = leases;
        this.deadlines = deadlines;
        this.reconciliation = reconciliation;
        this.secrets = secrets;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** One look; what was missed while no hub ran is found by the first. */
    public void run() {
        if (!leases.holds("deadlines")) {
            return;
        }
        Instant now = clock.instant();
        for (RunningDeadline deadline : deadlines.toLookAt(now, MOST)) {
            try {
                tools.transaction().executeWithoutResult(status -> look(deadline, now));
            } catch (DataAccessException e) {
                LOG.warn("deadline  {} cannot be looked at now: {}", deadline.inWords(), e.getMessage());
            }
        }
        secrets();
    }

    private void secrets() {
        try {
            secrets.run();
            certificates.run();
        } catch (DataAccessException e) {
            LOG.warn("calendar  nothing can be looked at now: {}", e.getMessage());
        }
    }

    /** A partner's answer is locked like everywhere: the document first, then its deadline. */
    private void look(RunningDeadline deadline, Instant now) {
        boolean ofPartner = deadline.ofPartner() && deadline.documentId() != null;
        if (ofPartner) {
            tools.documents().lock(List.of(deadline.documentId()));
        }
        deadlines.pass(deadline.id(), now).ifPresent(missed -> {
            LOG.warn("deadline  {} was due {} and is not there", missed.inWords(), missed.dueAt());
            if (ofPartner) {
                reconciliation.overdue(missed);
            }
        });
    }
}
