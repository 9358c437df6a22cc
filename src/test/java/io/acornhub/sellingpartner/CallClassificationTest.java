// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.sellingpartner.AmazonStub.Reply;
import io.acornhub.sellingpartner.CallResult.Answered;
import io.acornhub.sellingpartner.CallResult.OutcomeUnknown;
import io.acornhub.sellingpartner.CallResult.Refused;
import io.acornhub.sellingpartner.CallResult.Unavailable;
import io.acornhub.sellingpartner.KeptCall.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of section 5 of the facts, as a GET and as a POST, over real HTTP. */
class CallClassificationTest {
    private static final Call GET = Call.of(Operation.GET_PURCHASE_ORDERS);
    private static final Call POST = Call.post(Operation.SUBMIT_INVOICES, "{\"invoices\":[{\"id\":\"INV1\"}]}".getBytes(
        StandardCharsets.UTF_8));
    private static final String QUOTA = "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"You exceeded your quota\"}]}";
    private final AmazonStub amazon = new AmazonStub();
    private final ClientKit kit = new ClientKit(amazon.uri());

    @AfterEach
    void stop() {
        kit.close();
        amazon.close();
    }

    private CallResult call(Call call) {
        return kit.client.call(kit.connection(), call);
    }

    @Test
    void anAnswerComesAsItIsWithItsRequestIdAndRate() {
        amazon.then(Reply.of(202, "{\"payload\":{\"transactionId\":\"t-1\"}}").with("x-amzn-RequestId", "r-1")
            .with("x-amzn-RateLimit-Limit", "10.0"));
        Answer answer = ((Answered) call(POST)).answer();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"payload\":{\"transactionId\":\"t-1\"}}");
        assertThat(answer.requestId()).isEqualTo("r-1");
        assertThat(answer.rateLimit()).isEqualByComparingTo("10");
        AmazonStub.Seen seen = amazon.calls().get(0);
        assertThat(seen.headers()).containsEntry("x-amz-access-token", "token-1").containsEntry("content-type", "application/json")
            .doesNotContainKey("authorization");
        assertThat(seen.headers().get("user-agent")).matches("AcornHub/[^ ]+ \\(Language=Java/\\d+; Platform=[^)]+\\)");
        assertThat(seen.body()).isEqualTo("{\"invoices\":[{\"id\":\"INV1\"}]}");
        assertThat(kit.kept).singleElement().satisfies(k -> {
            assertThat(k.requestId()).isEqualTo("r-1");
            assertThat(k.subject()).isEqualTo("INV1");
            assertThat(k.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(k.toString()).doesNotContain("token-1").doesNotContain("secret-1").doesNotContain("refresh-1");
        });
    }

    @Test
    void parametersArriveAsTheyWereSaid() {
        call(Call.of(Operation.GET_INVOICE).path("invoiceIdentifier", "INV 1/ä~PAYEE+1"));
        call(GET.query("createdAfter", "2026-11-01T00:00:00Z").query("nextToken", "a+b/c==&d").query("limit", "100"));
        assertThat(amazon.calls()).extracting(AmazonStub.Seen::target).containsExactly(
            "/finances/invoices/2026-06-25/invoices/INV%201%2F%C3%A4~PAYEE%2B1",
            "/vendor/orders/v1/purchaseOrders?createdAfter=2026-11-01T00%3A00%3A00Z&nextToken=a%2Bb%2Fc%3D%3D%26d&limit=100");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413, 415, 302, 409})
    void whatAmazonRefusesIsNotRepeated(int status) {
        amazon.otherwise = seen -> Reply.of(status, "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"m\",\"details\":\"d\"}]}")
            .with("location", "/elsewhere");
        for (Call call : new Call[] {GET, POST}) {
            Refused refused = (Refused) call(call);
            assertThat(refused.errors()).containsExactly(new ApiError("InvalidInput", "m", "d"));
            assertThat(refused.answer().status()).isEqualTo(status);
        }
        assertThat(amazon.calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"errors\":[{\"code\":\"A\",\"message\":\"m\"}]} | A: m",
        "{\"payload\":{\"errors\":[{\"code\":\"B\",\"message\":\"m\",\"details\":\"d\"}]}} | B: m (d)",
        "{\"errors\":{\"errors\":[{\"code\":\"C\",\"message\":\"m\"}]}} | C: m",
        "[{\"code\":\"InvalidInput\",\"message\":\"Could not match input arguments\"}] | InvalidInput: Could not match input arguments",
        "{\"code\":\"InternalFailure\",\"message\":\"x\"} | InternalFailure: x",
        "{\"message\":\"Forbidden\"} | no code: Forbidden",
        "{\"errors\":[{\"code\":null,\"message\":\"m\",\"details\":{\"a\":1}}]} | no code: m ({\"a\":1})",
        "<html><body>Bad   gateway</body></html> | HTTP 400: <html><body>Bad gateway</body></html>",
        "`` | HTTP 400: no reason given"})
    void everyShapeOfErrorIsRead(String body, String words) {
        amazon.then(Reply.of(400, body));
        assertThat(((Refused) call(GET)).errors().get(0).inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 502, 504})
    void aFailureIsRepeatedForAGetAndUnknownForAPost(int status) {
        String body = "{\"errors\":[{\"code\":\"InternalFailure\",\"message\":\"m\"}]}";
        amazon.then(Reply.of(status, body), Reply.of(status, body));
        assertThat(call(GET)).isInstanceOf(Answered.class);
        assertThat(amazon.calls()).hasSize(3);

        amazon.then(Reply.of(status, body), Reply.of(status, body), Reply.of(status, body));
        assertThat(((Unavailable) call(GET)).reason()).isEqualTo(status + " InternalFailure: m");
        assertThat(amazon.calls()).hasSize(6);

        amazon.then(Reply.of(status, body));
        assertThat(((OutcomeUnknown) call(POST)).reason()).isEqualTo(status + " InternalFailure: m");
        assertThat(amazon.calls()).hasSize(7);
        assertThat(kit.kept.get(6).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void throttledCallsAreRepeatedWhetherGetOrPost() {
        for (Call call : new Call[] {GET, POST}) {
            amazon.then(Reply.of(429, QUOTA), Reply.of(429, QUOTA));
            assertThat(call(call)).isInstanceOf(Answered.class);
            amazon.then(Reply.of(429, QUOTA), Reply.of(429, QUOTA), Reply.of(429, ""));
            assertThat(call(call)).isInstanceOf(Unavailable.class);
        }
        assertThat(kit.kept).filteredOn(k -> k.outcome() == Outcome.THROTTLED).hasSize(10);
    }

    @Test
    void aLostConnectionIsRepeatedForAGetAndUnknownForAPost() {
        amazon.then(Reply.of(0, ""), Reply.of(0, ""));
        assertThat(call(GET)).isInstanceOf(Answered.class);
        int before = amazon.calls().size();
        amazon.then(Reply.of(0, ""));
        assertThat(call(POST)).isInstanceOf(OutcomeUnknown.class);
        assertThat(amazon.calls()).as("the POST is not sent twice").hasSize(before + 1);
    }

    @Test
    void noAnswerInTimeIsUnknownForAPost() {
        CountDownLatch end = new CountDownLatch(1);
        amazon.otherwise = seen -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.of(0, "");
        };
        CallResult result = kit.client.call(kit.connection("env:CLIENT_SECRET", Duration.ofMillis(300)), POST);
        end.countDown();
        assertThat(result).isEqualTo(new OutcomeUnknown("no answer within PT0.3S"));
        assertThat(amazon.calls()).hasSize(1);
    }

    @Test
    void whatNeverLeftIsUnavailableForAPostToo() {
        assertThat(call(GET)).isInstanceOf(Answered.class);
        Connection there = kit.connection();
        Connection nobody = new Connection(there.name(), there.partner(), there.channel(), there.region(), there.marketplace(),
            URI.create("http://127.0.0.1:1"), there.tokenEndpoint(), there.clientId(), there.clientSecret(), there.refreshToken(), null,
            there.vendorCodes(), there.timeout(), there.settings());
        assertThat(((Unavailable) kit.client.call(nobody, POST)).reason()).startsWith("no connection");
        assertThat(kit.kept).filteredOn(k -> k.outcome() == Outcome.NOT_SENT).hasSize(3);
    }

    @Test
    void deniedIsTriedOnceWithANewToken() {
        String no = "{\"errors\":[{\"code\":\"Unauthorized\",\"message\":\"Access to requested resource is denied.\"}]}";
        amazon.then(Reply.of(403, no));
        assertThat(call(GET)).isInstanceOf(Answered.class);
        assertThat(amazon.calls()).extracting(c -> c.headers().get("x-amz-access-token")).containsExactly("token-1", "token-2");

        amazon.then(Reply.of(401, no), Reply.of(403, no));
        Refused refused = (Refused) call(POST);
        assertThat(refused.denied()).isTrue();
        assertThat(amazon.calls()).hasSize(4);
        amazon.then(Reply.of(403, no));
        assertThat(call(POST)).as("a role that is missing costs no token a call").isInstanceOf(Refused.class);
        assertThat(amazon.tokenRequests()).hasSize(3);
        kit.clock.move(Duration.ofMinutes(6));
        amazon.then(Reply.of(403, no));
        assertThat(call(POST)).isInstanceOf(Answered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "", "{\"a\":1} {}", "{\"a\":"})
    void aBodyThatIsNoObjectIsNotSent(String body) {
        Call call = Call.post(Operation.SUBMIT_INVOICES, body.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> call(call)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no JSON object");
        assertThat(amazon.calls()).isEmpty();
    }

    @Test
    void aMissingPartOfThePathIsTold() {
        assertThatThrownBy(() -> call(Call.of(Operation.GET_TRANSACTION))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("getTransaction needs transactionId");
    }
}
