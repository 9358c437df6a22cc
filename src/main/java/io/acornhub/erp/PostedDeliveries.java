// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.channel.http.HttpPoster;
import io.acornhub.channel.http.Outcome;
import io.acornhub.channel.http.Posting;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.HttpPosts;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts documents to an ERP system, one a request. Each post has a row, committed before its first byte leaves and after its outcome is
 * known, so that what was taken is never posted again. What is found begun may have got through: it goes again by itself only where
 * the system can tell a repeat, else it is handed to a person, and goes again when that person replays it.
 */
public final class PostedDeliveries {
    /** An attempt of this many timeouts ago is over, whoever made it. */
    private static final int SURELY_OVER = 5;
    private final HttpPosts posts;
    private final HttpPoster poster;
    private final Clock clock;

    public PostedDeliveries(HttpPosts posts, HttpPoster poster, Clock clock) {
        this.posts = posts;
        this.poster = poster;
        this.clock = clock;
    }

    /** What one kind of system asks for and answers. */
    public interface Way {
        /** @throws Secrets.MissingSecret where a secret is not where it should be */
        Posting posting(Delivery delivery);

        /** What the answer says. */
        Verdict verdict(Delivery delivery, Outcome.Answered answer);

        /** Whether the system makes one document of two posts of one delivery. */
        boolean isRepeatable();

        /** What a person is to look for where nobody knows the outcome. */
        String whereToLook(Delivery delivery);
    }

    /**
     * @param what TAKEN: the system has it; LATER: certainly not, and another attempt may be better; REFUSED: certainly not, and never
     *             as it is; UNKNOWN: nobody knows
     * @param words the reference on the other side where it is taken, else what was answered
     * @param after how long the system asks to be left alone
     */
    public record Verdict(What what, String words, Duration after) {
        public enum What {
            TAKEN, LATER, REFUSED, UNKNOWN
        }
    }

    /** What is prepared has yet to be posted, or a person says that it is to be posted again. */
    public void prepare(ErpSystem system, List<Delivery> deliveries) {
        deliveries.forEach(delivery -> posts.notSent(system.name(), delivery.documentId()));
    }

    /** @throws ChannelFault at the first that cannot be posted now; what was taken before it is not posted again */
    public Delivered commit(ErpSystem system, List<Delivery> deliveries, Way way) {
        Map<String, String> references = new LinkedHashMap<>();
        Map<String, List<Fault>> refused = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            String id = delivery.documentId();
            HttpPosts.Entry before = posts.find(system.name(), id).orElse(null);
            if (before != null && before.state() == HttpPosts.State.DONE) {
                references.put(id, before.reference());
                continue;
            }
            Posting posting = posting(system, delivery, way);
            if (before != null && !way.isRepeatable() && isOver(system, before, posting.timeout())) {
                refused.put(id, List.of(nobodyKnows(system, delivery, way, before.words())));
            } else {
                begin(system, before, id);
                Verdict verdict = post(system, delivery, posting, way);
                if (verdict.what() == Verdict.What.TAKEN) {
                    references.put(id, verdict.words());
                } else {
                    refused.put(id, List.of(Fault.onPath(FaultCode.TARGET_REFUSED, place(system), id, system.title() + " refused "
                        + named(delivery) + ": " + verdict.words() + ". Correct the cause, then replay it.")));
                }
            }
        }
        return new Delivered(references, refused);
    }

    private void begin(ErpSystem system, HttpPosts.Entry before, String id) {
        boolean begun = before == null ? posts.begin(system.name(), id, clock.instant())
            : posts.again(system.name(), before, clock.instant());
        if (!begun) {
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, place(system), id, "Document " + id
                + " is being posted to " + system.title() + " by another; it is looked at again."));
        }
    }

    /** Whether the attempt before is surely over, whatever became of it. */
    private boolean isOver(ErpSystem system, HttpPosts.Entry before, Duration timeout) {
        Instant over = before.begunAt().plus(timeout.multipliedBy(SURELY_OVER));
        if (before.state() == HttpPosts.State.POSTING && clock.instant().isBefore(over)) {
            throw ChannelFault.later(Fault.onPath(FaultCode.TARGET_UNREACHABLE, place(system), before.subject(), "Document "
                + before.subject() + " may be under way to " + system.title() + " since " + before.begunAt() + "; it is looked at again"
                + " when that must be over."), Duration.between(clock.instant(), over));
        }
        return true;
    }

    /** TAKEN or REFUSED; whatever else ends in a fault. */
    private Verdict post(ErpSystem system, Delivery delivery, Posting posting, Way way) {
        String id = delivery.documentId();
        Outcome outcome = poster.post(posting);
        Verdict verdict = outcome instanceof Outcome.Answered answer ? way.verdict(delivery, answer)
            : outcome instanceof Outcome.NotSent not ? new Verdict(Verdict.What.LATER, not.reason(), Duration.ZERO)
            : new Verdict(Verdict.What.UNKNOWN, ((Outcome.Unknown) outcome).reason(), Duration.ZERO);
        switch (verdict.what()) {
            case TAKEN -> posts.done(system.name(), id, verdict.words(), clock.instant());
            case UNKNOWN -> posts.unknown(system.name(), id, verdict.words(), clock.instant());
            case LATER, REFUSED -> posts.notSent(system.name(), id);
        }
        if (verdict.what() == Verdict.What.LATER || verdict.what() == Verdict.What.UNKNOWN) {
            boolean certain = verdict.what() == Verdict.What.LATER;
            throw ChannelFault.later(Fault.onPath(FaultCode.TARGET_UNREACHABLE, place(system), posting.url().toString(), named(delivery)
                + (certain ? " could not be posted to " : " was posted, and nobody knows whether it reached ") + system.title() + " ("
                + posting.url() + "): " + verdict.words()), verdict.after());
        }
        return verdict;
    }

    private static Posting posting(ErpSystem system, Delivery delivery, Way way) {
        try {
            return way.posting(delivery);
        } catch (Secrets.MissingSecret e) {
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, place(system), null, "Nothing can be posted to "
                + system.title() + ": " + e.getMessage() + "."), e);
        }
    }

    private static Fault nobodyKnows(ErpSystem system, Delivery delivery, Way way, String words) {
        return Fault.onPath(FaultCode.TARGET_UNREACHABLE, place(system), delivery.documentId(), "Nobody knows whether " + named(delivery)
            + " reached " + system.title() + ": " + (words == null ? "the hub stopped while it was posted" : words) + ". "
            + way.whereToLook(delivery) + " If it is there, say that it arrived; if it is not, replay it.");
    }

    private static String place(ErpSystem system) {
        return "config/erp/" + system.name() + ".yaml settings.url";
    }

    private static String named(Delivery delivery) {
        return delivery.document().type() + " " + delivery.document().businessKey();
    }
}
