// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.PostServer;
import io.acornhub.PostServer.Post;
import io.acornhub.PostServer.Reply;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.http.HttpPoster;
import io.acornhub.channel.http.Signature;
import io.acornhub.channel.http.TlsContexts;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.ErpAdapterContract;
import io.acornhub.erp.Orders;
import io.acornhub.erp.PostRows;
import io.acornhub.erp.PostedDeliveries;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.HttpPosts;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a receiver that takes each key once, as receivers of webhooks do. */
class HttpAdapterTest extends ErpAdapterContract {
    @TempDir
    private Path data;
    private final HttpPosts rows = PostRows.fresh("http");
    private final HttpPoster poster = new HttpPoster();
    private final Map<String, Post> taken = new LinkedHashMap<>();
    private final Deque<Reply> faults = new ArrayDeque<>();
    private final PostServer server = new PostServer(this::take);

    private synchronized Reply take(Post post) {
        Reply fault = faults.poll();
        if (fault == null || fault.status() <= 0) {
            taken.putIfAbsent(post.header("idempotency-key"), post);
        }
        return fault == null ? Reply.of(200, "") : fault;
    }

    @BeforeEach
    void startServer() throws Exception {
        server.start();
        Files.writeString(data.resolve("key"), "one secret");
    }

    @AfterEach
    void stopServer() {
        server.close();
        poster.close();
    }

    @Override
    protected ErpAdapter restarted() {
        Secrets secrets = new Secrets(data, name -> null);
        return new HttpAdapter(new PostedDeliveries(rows, poster, Clock.systemUTC()), secrets,
            new TlsContexts(new Certificates(secrets, data)), Clock.systemUTC());
    }

    @Override
    protected ErpSystem system() {
        return system(Map.of());
    }

    private ErpSystem system(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("url", server.url("/orders"), "outAuth", "hmac", "outSecret", "file:key",
            "timeout", "PT10S"));
        settings.putAll(more);
        return new ErpSystem("shop", "Shop", true, "http", settings, Map.of(), Map.of(), null, List.of());
    }

    @Override
    protected ErpSystem unreachable() {
        return system(Map.of("url", "http://localhost:1/orders"));
    }

    @Override
    protected synchronized List<String> atTheErp() {
        return taken.values().stream().map(Post::body).toList();
    }

    @Override
    protected synchronized List<String> idsAtTheErp() {
        return List.copyOf(taken.keySet());
    }

    @Override
    protected void erpTakesAll() {
        // it keeps what it has
    }

    private static Delivery order() {
        return Orders.delivery("01JZONE", Orders.order("4TESTPO1"));
    }

    private Delivered deliver(ErpSystem system) {
        restarted().prepare(system, List.of(order()));
        return restarted().commit(system, List.of(order()));
    }

    @Test
    void aPostIsSignedAndNamesItsKeyAndKind() {
        deliver(system());

        Post post = server.posts().get(0);
        Signature signature = new Signature(List.of("one secret"), "01JZONE",
            Instant.ofEpochSecond(Long.parseLong(post.header("webhook-timestamp"))));
        byte[] body = post.body().getBytes(StandardCharsets.UTF_8);
        signature.update(body, 0, body.length);
        assertThat(signature.isIn(post.header("webhook-signature"))).isTrue();
        assertThat(post.header("webhook-id")).isEqualTo("01JZONE");
        assertThat(post.header("acorn-document")).isEqualTo("PurchaseOrder");
    }

    @Test
    void whatIsBusyIsTriedLaterAsLongAsItAsks() {
        faults.add(new Reply(429, "slow down", Map.of("Retry-After", "120")));

        assertThatThrownBy(() -> deliver(system())).isInstanceOfSatisfying(ChannelFault.class, fault -> {
            assertThat(fault.notBefore()).isEqualTo(Duration.ofMinutes(2));
            assertThat(fault.getMessage()).contains("429 slow down");
        });
        assertThat(deliver(system()).references()).hasSize(1);
    }

    @Test
    void whatIsRefusedIsSaidInTheWordsOfTheAnswerAndGoesAgainWhenItIsReplayed() {
        faults.add(Reply.of(422, "{\"detail\":\"no such ship-to\"}"));

        Delivered refused = deliver(system());

        assertThat(refused.references()).isEmpty();
        assertThat(refused.refused().get("01JZONE").get(0).text()).contains("Shop refused PurchaseOrder 4TESTPO1", "no such ship-to");
        assertThat(deliver(system()).references()).hasSize(1);
    }

    @Test
    void aPostThatIsCutAfterItWasTakenGoesAgainUnderItsKey() {
        faults.add(Reply.CUT);

        assertThatThrownBy(() -> deliver(system())).isInstanceOf(ChannelFault.class).hasMessageContaining("nobody knows");
        restarted().commit(system(), List.of(order()));

        assertThat(server.posts()).hasSize(2);
        assertThat(idsAtTheErp()).containsExactly("01JZONE");
    }

    @Test
    void aReceiverThatCannotTellRepeatsIsNotPostedToAgainUntilAPersonSaysSo() {
        ErpSystem system = system(Map.of("retryUnknown", "false"));
        faults.add(Reply.CUT);
        assertThatThrownBy(() -> deliver(system)).isInstanceOf(ChannelFault.class);

        Delivered parked = restarted().commit(system, List.of(order()));

        assertThat(parked.refused().get("01JZONE").get(0).text()).contains("Nobody knows whether", "the key 01JZONE", "replay it");
        assertThat(server.posts()).hasSize(1);
        assertThat(deliver(system).references()).hasSize(1);
        assertThat(server.posts()).hasSize(2);
    }

    @Test
    void aConflictCountsAsDeliveredWhereTheSettingSaysSo() {
        faults.add(Reply.of(409, "seen"));

        assertThat(deliver(system(Map.of("conflict", "delivered"))).references()).hasSize(1);
    }

    @Test
    void redirectsAreNotFollowed() {
        List<Reply> moved = new ArrayList<>(List.of(new Reply(307, "", Map.of("Location", server.url("/elsewhere")))));
        faults.addAll(moved);

        assertThat(deliver(system()).refused().get("01JZONE").get(0).text()).contains("307");
        assertThat(server.posts()).hasSize(1);
    }
}
