// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.ApiError;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.KeptCall;
import io.acornhub.sellingpartner.KeptCall.Outcome;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.SellingPartner;
import io.acornhub.sellingpartner.internal.TokenAnswer.Token;
import io.acornhub.sellingpartner.internal.UsagePlan.Entry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls over HTTP: token, place in the usage plan, request, what the answer means, and again where that is safe. */
public final class HttpSellingPartner implements SellingPartner {
    private static final Duration LATER = Duration.ofSeconds(10);
    /** How long a denied operation is not tried with a new token again. */
    private static final Duration DENIED = Duration.ofMinutes(5);
    private static final int FIRST_FAILURE = 500;
    private final Wire wire;
    private final Tokens tokens;
    private final UsagePlans plans;
    private final SellingPartnerSettings settings;
    private final CallLog log;
    private final Clock clock;
    private final String userAgent;
    private final Map<UsagePlans.Key, Instant> denied = new ConcurrentHashMap<>();

    public HttpSellingPartner(Wire wire, Tokens tokens, UsagePlans plans, SellingPartnerSettings settings, CallLog log, Clock clock,
                              String userAgent) {
        this.wire = wire;
        this.tokens = tokens;
        this.plans = plans;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    @Override
    public CallResult call(Connection connection, Call call) {
        try {
            return new Course(connection, call).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CallResult.Unavailable("the hub is stopping", LATER);
        }
    }

    /** What one request came to: the end, or the same again after a pause, where attempts are left. */
    private record Verdict(Outcome outcome, CallResult result, boolean again, Duration pause, boolean counts) {
        static Verdict end(Outcome outcome, CallResult result) {
            return new Verdict(outcome, result, false, Duration.ZERO, true);
        }
    }

    /** One call with its repetitions. */
    private final class Course {
        private final Connection connection;
        private final Call call;
        private final String target;
        private final UsagePlan plan;
        private final UsagePlans.Key key;
        private int requests;
        private int attempts;
        private boolean renewed;

        Course(Connection connection, Call call) {
            this.connection = connection;
            this.call = call;
            this.target = Target.of(call);
            this.key = new UsagePlans.Key(connection.name(), call.operation());
            this.plan = plans.of(key);
        }

        CallResult run() throws InterruptedException {
            while (true) {
                Verdict verdict = once();
                if (verdict.counts()) {
                    attempts++;
                }
                if (!verdict.again() || attempts >= settings.attempts()) {
                    return verdict.result();
                }
                Pause.until(clock, clock.instant().plus(verdict.pause()));
            }
        }

        private Verdict once() throws InterruptedException {
            requests++;
            Instant started = clock.instant();
            TokenAnswer answer = tokens.get(connection, Grant.VENDOR, settings.patience());
            if (answer instanceof TokenAnswer.None none) {
                return kept(started, null, Verdict.end(Outcome.NOT_SENT, new CallResult.Unavailable(none.reason(), none.after())),
                    none.reason());
            }
            Entry entry = plan.enter(settings.patience());
            if (entry instanceof Entry.Full full) {
                String reason = "the usage plan of " + call.operation().id() + " has no place";
                return kept(started, null, Verdict.end(Outcome.NOT_SENT, new CallResult.Unavailable(reason, full.after())), reason);
            }
            Instant sent = clock.instant();
            try (Entry.Place place = (Entry.Place) entry) {
                Wire.Reply reply = wire.send(request((Token) answer));
                return reply instanceof Wire.Reply.Came came ? came(came, sent, place, (Token) answer) : silence(reply, sent);
            }
        }

        private Wire.Request request(Token token) {
            Map<String, String> headers = Map.of("x-amz-access-token", token.value(), "user-agent", userAgent, "accept",
                "application/json", "content-type", "application/json");
            return new Wire.Request(call.operation().method(), URI.create(connection.endpoint() + target), headers, call.body(),
                connection.timeout());
        }

        /** No answer: what never left may be sent again, what may have arrived only where asking twice does no harm. */
        private Verdict silence(Wire.Reply reply, Instant sent) {
            if (reply instanceof Wire.Reply.NotSent not) {
                return kept(sent, null, again(Outcome.NOT_SENT, not.reason()), not.reason());
            }
            String reason = ((Wire.Reply.Lost) reply).reason();
            return kept(sent, null, unanswered(reason), reason);
        }

        private Verdict came(Wire.Reply.Came came, Instant sent, Entry.Place place, Token token) {
            Answer answer = new Answer(came.status(), came.body(), came.header("x-amzn-requestid"), limit(came), clock.instant());
            if (answer.rateLimit() != null) {
                plan.told(answer.rateLimit());
            }
            if (came.status() >= 200 && came.status() < 300) {
                plan.served();
                denied.remove(key);
                return kept(sent, answer, Verdict.end(Outcome.ANSWERED, new CallResult.Answered(answer)), null);
            }
            List<ApiError> errors = Errors.of(came.status(), came.body());
            String words = came.status() + " " + errors.get(0).inWords();
            if (came.status() == 429) {
                Duration blocked = plan.throttled(place.at());
                return kept(sent, answer, new Verdict(Outcome.THROTTLED, new CallResult.Unavailable(words, blocked),
                    blocked.compareTo(settings.patience()) <= 0, Duration.ZERO, true), words);
            }
            if (came.status() >= FIRST_FAILURE) {
                return kept(sent, answer, unanswered(words), words);
            }
            plan.served();
            CallResult.Refused refused = new CallResult.Refused(answer, errors);
            return kept(sent, answer, refused.denied() ? denied(refused, token) : Verdict.end(Outcome.REFUSED, refused), words);
        }

        /** Once with a new token: Amazon says of an expired token just what it says of a missing role. */
        private Verdict denied(CallResult.Refused refused, Token token) {
            Instant until = denied.get(key);
            if (renewed || until != null && clock.instant().isBefore(until)) {
                denied.putIfAbsent(key, clock.instant().plus(DENIED));
                return Verdict.end(Outcome.REFUSED, refused);
            }
            denied.remove(key);
            renewed = true;
            tokens.drop(connection, Grant.VENDOR, token);
            return new Verdict(Outcome.REFUSED, refused, true, Duration.ZERO, false);
        }

        /** It may have arrived. */
        private Verdict unanswered(String reason) {
            return call.operation().isPost() ? Verdict.end(Outcome.UNKNOWN, new CallResult.OutcomeUnknown(reason))
                : again(Outcome.UNAVAILABLE, reason);
        }

        private Verdict again(Outcome outcome, String reason) {
            Duration pause = Pause.withJitter(settings.pause().multipliedBy(1L << Math.min(attempts, 10)));
            return new Verdict(outcome, new CallResult.Unavailable(reason, LATER), true, pause, true);
        }

        private Verdict kept(Instant started, Answer answer, Verdict verdict, String words) {
            Operation operation = call.operation();
            log.keep(new KeptCall(connection.name(), operation.id(), operation.method(), target, Target.subject(call), requests, started,
                Duration.between(started, clock.instant()).toMillis(), answer == null ? null : answer.status(),
                answer == null ? null : answer.requestId(), answer == null ? null : answer.rateLimit(), verdict.outcome(), words), answer);
            return verdict;
        }

        private static BigDecimal limit(Wire.Reply.Came came) {
            String said = came.header("x-amzn-ratelimit-limit");
            try {
                return said == null ? null : new BigDecimal(said.strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
