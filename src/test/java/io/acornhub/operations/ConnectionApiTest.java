// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.KeptCall;
import io.acornhub.sellingpartner.KeptCalls;
import io.acornhub.sellingpartner.Region;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

@Import(ConnectionApiTest.Two.class)
class ConnectionApiTest extends HubWebTest {
    private static final LocalDate ISSUED = LocalDate.now(ZoneOffset.UTC).minusDays(100);
    @Autowired
    KeptCalls calls;
    @Autowired
    JdbcTemplate jdbc;

    @TestConfiguration
    static class Two {
        @Bean
        @Primary
        Connections two() {
            return () -> List.of(connection("api", "env:PATH"), connection("other", "env:ACORN_NO_SUCH_SECRET"));
        }
    }

    private static Connection connection(String channel, String secret) {
        return new Connection("amazon-us-" + channel, "amazon-us", channel, Region.NA, "ATVPDKIKX0DER", Region.NA.endpoint(),
            URI.create("https://api.amazon.com/auth/o2/token"), "env:ID", secret, "env:REFRESH", ISSUED, List.of("ACME1"),
            Duration.ofSeconds(30), Map.of());
    }

    @BeforeEach
    void fill() {
        jdbc.update("delete from sp_call");
        Instant now = Instant.now();
        calls.keep(call(now.minusSeconds(30), 200, KeptCall.Outcome.ANSWERED, null, "r-1"));
        calls.keep(call(now.minusSeconds(20), 429, KeptCall.Outcome.THROTTLED, "429 QuotaExceeded: slowly", "r-2"));
        calls.keep(call(now.minusSeconds(10), null, KeptCall.Outcome.UNAVAILABLE, "no answer within PT30S", null));
    }

    private static KeptCall call(Instant at, Integer status, KeptCall.Outcome outcome, String words, String requestId) {
        return new KeptCall("amazon-us-api", "getPurchaseOrders", "GET", "/vendor/orders/v1/purchaseOrders?limit=100", null, 1, at, 12,
            status, requestId, status != null && status == 200 ? new BigDecimal("10") : null, outcome, words);
    }

    @Test
    void eachConnectionIsShownWithItsSecretAndItsCalls() {
        JsonNode all = json(get("/api/connections"));
        assertThat(all).hasSize(2);
        JsonNode one = all.get(0);
        assertThat(one.get("name").asText()).isEqualTo("amazon-us-api");
        assertThat(one.get("region").asText()).isEqualTo("NA");
        assertThat(one.get("vendorCodes").get(0).asText()).isEqualTo("ACME1");
        assertThat(one.get("secret").get("countedFrom").asText()).isEqualTo("PARTNER_FILE");
        assertThat(one.get("secret").get("daysLeft").asInt()).isBetween(79, 80);
        assertThat(one.get("throttled").asInt()).isEqualTo(1);
        assertThat(one.get("calls")).hasSize(3);
        assertThat(one.get("lastCall").get("words").asText()).isEqualTo("no answer within PT30S");
        assertThat(all.get(1).get("secret").get("problem").asText())
            .isEqualTo("the client secret cannot be read: the environment variable ACORN_NO_SUCH_SECRET is not set");
        assertThat(all.toString()).doesNotContain(System.getenv("PATH"));
    }

    @Test
    void callsAreFoundByOperationWithTheirRequestIds() {
        assertThat(json(get("/api/connections/amazon-us-api/calls?operation=GETPURCHASEORDERS"))).hasSize(3);
        JsonNode found = json(get("/api/connections/amazon-us-api/calls"));
        assertThat(found.findValuesAsText("requestId")).containsExactly("null", "r-2", "r-1");
        assertThat(json(get("/api/connections/amazon-us-api/calls?operation=getTransaction"))).isEmpty();
        assertThat(json(get("/api/connections/amazon-us-api/calls?subject=2WX4R7KT"))).isEmpty();
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(get("/api/connections/other/calls").statusCode()).isEqualTo(404);
        assertThat(json(get("/api/connections/amazon-us-api/calls?operation=getOrders")).get("detail").asText())
            .isEqualTo("operation must be one of Amazon's operation ids, not 'getOrders'.");
        assertThat(json(get("/api/openapi")).get("paths").has("/api/connections")).isTrue();
    }
}
