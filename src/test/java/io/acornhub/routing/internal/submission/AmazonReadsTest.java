// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.routing.internal.submission.AmazonReads.Read;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.ApiError;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What reading page by page makes of answers that do not come, since a document that is not shown may be posted again. */
class AmazonReadsTest {
    private static final Call CALL = Call.of(Operation.GET_PURCHASE_ORDERS_STATUS);
    private final Deque<CallResult> answers = new ArrayDeque<>();
    private final List<Call> asked = new ArrayList<>();
    private final List<Read> pages = new ArrayList<>();
    private final AmazonReads reads = new AmazonReads((connection, call) -> {
        asked.add(call);
        return answers.remove();
    }, null, null);

    @Test
    void allPagesAreRead() {
        answers.add(page("2"));
        answers.add(page(null));
        assertThat(reads.pages(null, CALL, pages::add)).isNull();
        assertThat(pages).hasSize(2);
        assertThat(asked.get(1).query()).containsEntry("nextToken", List.of("2"));
    }

    @Test
    void aPageAfterAnotherIsAskedForSomeTimesWhateverIsAnswered() {
        answers.add(page("2"));
        answers.add(refused(400));
        answers.add(refused(403));
        answers.add(new CallResult.Unavailable("503 ServiceUnavailable", null));
        answers.add(page(null));
        assertThat(reads.pages(null, CALL, pages::add)).isNull();
        assertThat(pages).hasSize(2);
    }

    /** Such a page proves nothing of what it would have shown; it is to be asked for later, and how much later is said. */
    @Test
    void aPageThatStaysRefusedCountsAsNotAsked() {
        answers.add(page("2"));
        IntStream.range(0, 4).forEach(i -> answers.add(refused(400)));
        Read failed = reads.pages(null, CALL, pages::add);
        assertThat(failed.asked()).isFalse();
        assertThat(failed.after()).isPositive();
        assertThat(failed.words()).contains("getPurchaseOrdersStatus does not give page 2: 400 InvalidInput");
        assertThat(Finding.notAsked(failed).after()).isEqualTo(failed.after());
    }

    /** What gave a page a moment ago is not denied for good. */
    @Test
    void aPageThatIsDeniedAfterAnotherIsAskedForSoon() {
        answers.add(page("2"));
        IntStream.range(0, 4).forEach(i -> answers.add(refused(403)));
        answers.add(refused(403));
        Duration later = reads.pages(null, CALL, pages::add).after();
        assertThat(later).isLessThan(reads.get(null, CALL).after());
    }

    @Test
    void aQuestionThatIsRefusedAtOnceIsAnswered() {
        answers.add(refused(404));
        Read failed = reads.pages(null, CALL, pages::add);
        assertThat(failed.asked()).isTrue();
        assertThat(failed.notFound()).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aTokenThatComesAgainLeavesTheRestUnread() {
        answers.add(page("2"));
        answers.add(page("2"));
        Read failed = reads.pages(null, CALL, pages::add);
        assertThat(failed.asked()).isFalse();
        assertThat(failed.words()).contains("gives the token again that page 2 was asked for with");
        assertThat(asked).hasSize(2);
    }

    private static CallResult page(String next) {
        String json = next == null ? "{\"payload\":{}}" : "{\"payload\":{\"pagination\":{\"nextToken\":\"" + next + "\"}}}";
        return new CallResult.Answered(answer(200, json));
    }

    private static CallResult refused(int status) {
        return new CallResult.Refused(answer(status, "{}"), List.of(new ApiError("InvalidInput", "The value of nextToken is not valid.",
            null)));
    }

    private static Answer answer(int status, String json) {
        return new Answer(status, json.getBytes(StandardCharsets.UTF_8), "r-1", null, Instant.EPOCH);
    }
}
