// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A server that takes posts and answers as the test says, in all the ways that servers fail. It can go away and come back. */
public final class PostServer implements AutoCloseable {
    private final Function<Post, Reply> work;
    private final SSLContext tls;
    private final boolean needsClient;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private ExecutorService threads;
    private HttpServer server;
    private int port;

    /** @param headers by name in small letters */
    public record Post(String path, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.get(name);
        }
    }

    /** @param status 0 cuts the connection without an answer, -1 leaves it open without one */
    public record Reply(int status, String body, Map<String, String> headers) {
        public static final Reply CUT = new Reply(0, "", Map.of());
        public static final Reply SILENCE = new Reply(-1, "", Map.of());

        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of());
        }
    }

    public PostServer(Function<Post, Reply> work) {
        this(work, null, false);
    }

    /** @param needsClient whether a client must show a certificate that the context trusts */
    public PostServer(Function<Post, Reply> work, SSLContext tls, boolean needsClient) {
        this.work = work;
        this.tls = tls;
        this.needsClient = needsClient;
    }

    /** Opens the port, the same again after it was down. */
    public PostServer start() {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            server = tls == null ? HttpServer.create(address, 50) : https(address);
            port = server.getAddress().getPort();
            threads = Executors.newCachedThreadPool();
            server.setExecutor(threads);
            server.createContext("/", this::take);
            server.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer https(InetSocketAddress address) throws IOException {
        HttpsServer https = HttpsServer.create(address, 50);
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(needsClient);
                parameters.setSSLParameters(wanted);
            }
        });
        return https;
    }

    /** Closes the port. */
    public void down() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new java.util.TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        Post post = new Post(exchange.getRequestURI().toString(), headers, body);
        posts.add(post);
        Reply reply = work.apply(post);
        if (reply.status() <= 0) {
            silent(reply.status() < 0);
            throw new IOException("cut, as the test wants");
        }
        byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void silent(boolean longTime) {
        try {
            if (longTime && end.await(60, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public List<Post> posts() {
        return List.copyOf(posts);
    }

    public String url(String path) {
        return (tls == null ? "http" : "https") + "://localhost:" + port + path;
    }

    @Override
    public void close() {
        end.countDown();
        down();
    }
}
