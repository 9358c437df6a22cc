// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Light;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.watch.StageWatch;
import java.io.IOException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What happens to a message whose stage failed. A channel fault goes back to its queue with a growing delay, up to a bound, or is
 * parked at once where it is final; a bug in one document of many is isolated first; what is left is parked, loudly. The answer is
 * sent in the same JMS transaction that takes the failed message away, so nothing is lost in between and no consumer waits.
 */
@Component("failures")
public class Failures {
    static final String ATTEMPT = "AcornAttempt";
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private final StageTools tools;
    private final Deliveries deliveries;
    private final StageWatch watch;

    public Failures(StageTools tools, Deliveries deliveries, StageWatch watch) {
        this.tools = tools;
        this.deliveries = deliveries;
        this.watch = watch;
    }

    /** Sets the body to the messages to send, each with its queue and delay. */
    public List<Retry> decide(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        WorkMessage message = exchange.getMessage().getBody(WorkMessage.class);
        String queue = ((JmsEndpoint) exchange.getFromEndpoint()).getDestinationName();
        int attempt = exchange.getMessage().getHeader(ATTEMPT, 0, Integer.class) + 1;
        HubSettings.Retry policy = tools.settings().retry();
        boolean transientCause = isTransient(cause);
        if (cause instanceof ChannelFault && Queues.handsOver(queue)) {
            watch.fails(Queues.stage(queue), cause.getMessage());
        }
        if (cause instanceof ChannelFault fault && fault.isFinal()) {
            park(queue, message, cause, "CHANNEL");
            return List.of(new Retry(Queues.parked(queue), message, 0, 0));
        }
        if (transientCause && attempt < policy.attempts()) {
            Duration delay = delay(policy, attempt, cause);
            LOG.warn("{} {} attempt {} of {} failed, again in {} s: {}", Queues.stage(queue), message.trace(), attempt, policy.attempts(),
                delay.toSeconds(), cause.getMessage());
            note(queue, message, cause);
            return List.of(new Retry(queue, message, delay.toMillis(), attempt));
        }
        if (!transientCause && message.documents().size() > 1) {
            return message.documents().stream()
                .map(d -> new Retry(queue, new WorkMessage(message.interchange(), List.of(d)), 0, 0)).toList();
        }
        park(queue, message, cause, transientCause ? "CHANNEL" : "BUG");
        return List.of(new Retry(Queues.parked(queue), message, 0, 0));
    }

    /** One message to send on; {@code delayMillis} 0 means now. */
    public record Retry(String queue, WorkMessage message, long delayMillis, int attempt) {
    }

    /** As the policy says, or as long as the other side asks for, up to a day. */
    private static Duration delay(HubSettings.Retry policy, int attempt, Exception cause) {
        double bounded = policy.after(attempt).toMillis();
        if (cause instanceof ChannelFault fault) {
            bounded = Math.max(bounded, Math.min(fault.notBefore().toMillis(), LONGEST_ASKED.toMillis()));
        }
        return Duration.ofMillis((long) (bounded * (1 + ThreadLocalRandom.current().nextDouble(0.2))));
    }

    private static boolean isTransient(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ChannelFault || at instanceof TransientDataAccessException || at instanceof DataAccessResourceFailureException
                || at instanceof CannotCreateTransactionException || at instanceof SQLTransientException
                || at instanceof ConcurrencyFailureException || at instanceof DuplicateKeyException
                || at instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** Shows the failed attempt, and that another will come, which keeps the sweep away. */
    private void note(String queue, WorkMessage message, Exception cause) {
        String system = system(queue);
        String text = String.valueOf(cause.getMessage());
        tools.failed(Queues.stage(queue), "", "CHANNEL");
        tools.transaction().executeWithoutResult(status -> {
            tools.documents().touch(message.documents());
            if (system != null) {
                deliveries.failed(system, message.documents(), text);
            }
            if (message.documents().isEmpty()) {
                tools.interchanges().event(message.interchange(), Queues.stage(queue), "failed", text);
            }
        });
    }

    private void park(String queue, WorkMessage message, Exception cause, String family) {
        LOG.error("{} {} parked after the last attempt", Queues.stage(queue), message.trace(), cause);
        tools.failed(Queues.stage(queue), "", family);
        String text = cause instanceof ChannelFault ? cause.getMessage()
            : "unexpected " + cause.getClass().getSimpleName() + ": " + cause.getMessage() + " (see the log at trace "
                + message.trace() + ")";
        tools.transaction().executeWithoutResult(status -> {
            String subject = message.documents().isEmpty() ? message.interchange() : null;
            if (subject != null) {
                tools.parked().park(subject, queue, family, text);
                tools.interchanges().event(subject, Queues.stage(queue), "parked", text);
                return;
            }
            String system = system(queue);
            List<DocumentChange> changes = new ArrayList<>();
            for (Document document : tools.documents().lock(message.documents())) {
                DocumentChange change = new DocumentChange(document).event(Queues.stage(queue), "parked", text);
                if (system == null) {
                    change.state(DocumentState.PARKED);
                } else {
                    change.light(Light.DELIVERED, Light.Colour.RED);
                    deliveries.set(system, Deliveries.PARKED, document.id());
                    deliveries.failed(system, List.of(document.id()), text);
                }
                changes.add(change);
                tools.parked().park(document.id(), queue, family, text);
            }
            tools.documents().apply(changes);
        });
    }

    /** The ERP system a deliver queue belongs to, null for other queues. */
    static String system(String queue) {
        String prefix = Queues.name(Queues.INBOUND_DELIVER) + ".";
        return queue.startsWith(prefix) ? queue.substring(prefix.length()) : null;
    }
}
