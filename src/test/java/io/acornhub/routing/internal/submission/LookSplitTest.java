// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.routing.SubmissionSettings;
import io.acornhub.sellingpartner.ClientDatabase;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Region;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** Thousands were posted, one a second; a few of them or many are looked for. */
class LookSplitTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Operation ANSWER = Operation.SUBMIT_ACKNOWLEDGEMENT;
    private static final Connection API = new Connection("amazon-us-api", "amazon-us", "api", Region.NA, "ATVPDKIKX0DER",
        Region.NA.endpoint(), URI.create("https://api.amazon.com/auth/o2/token"), "env:ID", "env:SECRET", "env:REFRESH", null, List.of(),
        Duration.ofSeconds(30), Map.of());
    private static final int POSTED = 4_000;
    private ClientDatabase database;
    private LookSplit splits;

    @BeforeEach
    void post(@TempDir Path folder) {
        database = ClientDatabase.of("H2", folder);
        database.jdbc.execute("set referential_integrity false");
        for (Operation operation : List.of(ANSWER, Operation.SUBMIT_INVOICES)) {
            database.jdbc.batchUpdate("insert into submission (id, interchange_id, document_id, partner, connection, operation, subject, "
                + "state, posted_at) values (?, ?, 'D', 'amazon-us', 'amazon-us-api', ?, 'S', 'SUBMITTED', ?)",
                IntStream.range(0, POSTED).mapToObj(i -> new Object[] {operation.name().charAt(7) + "-" + i,
                    operation.name().charAt(7) + "-" + i, operation.id(), Timestamp.from(posted(i))}).toList());
        }
        splits = new LookSplit(new Submissions(database.jdbc), Binder.get(new MockEnvironment()).bindOrCreate("acorn.selling-partner",
            SubmissionSettings.class), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Number 0 is the latest. */
    private static Instant posted(int number) {
        return NOW.minusSeconds(number);
    }

    private static Submission submission(int number) {
        return new Submission("S-" + number, "I", "D", "amazon-us", API.name(), ANSWER, "S", null, SubmissionState.SUBMITTED, 1, null, null,
            null, null, number < 0 ? null : posted(number), null, 0, null, null, null, null);
    }

    private static List<Submission> of(int... fromToFromTo) {
        List<Submission> all = new ArrayList<>();
        for (int i = 0; i < fromToFromTo.length; i += 2) {
            IntStream.range(fromToFromTo[i], fromToFromTo[i + 1]).forEach(number -> all.add(submission(number)));
        }
        Collections.reverse(all);
        return all;
    }

    private LookSplit.Split split(List<Submission> wanted) {
        return splits.of(API, ANSWER, wanted, 100);
    }

    @Test
    void fewAreLookedForAlone() {
        assertThat(split(of(0, 19)).alone()).hasSize(19);
        assertThat(split(of(0, 19)).together()).isEmpty();
    }

    @Test
    void manyOfOneTimeAreLookedForTogether() {
        assertThat(split(of(0, 200)).alone()).isEmpty();
        assertThat(split(of(0, 200)).together()).hasSize(200);
        assertThat(split(of(0, 200)).from()).isEqualTo(posted(199));
    }

    @Test
    void aFewOldOnesDoNotMakeTheWindowLong() {
        LookSplit.Split split = split(of(3_900, 3_904, 0, 200));
        assertThat(split.alone()).extracting(Submission::id).containsExactly("S-3903", "S-3902", "S-3901", "S-3900");
        assertThat(split.together()).hasSize(200);
        assertThat(split.from()).isEqualTo(posted(199));
    }

    @Test
    void manyOldOnesAreLookedForTogetherToo() {
        LookSplit.Split split = split(of(3_000, 3_300, 0, 200));
        assertThat(split.alone()).isEmpty();
        assertThat(split.from()).isEqualTo(posted(3_299));
    }

    @Test
    void thoseThatAreFarApartAreLookedForAlone() {
        List<Submission> wanted = IntStream.range(0, 30).mapToObj(i -> submission(3_990 - 130 * i)).toList();
        assertThat(split(wanted).alone()).hasSize(30);
        assertThat(split(wanted).together()).isEmpty();
    }

    @Test
    void oneThatWasNeverPostedCountsAsOfNow() {
        List<Submission> wanted = of(0, 30);
        wanted.add(0, submission(-1));
        assertThat(split(wanted).from()).isEqualTo(posted(29));
    }
}
