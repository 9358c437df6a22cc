// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.acornhub.archive.Archive;
import io.acornhub.interchange.Interchanges;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.SellingPartner;
import io.acornhub.sellingpartner.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Independent reads and what they are held against: the bodies that were posted. */
@Component
public class AmazonReads {
    private static final JsonNode NOTHING = MissingNode.getInstance();
    private static final int MOST_PAGES = 500;
    private static final int MOST_TRIES = 4;
    private static final Duration AGAIN = Duration.ofSeconds(30);
    /** A missing role or grant is not given in a minute. */
    private static final Duration DENIED = Duration.ofMinutes(15);
    private final SellingPartner amazon;
    private final Archive archive;
    private final Interchanges interchanges;
    /** Many decisions rest on one page, all of them made by the thread that read it. */
    private final ThreadLocal<Kept> lastKept = ThreadLocal.withInitial(() -> new Kept(null, null));

    public AmazonReads(SellingPartner amazon, Archive archive, Interchanges interchanges) {
        this.amazon = amazon;
        this.archive = archive;
        this.interchanges = interchanges;
    }

    /**
     * What came of a read.
     *
     * @param answer null where Amazon could not be asked; {@code words} says why
     * @param refused whether Amazon refused the question, which is an answer too: 404 means that it has no such thing
     * @param after of one that could not be asked: how long to wait at least
     */
    public record Read(JsonNode json, Answer answer, boolean refused, String words, Duration after) {
        public boolean asked() {
            return answer != null;
        }

        public boolean got() {
            return answer != null && !refused;
        }

        public boolean notFound() {
            return refused && answer.status() == 404;
        }
    }

    public Read get(Connection connection, Call call) {
        CallResult result = amazon.call(connection, call);
        if (result instanceof CallResult.Answered answered) {
            try {
                return new Read(Lenient.read(answered.answer().body()), answered.answer(), false, null, null);
            } catch (Lenient.UnreadableAnswer e) {
                return new Read(NOTHING, null, false, call.operation().id() + ": " + e.getMessage(), AGAIN);
            }
        }
        if (result instanceof CallResult.Refused refused && !refused.denied()) {
            return new Read(NOTHING, refused.answer(), true, refused.inWords(), null);
        }
        String words = result instanceof CallResult.Refused denied ? "denied: " + denied.inWords()
            : result instanceof CallResult.Unavailable away ? away.reason() : ((CallResult.OutcomeUnknown) result).reason();
        Duration after = result instanceof CallResult.Refused ? DENIED
            : result instanceof CallResult.Unavailable away && away.after() != null && away.after().compareTo(AGAIN) > 0
            ? away.after() : AGAIN;
        return new Read(NOTHING, null, false, call.operation().id() + " could not be asked: " + words, after);
    }

    /**
     * Reads page by page; each page goes to the taker as it comes.
     *
     * @return the first read that gave no page; null when all of them came
     */
    public Read pages(Connection connection, Call call, Consumer<Read> taker) {
        Call next = call;
        String last = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Read read = get(connection, next);
            // InvalidInput now and then while paging is cured by asking once more (facts, section 10); and of what gave a page a
            // moment ago neither a role nor the whole service is missing, while to begin anew costs all pages before
            for (int tries = 1; !read.got() && last != null && tries < MOST_TRIES; tries++) {
                read = get(connection, next);
            }
            if (!read.got()) {
                if (last == null) {
                    return read;
                }
                // some pages were read and the others were not: what is not on those that were may be on the others
                return new Read(NOTHING, null, false, call.operation().id() + " does not give page " + (page + 1) + ": " + read.words(),
                    read.after() == null || read.after().equals(DENIED) ? AGAIN : read.after());
            }
            taker.accept(read);
            String more = Lenient.nextToken(read.json());
            if (more == null) {
                return null;
            }
            if (more.equals(last)) {
                return new Read(NOTHING, null, false, call.operation().id() + " gives the token again that page " + (page + 1)
                    + " was asked for with", AGAIN);
            }
            last = more;
            next = call.query("nextToken", more);
        }
        return new Read(NOTHING, null, false, call.operation().id() + " has more than " + MOST_PAGES + " pages", AGAIN);
    }

    /** Bytes that are in the archive. */
    private record Kept(byte[] bytes, String sha256) {
    }

    /** A read as what a decision rests on, its bytes kept in the archive. */
    public Submission.Proof proof(Read read, String words) {
        return new Submission.Proof(words, keep(read.answer().body()), read.answer().requestId());
    }

    /** Puts bytes into the archive. Returns their SHA-256, null without bytes. */
    public String keep(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return null;
        }
        Kept kept = lastKept.get();
        if (kept.bytes() != bytes) {
            try {
                kept = new Kept(bytes, archive.store(new ByteArrayInputStream(bytes)).sha256());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            lastKept.set(kept);
        }
        return kept.sha256();
    }

    /** The bytes of the request that a submission posts. */
    public byte[] body(Submission submission) {
        try (InputStream in = archive.open(interchanges.find(submission.interchangeId()).orElseThrow().sha256())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one document in the request, such as the first of {@code acknowledgements}. */
    public JsonNode document(Submission submission, String list) {
        List<JsonNode> all = new ArrayList<>(Lenient.list(Lenient.read(body(submission)), list));
        return all.isEmpty() ? NOTHING : all.get(0);
    }
}
