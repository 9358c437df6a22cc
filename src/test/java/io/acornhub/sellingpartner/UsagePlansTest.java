// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.sellingpartner.AmazonStub.Reply;
import io.acornhub.sellingpartner.CallResult.Answered;
import io.acornhub.sellingpartner.CallResult.Unavailable;
import io.acornhub.sellingpartner.internal.SellingPartnerSettings;
import io.github.bucket4j.Bucket;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Usage plans: never faster than Amazon allows, and what a 429 changes. */
class UsagePlansTest {
    private static final Call GET = Call.of(Operation.GET_PURCHASE_ORDERS);
    private static final Call REPORT = Call.post(Operation.CREATE_REPORT, "{}".getBytes(StandardCharsets.UTF_8));
    private static final SellingPartnerSettings IMPATIENT = new SellingPartnerSettings(BigDecimal.ONE, Duration.ofMillis(1), 3,
        Duration.ofMillis(1), Duration.ofDays(30));
    private final AmazonStub amazon = new AmazonStub();
    private ClientKit kit = new ClientKit(amazon.uri());

    @AfterEach
    void stop() {
        kit.close();
        amazon.close();
    }

    private ClientKit with(SellingPartnerSettings settings) {
        kit.close();
        kit = new ClientKit(amazon.uri(), settings, Path.of(""));
        return kit;
    }

    private CallResult call(Call call) {
        return kit.client.call(kit.connection(), call);
    }

    /** The server has a bucket of its own, as Amazon has, and takes its time by chance, so that calls arrive in bunches. */
    @Test
    void atTheLimitOfThePlanNothingIsThrottled() throws Exception {
        Bucket theirs = Bucket.builder().addLimit(limit -> limit.capacity(10).refillGreedy(10, Duration.ofSeconds(1))).build();
        Random chance = new Random(7);
        amazon.otherwise = seen -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.nextInt(150)));
            return theirs.tryConsume(1) ? Reply.of(200, "{\"payload\":{}}") : Reply.of(429, "{}");
        };
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<Callable<CallResult>> calls = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            calls.add(() -> call(GET));
        }
        for (Future<CallResult> result : threads.invokeAll(calls)) {
            assertThat(result.get()).isInstanceOf(Answered.class);
        }
        threads.shutdown();
        assertThat(kit.kept).hasSize(45).allMatch(k -> k.outcome() == KeptCall.Outcome.ANSWERED);
    }

    @Test
    void aSlowOperationIsOutOfPlacesUntilTheClockHasMovedOn() {
        with(IMPATIENT);
        int served = 0;
        while (call(REPORT) instanceof Answered) {
            served++;
        }
        assertThat(served).isBetween(1, 15);
        Unavailable full = (Unavailable) call(REPORT);
        assertThat(full.reason()).isEqualTo("the usage plan of createReport has no place");
        assertThat(full.after()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
        assertThat(amazon.calls()).hasSize(served);
        assertThat(call(GET)).as("each operation has its own plan").isInstanceOf(Answered.class);
        kit.clock.move(full.after());
        assertThat(call(REPORT)).isInstanceOf(Answered.class);
        assertThat(call(REPORT)).isInstanceOf(Unavailable.class);
    }

    @Test
    void eachThrottlingInARowDoublesTheTimeUpToFiveMinutes() {
        with(IMPATIENT);
        amazon.otherwise = seen -> Reply.of(429, "");
        List<Duration> blocks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Duration block = ((Unavailable) call(REPORT)).after();
            blocks.add(block);
            int before = amazon.calls().size();
            assertThat(call(REPORT)).isInstanceOf(Unavailable.class);
            assertThat(amazon.calls()).as("nothing leaves while it is blocked").hasSize(before);
            kit.clock.move(block.plusSeconds(1));
        }
        assertThat(blocks.get(0)).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(72));
        assertThat(blocks.get(1)).isBetween(Duration.ofSeconds(119), Duration.ofSeconds(144));
        assertThat(blocks.get(2)).isBetween(Duration.ofSeconds(239), Duration.ofSeconds(288));
        assertThat(blocks.get(3)).isBetween(Duration.ofSeconds(299), Duration.ofMinutes(5));
        amazon.otherwise = seen -> Reply.of(200, "{}");
        assertThat(call(REPORT)).isInstanceOf(Answered.class);
        kit.clock.move(Duration.ofMinutes(2));
        amazon.otherwise = seen -> Reply.of(429, "");
        assertThat(((Unavailable) call(REPORT)).after()).as("from the start again").isLessThan(Duration.ofSeconds(73));
    }

    @Test
    void theHeaderLowersTheRateAndRaisesItAgain() {
        with(IMPATIENT);
        amazon.otherwise = seen -> Reply.of(200, "{}").with("x-amzn-RateLimit-Limit", "0.1");
        while (call(GET) instanceof Answered) {
            assertThat(amazon.calls()).hasSizeLessThan(11);
        }
        kit.clock.move(Duration.ofSeconds(2));
        assertThat(((Unavailable) call(GET)).after()).as("one in ten seconds").isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        kit.clock.move(Duration.ofSeconds(9));
        amazon.otherwise = seen -> Reply.of(400, "{}").with("x-amzn-RateLimit-Limit", "2.0");
        assertThat(call(GET)).isInstanceOf(CallResult.Refused.class);
        kit.clock.move(Duration.ofMillis(600));
        assertThat(call(GET)).isInstanceOf(CallResult.Refused.class);
        assertThat(kit.plans.of("amazon-us-api")).singleElement().satisfies(limit -> assertThat(limit.rate()).isEqualByComparingTo("2"));
    }

    @Test
    void aShareOfThePlanIsAShareOfRateAndBurst() {
        with(new SellingPartnerSettings(new BigDecimal("0.2"), Duration.ofMillis(1), 1, Duration.ofMillis(1), Duration.ofDays(30)));
        int served = 0;
        while (call(REPORT) instanceof Answered) {
            served++;
        }
        assertThat(served).isBetween(1, 3);
        kit.clock.move(Duration.ofSeconds(61));
        assertThat(call(REPORT)).isInstanceOf(Unavailable.class);
        kit.clock.move(Duration.ofSeconds(240));
        assertThat(call(REPORT)).isInstanceOf(Answered.class);
    }
}
