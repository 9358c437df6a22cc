// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

import io.acornhub.archive.Archive;
import io.acornhub.channel.http.Credentials;
import io.acornhub.channel.http.FailureThrottle;
import io.acornhub.channel.http.PostedBody;
import io.acornhub.channel.http.Signature;
import io.acornhub.partner.Secrets;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.Intake;
import io.acornhub.routing.internal.Receiving;
import io.acornhub.routing.internal.TakenFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes what partners and ERP systems post. A post is answered well only when its bytes are archived and its row is committed; the
 * same key with the same bytes is answered as before and makes nothing new, so a sender that got no answer may always post again.
 */
@Component("httpDoor")
public class HttpDoor {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final String ANSWER = "AcornAnswer";
    private static final Map<String, String> SOON = Map.of("Retry-After", "5");
    private static final int AT_ONCE = 100;
    private static final int LONGEST_KEY = 100;
    private final Doors doors;
    private final Archive archive;
    private final Intake intake;
    private final Secrets secrets;
    private final Clock clock;
    private final FailureThrottle throttle;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public HttpDoor(Doors doors, Archive archive, Intake intake, Secrets secrets, Clock clock) {
        this.doors = doors;
        this.archive = archive;
        this.intake = intake;
        this.secrets = secrets;
        this.clock = clock;
        this.throttle = new FailureThrottle(clock);
    }

    /** Sets the body to the message for the next stage, or to nothing; the answer waits for {@link #answer}. */
    public void receive(Exchange exchange) {
        Message message = exchange.getMessage();
        Post post = Post.of(message);
        Reply reply;
        try {
            DoorSettings door = doors.of(post.counterpart(), post.connection());
            reply = head(post, door).map(Reply::new).orElseGet(() -> body(exchange, post, door));
        } catch (IllegalArgumentException | Secrets.MissingSecret e) {
            LOG.error("receive   {}: nothing can be posted, {}", post.connection(), e.getMessage());
            reply = new Reply(DoorAnswer.problem(503, "This connection is not ready; tell the people who run the hub.",
                Map.of("Retry-After", "60")));
        }
        exchange.setProperty(ANSWER, reply.answer());
        message.removeHeaders("*");
        message.setBody(reply.work());
    }

    /** Answers the sender. */
    public void answer(Exchange exchange) {
        exchange.getProperty(ANSWER, DoorAnswer.class).writeTo(exchange.getMessage());
    }

    private record Reply(DoorAnswer answer, WorkMessage work) {
        Reply(DoorAnswer answer) {
            this(answer, null);
        }
    }

    /** What is wrong before the body is looked at. */
    private Optional<DoorAnswer> head(Post post, DoorSettings door) {
        if (throttle.isPaused(post.connection(), post.address())) {
            return refuse(post, 429, "Too many wrong credentials from this address; wait a minute and try again.",
                Map.of("Retry-After", Long.toString(FailureThrottle.PAUSE.toSeconds())));
        }
        if (!isKnown(post, door)) {
            return Optional.of(unknown(post, door));
        }
        if (!"POST".equals(post.method())) {
            return refuse(post, 405, "Documents are posted: use the method POST.", Map.of("Allow", "POST"));
        }
        if (!post.encoding().isEmpty() && !"identity".equalsIgnoreCase(post.encoding())) {
            return refuse(post, 415, "Content-Encoding " + post.encoding() + " is not taken; send the document as it is.", Map.of());
        }
        if (post.mediaType().matches("application/x-www-form-urlencoded|multipart/.*")) {
            return refuse(post, 415, "The body must be the document itself, not a form: say what it is with Content-Type, for example"
                + " application/edi-x12.", Map.of());
        }
        if (!door.accept().isEmpty() && !door.accept().contains(post.mediaType())) {
            return refuse(post, 415, "Content-Type '" + post.mediaType() + "' is not taken here; what is: " + String.join(", ",
                door.accept()) + ".", Map.of());
        }
        if (post.length() > door.largest()) {
            return tooLarge(post, door);
        }
        if (post.key().isEmpty() && door.keyNeeded()) {
            return refuse(post, 400, "The header Idempotency-Key is missing. Give each document a key of its own, and the same key when"
                + " you post it again.", Map.of());
        }
        if (!post.key().orElse("-").matches("[\\x21-\\x7E]{1," + LONGEST_KEY + "}")) {
            return refuse(post, 400, "The key is not 1 to " + LONGEST_KEY + " printable ASCII characters without blanks.", Map.of());
        }
        if (!post.id().isEmpty() && !post.idempotencyKey().isEmpty() && !post.id().equals(post.idempotencyKey())) {
            return refuse(post, 400, "Idempotency-Key and webhook-id differ; give one of them, or the same in both.", Map.of());
        }
        return Optional.empty();
    }

    private static Optional<DoorAnswer> refuse(Post post, int status, String detail, Map<String, String> headers) {
        LOG.info("receive   {} refused {} from {}: {}", post.connection(), status, post.address(), detail);
        return Optional.of(DoorAnswer.problem(status, detail, headers));
    }

    private static Optional<DoorAnswer> tooLarge(Post post, DoorSettings door) {
        return refuse(post, 413, "The document has more than " + door.largest() + " bytes, and nothing of it was kept.", Map.of());
    }

    /** For signed posts: whether there can be a good signature; the body says whether it is one. */
    private boolean isKnown(Post post, DoorSettings door) {
        List<String> right = read(door);
        return switch (door.auth()) {
            case BASIC -> Credentials.match(post.authorization(), right.stream().map(s -> Credentials.basic(door.user(), s)).toList());
            case BEARER -> Credentials.match(post.authorization(), right.stream().map(Credentials::bearer).toList());
            case HMAC -> !post.id().isEmpty() && !post.signature().isEmpty() && post.timestamp().matches("\\d{1,12}")
                && Duration.between(signedAt(post), clock.instant()).abs().compareTo(door.tolerance()) <= 0;
        };
    }

    private static Instant signedAt(Post post) {
        return Instant.ofEpochSecond(Long.parseLong(post.timestamp()));
    }

    /** The secrets that are there; during a change-over one of two may be missing. */
    private List<String> read(DoorSettings door) {
        Secrets.MissingSecret missing = null;
        List<String> found = new ArrayList<>();
        for (String reference : door.secrets()) {
            try {
                found.add(secrets.read(reference));
            } catch (Secrets.MissingSecret e) {
                missing = e;
            }
        }
        if (found.isEmpty() && missing != null) {
            throw missing;
        }
        return found;
    }

    private DoorAnswer unknown(Post post, DoorSettings door) {
        throttle.failed(post.connection(), post.address());
        LOG.warn("receive   {} refused 401 from {}", post.connection(), post.address());
        String challenge = switch (door.auth()) {
            case BASIC -> "Basic realm=\"exchange\", charset=\"UTF-8\"";
            case BEARER -> "Bearer";
            case HMAC -> "Signature";
        };
        return DoorAnswer.problem(401, null, Map.of("WWW-Authenticate", challenge));
    }

    private Reply body(Exchange exchange, Post post, DoorSettings door) {
        if (!places.tryAcquire()) {
            return new Reply(DoorAnswer.problem(503, "Too many posts at once; try again.", SOON));
        }
        try {
            Signature signature = door.auth() == DoorSettings.Auth.HMAC ? new Signature(read(door), post.id(), signedAt(post)) : null;
            InputStream bytes = exchange.getMessage().getBody(InputStream.class);
            PostedBody body = new PostedBody(bytes == null ? InputStream.nullInputStream() : bytes, door.largest(), signature,
                post.signature(), clock);
            Archive.Entry stored = archive.store(body);
            throttle.succeeded(post.connection(), post.address());
            return taken(exchange, post, door, stored);
        } catch (PostedBody.Refused refused) {
            return new Reply(refused(post, door, refused.reason()));
        } catch (IOException | DataAccessException | TransactionException e) {
            LOG.error("receive   {}: a post cannot be stored: {}", post.connection(), e.getMessage());
            return new Reply(DoorAnswer.problem(503, "The document cannot be stored now, and nothing of it was kept. Post it again.",
                Map.of("Retry-After", "30")));
        } finally {
            places.release();
        }
    }

    private Reply taken(Exchange exchange, Post post, DoorSettings door, Archive.Entry stored) {
        String key = post.key().map(given -> "key:" + given).orElse("sha:" + stored.sha256());
        Intake.Origin origin = Receiving.origin(exchange);
        int longest = 200 - origin.channel().length() - 1;
        Intake.Taken taken = intake.take(origin, key.length() <= longest ? key : TakenFile.sha256(key), post.fileName(), stored);
        if (!taken.interchange().sha256().equals(stored.sha256())) {
            return new Reply(refuse(post, 422, "The key " + post.key().orElse("") + " was used before, for other bytes (SHA-256 "
                + taken.interchange().sha256() + "). Give every document a key of its own.", Map.of()).orElseThrow());
        }
        DoorAnswer answer = DoorAnswer.received(door.good(), taken.interchange().id(), stored.sha256());
        return taken.isNew() ? new Reply(answer, taken.message()) : new Reply(answer);
    }

    private DoorAnswer refused(Post post, DoorSettings door, PostedBody.Reason reason) {
        return switch (reason) {
            case SIGNATURE -> unknown(post, door);
            case EMPTY -> refuse(post, 400, "The body is empty.", Map.of()).orElseThrow();
            case TOO_LARGE -> tooLarge(post, door).orElseThrow();
            case TOO_SLOW -> refuse(post, 408, "The body came too slowly and nothing of it was kept. Post it again.",
                Map.of("Connection", "close")).orElseThrow();
            case CUT -> refuse(post, 400, "The body ended early and nothing of it was kept. Post it again.", Map.of()).orElseThrow();
        };
    }
}
