// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.MovableClock;
import io.acornhub.partner.Secrets;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Region;
import io.acornhub.sellingpartner.internal.TokenAnswer.None;
import io.acornhub.sellingpartner.internal.TokenAnswer.Token;
import io.acornhub.simulator.Simulator;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.VendorGroup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens for the vendor group and for the application alone, from the simulator's Login with Amazon. */
class GrantsTest {
    private final Simulator simulator = Simulator.start(SimulatorSettings.defaults().withVendorGroups(
        VendorGroup.of("us", "NA", "ATVPDKIKX0DER", "USD", "ACME1")));
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Wire wire = new Wire(camel);
    private final MovableClock clock = new MovableClock();
    private final Map<String, String> environment = new HashMap<>(Map.of("ID", "us-client", "SECRET", "us-secret", "REFRESH", "Atzr|us"));
    private final Tokens tokens = new Tokens(new Secrets(Path.of(""), environment::get), wire, clock, UserAgent.TEXT);
    private final Connection connection = new Connection("amazon-us-api", "amazon-us", "api", Region.NA, "ATVPDKIKX0DER",
        simulator.baseUri(), simulator.baseUri().resolve("/auth/o2/token"), "env:ID", "env:SECRET", "env:REFRESH", null, List.of(),
        Duration.ofSeconds(5), Map.of());

    GrantsTest() {
        camel.start();
    }

    @AfterEach
    void stop() {
        wire.close();
        camel.stop();
        simulator.close();
    }

    private TokenAnswer get(Grant grant) throws InterruptedException {
        return tokens.get(connection, grant, Duration.ofSeconds(5));
    }

    private int orders(Token token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(simulator.baseUri()
            + "/vendor/orders/v1/purchaseOrders?limit=1")).header("x-amz-access-token", token.value()).header("user-agent", UserAgent.TEXT)
            .build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void theApplicationsTokenIsKeptBesideTheVendorsAndOpensNoOrders() throws Exception {
        Token vendor = (Token) get(Grant.VENDOR);
        Token application = (Token) get(Grant.NOTIFICATIONS);
        assertThat(application.value()).isNotEqualTo(vendor.value());
        assertThat(get(Grant.VENDOR)).isSameAs(vendor);
        assertThat(get(Grant.NOTIFICATIONS)).isSameAs(application);
        assertThat(orders(vendor)).isEqualTo(200);
        assertThat(orders(application)).isEqualTo(403);

        clock.move(Duration.ofMinutes(59).plusSeconds(30));
        assertThat(get(Grant.NOTIFICATIONS)).isInstanceOf(Token.class).isNotSameAs(application);
    }

    @Test
    void theApplicationsTokenNeedsNoRefreshToken() throws Exception {
        environment.remove("REFRESH");
        assertThat(get(Grant.NOTIFICATIONS)).isInstanceOf(Token.class);
        assertThat(((None) get(Grant.VENDOR)).reason()).contains("REFRESH");
    }

    @Test
    void aScopeTheApplicationHasNotIsRefusedForGoodWithTheRemedy() throws Exception {
        None refused = (None) get(new Grant("sellingpartnerapi::another"));
        assertThat(refused.code()).isEqualTo("invalid_scope");
        assertThat(refused.again()).isFalse();
        assertThat(refused.reason()).contains("look at its registration");
        assertThat(get(Grant.NOTIFICATIONS)).isInstanceOf(Token.class);
    }
}
