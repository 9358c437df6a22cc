// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

import io.acornhub.archive.Archive;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.http.HttpPoster;
import io.acornhub.channel.http.Outcome;
import io.acornhub.channel.http.Posting;
import io.acornhub.channel.http.Receiver;
import io.acornhub.channel.http.TlsContexts;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.HttpPosts;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Secrets;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.ParkedWork;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.Transmissions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Outbound: posts a stored interchange to a partner. Its id is the key of the post on every attempt, so that the receiver can tell a
 * repeat; where the receiver cannot ({@code retryUnknown: "false"}), a post whose outcome nobody knows is parked, and goes again
 * only when a person replays it.
 */
@Component("httpSending")
public class HttpSending {
    private static final int STILL_AT_WORK = 5;
    private final StageTools tools;
    private final Transmissions transmissions;
    private final Doors doors;
    private final Archive archive;
    private final Secrets secrets;
    private final HttpPosts posts;
    private final ParkedWork parked;
    private final TlsContexts tls;
    private final Clock clock;
    private final HttpPoster poster = new HttpPoster();

    public HttpSending(StageTools tools, Transmissions transmissions, Doors doors, Archive archive, Secrets secrets, HttpPosts posts,
                       ParkedWork parked, HubSettings settings, Clock clock) {
        this.tools = tools;
        this.transmissions = transmissions;
        this.doors = doors;
        this.archive = archive;
        this.secrets = secrets;
        this.posts = posts;
        this.parked = parked;
        this.tls = new TlsContexts(new Certificates(secrets, settings.data()));
        this.clock = clock;
    }

    public void post(WorkMessage message, @Header("AcornConnection") String connection) {
        tools.traced(Queues.OUTBOUND_SEND, message, () -> {
            transmissions.open(message).ifPresent(interchange -> send(interchange, connection));
            return null;
        });
    }

    private void send(Interchange interchange, String connection) {
        Channel channel = doors.channel(interchange.counterpart(), connection).orElseThrow();
        Receiver receiver = Receiver.of(channel.settings(), "application/edi-x12");
        Posting posting = posting(interchange, channel, receiver);
        transmissions.begin(interchange, () -> { });
        if (!mayPost(interchange, connection, receiver)) {
            HttpPosts.Entry before = posts.find(connection, interchange.id()).orElseThrow();
            posts.unknown(connection, interchange.id(), "ended without an answer", clock.instant());
            throw unknown(interchange, connection, before.words() == null ? "the hub stopped while it was posted" : before.words());
        }
        outcome(interchange, connection, receiver, poster.post(posting));
    }

    private Posting posting(Interchange interchange, Channel channel, Receiver receiver) {
        Posting.Body body = new Posting.Body() {
            @Override
            public long length() {
                return interchange.sizeBytes();
            }

            @Override
            public InputStream open() throws IOException {
                return archive.open(interchange.sha256());
            }
        };
        try {
            return receiver.posting(interchange.id(), body, secrets, clock, tls.of(channel, clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Secrets.MissingSecret e) {
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, "outSecret", null, "Nothing can be posted to "
                + receiver.url() + ": " + e.getMessage() + "."), e);
        }
    }

    /** Whether this attempt may post; only receivers that cannot tell repeats need the question. */
    private boolean mayPost(Interchange interchange, String connection, Receiver receiver) {
        if (receiver.retryUnknown() || posts.begin(connection, interchange.id(), clock.instant())) {
            return true;
        }
        HttpPosts.Entry before = posts.find(connection, interchange.id()).orElseThrow();
        if (parked.isReplayedSince(interchange.id(), before.begunAt()) && posts.again(connection, before, clock.instant())) {
            return true;
        }
        Instant surelyOver = before.begunAt().plus(receiver.timeout().multipliedBy(STILL_AT_WORK));
        if (before.state() == HttpPosts.State.POSTING && clock.instant().isBefore(surelyOver)) {
            throw new ChannelFault(Fault.of(FaultCode.TARGET_UNREACHABLE, interchange.fileName() + " may be under way to " + receiver.url()
                + " since " + before.begunAt() + "; it is looked at again."));
        }
        return false;
    }

    private void outcome(Interchange interchange, String connection, Receiver receiver, Outcome outcome) {
        String name = interchange.fileName();
        if (outcome instanceof Outcome.NotSent not) {
            posts.notSent(connection, interchange.id());
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, "url", receiver.url().toString(), name
                + " could not be posted to " + receiver.url() + ": " + not.reason()));
        }
        if (outcome instanceof Outcome.Unknown nobody) {
            if (!receiver.retryUnknown()) {
                posts.unknown(connection, interchange.id(), nobody.reason(), clock.instant());
                throw unknown(interchange, connection, nobody.reason());
            }
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, "url", receiver.url().toString(), name + " was posted to "
                + receiver.url() + " and no answer came: " + nobody.reason() + ". It goes again under the same key."));
        }
        Outcome.Answered answer = (Outcome.Answered) outcome;
        if (answer.isGood() || answer.status() == 409 && receiver.conflictIsDelivered()) {
            posts.done(connection, interchange.id(), "HTTP " + answer.status(), clock.instant());
            transmissions.sent(interchange, "POST " + receiver.url() + ", answer " + answer.status() + ", key " + interchange.id(),
                Light.Colour.GREEN);
            return;
        }
        if (Answers.isLater(answer.status(), receiver.retryUnknown())) {
            posts.notSent(connection, interchange.id());
            throw ChannelFault.later(Fault.onPath(FaultCode.TARGET_UNREACHABLE, "url", receiver.url().toString(), receiver.url()
                + " does not take " + name + " now: " + answer.inWords()), answer.retryAfter(clock));
        }
        if (answer.status() >= 500) {
            posts.unknown(connection, interchange.id(), answer.inWords(), clock.instant());
            throw unknown(interchange, connection, "it answered " + answer.inWords());
        }
        posts.notSent(connection, interchange.id());
        throw ChannelFault.parked(Fault.onPath(FaultCode.TARGET_REFUSED, "url", receiver.url().toString(), receiver.url() + " refused "
            + name + ": " + answer.inWords() + ". Correct the cause, then replay it."));
    }

    private static ChannelFault unknown(Interchange interchange, String connection, String reason) {
        return ChannelFault.parked(Fault.onPath(FaultCode.TARGET_UNREACHABLE, "url", connection, "Nobody knows whether "
            + interchange.fileName() + " (key " + interchange.id() + ") reached " + interchange.counterpart() + ": " + reason
            + ". Ask them. If they have not got it, replay it; if they have, say that it arrived."));
    }
}
