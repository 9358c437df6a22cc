// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server on loopback that answers as a test says and remembers what it was asked. Tokens are counted: token-1, token-2. */
public final class AmazonStub implements AutoCloseable {
    /** What came. Header names are in lower case. */
    public record Seen(String method, String target, Map<String, String> headers, String body) {
    }

    /** @param status 0: the connection is cut without an answer */
    public record Reply(int status, byte[] body, Map<String, String> headers) {
        public static Reply of(int status, String body) {
            return of(status, body.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply of(int status, byte[] body) {
            return new Reply(status, body, Map.of());
        }

        public Reply with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, body, more);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<Seen> tokenRequests = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedDeque<Function<Seen, Reply>> script = new ConcurrentLinkedDeque<>();
    private final AtomicInteger tokens = new AtomicInteger();
    public volatile Function<Seen, Reply> otherwise = seen -> Reply.of(200, "{\"payload\":{}}");
    volatile Function<Seen, Reply> lwa = this::token;

    public AmazonStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/auth/o2/token", exchange -> handle(exchange, tokenRequests, lwa));
        server.createContext("/", exchange -> handle(exchange, calls, seen -> {
            Function<Seen, Reply> next = script.poll();
            return (next == null ? otherwise : next).apply(seen);
        }));
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next calls are answered so, in order. */
    public AmazonStub then(Reply... replies) {
        for (Reply reply : replies) {
            script.add(seen -> reply);
        }
        return this;
    }

    public List<Seen> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public List<Seen> tokenRequests() {
        synchronized (tokenRequests) {
            return List.copyOf(tokenRequests);
        }
    }

    Reply token(Seen seen) {
        return Reply.of(200, "{\"access_token\":\"token-" + tokens.incrementAndGet() + "\",\"token_type\":\"bearer\",\"expires_in\":3600}");
    }

    private static void handle(HttpExchange exchange, List<Seen> into, Function<Seen, Reply> answer) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            Seen seen = new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            into.add(seen);
            Reply reply = answer.apply(seen);
            if (reply.status() == 0) {
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body();
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
