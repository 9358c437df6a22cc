// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A wire between two AS2 systems that a test listens to, cuts, and bends: what goes through is kept as it was. */
final class As2Tap implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON = Set.of("connection", "content-length", "host", "upgrade", "http2-settings", "expect",
        "transfer-encoding", "date");
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<String> target;
    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<Message> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile UnaryOperator<byte[]> bent = body -> body;
    private volatile UnaryOperator<byte[]> bentAnswer = body -> body;

    /** One request and what it was answered; the answer null where it was lost on purpose. */
    record Message(Map<String, List<String>> headers, byte[] body, int status, byte[] answer) {
        String header(String name) {
            return headers.entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(name)).map(e -> e.getValue().get(0)).findFirst()
                .orElse(null);
        }
    }

    As2Tap(Supplier<String> target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/as2";
    }

    /** The next answers do not come back, though what they answer arrives. */
    void loseAnswers(int count) {
        lost.set(count);
    }

    /** The next requests are answered 503 and do not arrive. */
    void refuse(int count) {
        refused.set(count);
    }

    void bend(UnaryOperator<byte[]> body) {
        bent = body;
    }

    void bendAnswers(UnaryOperator<byte[]> body) {
        bentAnswer = body;
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** All that was asked, answered or not; status 0. */
    List<Message> requests() {
        return List.copyOf(requests);
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(new Message(Map.copyOf(exchange.getRequestHeaders()), body, 0, null));
        if (refused.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            messages.add(new Message(Map.copyOf(exchange.getRequestHeaders()), body, 503, new byte[0]));
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        try {
            HttpResponse<byte[]> answer = post(target.get(), exchange.getRequestHeaders(), bent.apply(body));
            boolean lose = lost.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
            messages.add(new Message(Map.copyOf(exchange.getRequestHeaders()), body, answer.statusCode(), lose ? null : answer.body()));
            if (!lose) {
                answer.headers().map().forEach((name, values) -> {
                    if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
                byte[] back = bentAnswer.apply(answer.body());
                exchange.sendResponseHeaders(answer.statusCode(), back.length == 0 ? -1 : back.length);
                exchange.getResponseBody().write(back);
            }
        } finally {
            exchange.close();
        }
    }

    /** Posts it as it is. */
    static HttpResponse<byte[]> post(String to, Map<String, List<String>> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to)).timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The headers with another value for one of them. */
    static Map<String, List<String>> with(Map<String, List<String>> headers, String name, String value) {
        Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(name, List.of(value));
        return changed;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
