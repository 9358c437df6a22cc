// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.sellingpartner.AmazonStub.Reply;
import io.acornhub.sellingpartner.CallResult.Answered;
import io.acornhub.sellingpartner.CallResult.Unavailable;
import io.acornhub.sellingpartner.internal.SellingPartnerSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of Login with Amazon, with a clock that is moved. */
class TokensTest {
    private static final Call GET = Call.of(Operation.GET_PURCHASE_ORDERS);
    @TempDir
    private Path data;
    private final AmazonStub amazon = new AmazonStub();
    private ClientKit kit = new ClientKit(amazon.uri());

    @AfterEach
    void stop() {
        kit.close();
        amazon.close();
    }

    private CallResult call() {
        return kit.client.call(kit.connection(), GET);
    }

    private List<String> used() {
        return amazon.calls().stream().map(c -> c.headers().get("x-amz-access-token")).toList();
    }

    @Test
    void aTokenIsAskedForOnceAndUsedUntilAMinuteBeforeItsEnd() {
        call();
        kit.clock.move(Duration.ofMinutes(58));
        call();
        kit.clock.move(Duration.ofSeconds(70));
        call();
        assertThat(used()).containsExactly("token-1", "token-1", "token-2");
        assertThat(amazon.tokenRequests()).extracting(AmazonStub.Seen::body).containsOnly(
            "grant_type=refresh_token&refresh_token=refresh-1&client_id=client-1&client_secret=secret-1");
        assertThat(amazon.tokenRequests().get(0).headers().get("content-type")).startsWith("application/x-www-form-urlencoded");
    }

    @Test
    void manyCallsAtOnceAskForOneToken() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        amazon.lwa = seen -> {
            await(answer);
            return amazon.token(seen);
        };
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<CallResult>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(threads.submit(this::call));
        }
        Awaitility.await().until(() -> !amazon.tokenRequests().isEmpty());
        answer.countDown();
        for (Future<CallResult> call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS)).isInstanceOf(Answered.class);
        }
        threads.shutdown();
        assertThat(amazon.tokenRequests()).hasSize(1);
    }

    @Test
    void whileOneRenewsTheOthersGoOnWithTheTokenThatIsStillGood() throws Exception {
        call();
        kit.clock.move(Duration.ofSeconds(3600 - 30));
        CountDownLatch answer = new CountDownLatch(1);
        amazon.lwa = seen -> {
            await(answer);
            return amazon.token(seen);
        };
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<CallResult> renewing = thread.submit(this::call);
        Awaitility.await().until(() -> amazon.tokenRequests().size() == 2);
        assertThat(call()).isInstanceOf(Answered.class);
        answer.countDown();
        assertThat(renewing.get(30, TimeUnit.SECONDS)).isInstanceOf(Answered.class);
        thread.shutdown();
        assertThat(used()).containsExactly("token-1", "token-1", "token-2");
    }

    @Test
    void aRenewalThatFailsDoesNoHarmWhileTheTokenIsGood() {
        call();
        amazon.lwa = seen -> Reply.of(503, "{\"error\":\"temporarily_unavailable\"}");
        kit.clock.move(Duration.ofSeconds(3600 - 30));
        assertThat(call()).isInstanceOf(Answered.class);
        kit.clock.move(Duration.ofSeconds(40));
        assertThat(((Unavailable) call()).reason()).contains("temporarily_unavailable");
        amazon.lwa = amazon::token;
        assertThat(call()).as("asked again at once").isInstanceOf(Answered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "invalid_client", "invalid_request", "invalid_scope", "unauthorized_client", "access_denied"})
    void whatLwaRefusesIsNotAskedAgainUntilSomethingChanges(String error) {
        amazon.lwa = seen -> Reply.of(400, "{\"error\":\"" + error + "\",\"error_description\":\"no secret-1 here\"}");
        Unavailable refused = (Unavailable) call();
        assertThat(refused.reason()).contains(error).doesNotContain("secret-1");
        assertThat(refused.after()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        call();
        assertThat(amazon.tokenRequests()).hasSize(1);
        kit.environment.put("CLIENT_SECRET", "secret-2");
        amazon.lwa = amazon::token;
        assertThat(call()).isInstanceOf(Answered.class);
        assertThat(amazon.tokenRequests().get(1).body()).contains("client_secret=secret-2");
    }

    @Test
    void aRefusalIsTriedAgainAfterAWhile() {
        amazon.lwa = seen -> Reply.of(400, "{\"error\":\"invalid_client\"}");
        call();
        amazon.lwa = amazon::token;
        kit.clock.move(Duration.ofMinutes(6));
        assertThat(call()).isInstanceOf(Answered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"access_token\":\"\"}"})
    void anAnswerWithoutATokenIsNoToken(String body) {
        amazon.lwa = seen -> Reply.of(200, body);
        assertThat(((Unavailable) call()).reason()).isEqualTo("Login with Amazon refuses a token: status 200");
        assertThat(amazon.calls()).isEmpty();
    }

    @Test
    void aSecretInAFileIsTrimmedAndReplacedWhileRunning() throws IOException {
        kit.close();
        kit = new ClientKit(amazon.uri(), new SellingPartnerSettings(BigDecimal.ONE, Duration.ofSeconds(10), 3, Duration.ofMillis(5),
            Duration.ofDays(30)), data);
        Connection connection = kit.connection("file:secrets/amazon", Duration.ofSeconds(5));
        assertThat(((Unavailable) kit.client.call(connection, GET)).reason())
            .isEqualTo("no token can be asked for: there is no file " + data.resolve("secrets/amazon"));
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/amazon"), " old+1& \n");
        kit.client.call(connection, GET);
        Files.writeString(data.resolve("secrets/amazon"), "new\n");
        kit.client.call(connection, GET);
        kit.clock.move(Duration.ofHours(1));
        kit.client.call(connection, GET);
        assertThat(amazon.tokenRequests()).hasSize(2);
        assertThat(amazon.tokenRequests().get(0).body()).endsWith("client_secret=old%2B1%26");
        assertThat(amazon.tokenRequests().get(1).body()).endsWith("client_secret=new");
    }

    @Test
    void aMissingVariableIsNamed() {
        kit.environment.remove("REFRESH_TOKEN");
        assertThat(((Unavailable) call()).reason())
            .isEqualTo("no token can be asked for: the environment variable REFRESH_TOKEN is not set");
        kit.environment.put("REFRESH_TOKEN", "  ");
        assertThat(((Unavailable) call()).reason()).isEqualTo("no token can be asked for: env:REFRESH_TOKEN is empty");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
