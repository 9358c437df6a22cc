// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.interchange.Leases;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks what became of what was posted by one connection, when that is due. Each operation is looked for by a route
 * of its own, since what proves it has a usage plan of its own: invoices, of which Amazon shows one in two seconds, keep no
 * acknowledgment waiting. One hub process at a time looks; should two do so, each submission is locked and its state asked again before
 * anything is written. Where many are due they are looked for together, which takes fewer calls than asking for each transaction.
 */
@Component("submissionLooks")
public class SubmissionLooks {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionLooks.class);
    private static final int MOST = 500;
    private final Submissions submissions;
    private final Connections connections;
    private final Leases leases;
    private final Recovery recovery;
    private final Verdict verdict;
    private final Map<Operation, Prover> provers = new EnumMap<>(Operation.class);
    private final SubmissionSettings settings;
    private final Clock clock;

    public SubmissionLooks(Submissions submissions, Connections connections, Leases leases, Recovery recovery, Verdict verdict,
                           List<Prover> provers, SubmissionSettings settings, Clock clock) {
        this.submissions = submissions;
        this.connections = connections;
        this.leases = leases;
        this.recovery = recovery;
        this.verdict = verdict;
        provers.forEach(p -> this.provers.put(p.of(), p));
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One look; what was missed while no hub ran is found by the first.
     *
     * @param operations by which it was posted, Amazon's operation ids with commas between
     */
    public void look(@Header("AcornConnection") String name, @Header("AcornOperation") String operations) {
        for (String id : operations.split(",")) {
            look(name, Operation.of(id.strip()).orElseThrow(() -> new IllegalArgumentException("no operation " + id)));
        }
    }

    private void look(String name, Operation operation) {
        if (!leases.holds("submissions-" + name + "-" + operation.id())) {
            return;
        }
        Connection connection = connections.find(name).orElseThrow();
        List<Submission> unknown = new ArrayList<>();
        List<Submission> open = new ArrayList<>();
        for (Submission s : submissions.due(name, operation, clock.instant(), MOST)) {
            switch (s.state()) {
                case READY -> orWarn(s.inWords(), () -> recovery.post(s));
                case POSTING -> orWarn(s.inWords(), () -> recovery.givenUp(s));
                case UNKNOWN -> unknown.add(s);
                case SUBMITTED, ASSUMED_ACCEPTED -> open.add(s);
                default -> LOG.warn("submission {} is {} and due, which cannot be", s.inWords(), s.state());
            }
        }
        if (!unknown.isEmpty()) {
            orWarn(operation.id(), () -> recovery.recover(connection, provers.get(operation), unknown));
        }
        if (!open.isEmpty()) {
            orWarn(operation.id(), () -> open(connection, provers.get(operation), open));
        }
    }

    private void open(Connection connection, Prover prover, List<Submission> due) {
        boolean together = prover != null && due.size() >= settings.together();
        Map<String, Finding> found = new HashMap<>(together ? prover.look(connection, due) : Map.of());
        for (Submission s : due) {
            orWarn(s.inWords(), () -> verdict.decide(connection, together ? null : prover, s, found.get(s.id())));
        }
    }

    /** A database that is away now, a submission that cannot be read or a bug does not keep the others. */
    private static void orWarn(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            LOG.warn("submission {} cannot be looked at now: {}", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("submission {} cannot be looked at; it is tried again", what, e);
        }
    }
}
