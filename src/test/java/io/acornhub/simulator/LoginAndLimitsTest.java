// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static io.acornhub.simulator.Caller.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, roles, regions and limits. */
class LoginAndLimitsTest {
    private static final String ORDERS = "/vendor/orders/v1/purchaseOrders";
    private static final UsagePlans NO_REFILL = new UsagePlans(true, null,
        Map.of("getPurchaseOrders", UsagePlans.Plan.of("0", 10)));
    private final Simulator simulator = Simulator.start(SimulatorSettings.defaults().withUsagePlans(NO_REFILL));
    private final Caller us = new Caller(simulator).as("us");

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "grant_type=refresh_token&refresh_token=Atzr%7Cus&client_id=us-client&client_secret=wrong   | 401 | invalid_client",
        "grant_type=refresh_token&refresh_token=Atzr%7Cus&client_id=nobody&client_secret=us-secret   | 401 | invalid_client",
        "grant_type=refresh_token&refresh_token=Atzr%7Cother&client_id=us-client&client_secret=us-secret | 400 | invalid_grant",
        "grant_type=refresh_token&refresh_token=Atzr%7Cde&client_id=us-client&client_secret=us-secret | 400 | invalid_grant",
        "grant_type=refresh_token&client_id=us-client&client_secret=us-secret                        | 400 | invalid_request",
        "grant_type=refresh_token&refresh_token=Atzr%7Cus&client_secret=us-secret                    | 400 | invalid_request",
        "refresh_token=Atzr%7Cus&client_id=us-client&client_secret=us-secret                         | 400 | invalid_request",
        "grant_type=password&client_id=us-client&client_secret=us-secret                             | 400 | unsupported_grant_type",
        "grant_type=client_credentials&scope=other&client_id=us-client&client_secret=us-secret       | 400 | invalid_scope"})
    void aBadLoginIsRefusedInLwasWords(String form, int status, String error) {
        Caller.Got got = us.login(form);
        assertThat(got.status()).isEqualTo(status);
        assertThat(got.body().path("error").asText()).isEqualTo(error);
        assertThat(got.body().path("error_description").asText()).isNotBlank();
    }

    @Test
    void aTokenLastsAnHour() {
        Caller.Got got = us.login("grant_type=refresh_token&refresh_token=" + encoded("Atzr|us")
            + "&client_id=us-client&client_secret=us-secret");
        assertThat(got.body().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(got.body().path("token_type").asText()).isEqualTo("bearer");
        us.withToken(got.body().path("access_token").asText());
        us.advance(Duration.ofMinutes(59));
        assertThat(us.get(ORDERS).status()).isEqualTo(200);
        us.advance(Duration.ofMinutes(1));
        Caller.Got late = us.get(ORDERS);
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.error()).isEqualTo("Unauthorized");
        assertThat(late.body().at("/errors/0/message").asText()).isEqualTo("Access to requested resource is denied.");
        assertThat(late.header("x-amzn-RequestId")).isNotBlank();
        assertThat(late.header("x-amzn-RateLimit-Limit")).isNull();
    }

    @Test
    void noTokenAForeignTokenAndATokenOfAScopeAreRefused() {
        assertThat(new Caller(simulator).get(ORDERS).status()).isEqualTo(403);
        assertThat(us.withToken("Atza|other").get(ORDERS).status()).isEqualTo(403);
        assertThat(us.withToken("rubbish").get(ORDERS).status()).isEqualTo(401);
        Caller.Got scope = us.login("grant_type=client_credentials&scope=" + encoded("sellingpartnerapi::notifications")
            + "&client_id=us-client&client_secret=us-secret");
        assertThat(scope.status()).isEqualTo(200);
        assertThat(scope.body().has("refresh_token")).isFalse();
        assertThat(us.withToken(scope.body().path("access_token").asText()).get(ORDERS).status()).isEqualTo(403);
    }

    @Test
    void aSecretThatWasIssuedHalfAYearAgoFailsAndAnotherWorks() {
        us.put("/_sim/accounts/us", "{\"secretIssued\": \"" + Instant.now() + "\"}");
        String form = "grant_type=refresh_token&refresh_token=" + encoded("Atzr|us") + "&client_id=us-client&client_secret=";
        us.advance(Duration.ofDays(179));
        assertThat(us.login(form + "us-secret").status()).isEqualTo(200);
        us.advance(Duration.ofDays(1));
        assertThat(us.login(form + "us-secret").body().path("error").asText()).isEqualTo("invalid_client");
        Caller.Got shown = us.put("/_sim/accounts/us", "{\"clientSecret\": \"another\", \"secretIssued\": null}");
        assertThat(shown.body().toString()).doesNotContain("another");
        assertThat(us.login(form + "another").status()).isEqualTo(200);
    }

    @Test
    void aMissingRoleAnUnknownPathAndAWrongMethodAreForbidden() {
        us.put("/_sim/accounts/us", "{\"withoutRole\": [\"getTransaction\"]}");
        assertThat(us.get("/vendor/transactions/v1/transactions/x").status()).isEqualTo(403);
        assertThat(us.get("/vendor/transactions/v1/transactionStatus/x").error()).isEqualTo("Unauthorized");
        assertThat(us.delete(ORDERS).status()).isEqualTo(403);
        assertThat(new Caller(simulator).as("jp").get("/vendor/transactions/v1/transactions/x").status()).isEqualTo(403);
        assertThat(new Caller(simulator).as("de").get("/vendor/transactions/v1/transactions/x").status()).isEqualTo(404);
    }

    @Test
    void theEleventhCallOfABurstIsRefusedWithoutARateHeaderAndOtherAccountsAndOperationsAreNot() {
        for (int i = 0; i < 10; i++) {
            assertThat(us.get(ORDERS).status()).isEqualTo(200);
        }
        Caller.Got over = us.get(ORDERS);
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.error()).isEqualTo("QuotaExceeded");
        assertThat(over.header("x-amzn-RateLimit-Limit")).isNull();
        assertThat(over.header("x-amzn-RequestId")).isNotBlank();
        assertThat(us.get("/vendor/orders/v1/purchaseOrdersStatus").status()).isEqualTo(200);
        assertThat(new Caller(simulator).as("de").get(ORDERS).status()).isEqualTo(200);
        assertThat(us.get("/_sim/calls").body().at("/throttled/limit/getPurchaseOrders").asInt()).isEqualTo(1);
    }

    @Test
    void aBucketRefillsByTheClockAndAFactorMakesItFaster() {
        us.put("/_sim/limits", "{\"enforced\": true, \"factor\": 0.001, \"operations\": {}}");
        for (int i = 0; i < 10; i++) {
            us.get(ORDERS);
        }
        assertThat(us.get(ORDERS).status()).isEqualTo(429);
        us.advance(Duration.ofSeconds(100));
        Caller.Got again = us.get(ORDERS);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("x-amzn-RateLimit-Limit")).isEqualTo("0.01");
        assertThat(us.get(ORDERS).status()).isEqualTo(429);
        us.put("/_sim/limits", "{\"enforced\": false}");
        assertThat(us.get(ORDERS).status()).isEqualTo(200);
    }

    @Test
    void aCallWithoutUserAgentIsRefusedUnlessTheRuleIsOff() {
        assertThat(us.send(ORDERS, r -> r.header("user-agent", " ").GET()).error()).isEqualTo("InvalidInput");
        us.put("/_sim/rules", "{\"USER_AGENT\": false}");
        assertThat(us.send(ORDERS, r -> r.header("user-agent", " ").GET()).status()).isEqualTo(200);
        assertThat(us.put("/_sim/rules", "{\"NO_SUCH_RULE\": false}").status()).isEqualTo(400);
    }

    @Test
    void theBodyMustBeJsonByNameAndByContent() {
        String path = "/vendor/orders/v1/acknowledgements";
        assertThat(us.send(path, r -> r.POST(HttpRequest.BodyPublishers.ofString("{}"))).status()).isEqualTo(415);
        assertThat(us.post(path, "{").status()).isEqualTo(400);
        assertThat(us.post(path, "{\"acknowledgements\": []}").status()).isEqualTo(400);
        assertThat(us.post(path, " ".repeat(5 * 1024 * 1024 + 1)).status()).isEqualTo(413);
    }
}
