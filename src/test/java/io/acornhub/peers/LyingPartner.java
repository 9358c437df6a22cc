// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Digest;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.channel.as2.As2Limits;
import io.acornhub.channel.as2.As2Mic;
import io.acornhub.channel.as2.As2Opened;
import io.acornhub.channel.as2.As2Packed;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A partner that takes messages and, for the next few, answers as no good partner does. */
public final class LyingPartner implements AutoCloseable {
    private static final Set<String> OF_THE_SERVER = Set.of("content-length", "host", "connection");
    private final As2 as2 = new As2(Clock.systemUTC());
    private final Path folder;
    private final String scheme;
    private final List<String> clients = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int port;
    private final Deque<Answer> next = new ArrayDeque<>();
    private final List<As2Received> received = new CopyOnWriteArrayList<>();
    private As2Wire wire;

    /** What it answers to a message that it has taken. */
    public enum Answer {
        /** A right receipt. */
        RIGHT,
        /** Nothing: the connection ends. */
        LOST,
        /** A receipt, rightly signed, for other content. */
        WRONG_MIC,
        /** The server has trouble. */
        TROUBLE
    }

    public LyingPartner(Path folder) throws IOException {
        this(folder, null);
    }

    /** @param tls how it shows itself, and which client it wants to see; null for plain HTTP */
    public LyingPartner(Path folder, SSLContext tls) throws IOException {
        this.folder = folder;
        this.scheme = tls == null ? "http://127.0.0.1:" : "https://localhost:";
        up(tls);
    }

    /** Opens the port, the same again after it was down. */
    public final void up(SSLContext tls) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        server = tls == null ? HttpServer.create(address, 0) : https(address, tls);
        port = server.getAddress().getPort();
        server.createContext("/", this::handle);
        server.start();
    }

    /** Closes the port. */
    public void down() {
        server.stop(0);
    }

    private static HttpServer https(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer https = HttpsServer.create(address, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return https;
    }

    /** With the keys of the partner. */
    public void with(As2Wire keys) {
        wire = keys;
    }

    public String url() {
        return scheme + port + "/as2";
    }

    /** How the next messages are answered, in this order; all after them rightly. */
    public synchronized void next(Answer... answers) {
        next.clear();
        next.addAll(List.of(answers));
    }

    private synchronized Answer answer() {
        return next.isEmpty() ? Answer.RIGHT : next.remove();
    }

    /** All that it could open, repeats too. */
    public List<As2Received> received() {
        return received;
    }

    /** The subjects of the certificates that clients have shown. */
    public List<String> clients() {
        return clients;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange instanceof HttpsExchange secured) {
                clients.add(secured.getSSLSession().getPeerPrincipal().getName());
            }
            As2Headers headers = As2Headers.of(exchange.getRequestHeaders());
            As2Opened opened = as2.open(headers, exchange.getRequestBody(), wire.profile(),
                As2Limits.of(wire.profile().settings()), folder);
            if (opened.accepted()) {
                received.add(new As2Received(headers.from(), headers.to(), headers.messageId(), opened.payload().bytes()));
            }
            switch (answer()) {
                case LOST -> exchange.close();
                case TROUBLE -> exchange.sendResponseHeaders(502, -1);
                case WRONG_MIC -> receipt(exchange, new As2Opened(opened.headers(), opened.body(), opened.payload(), opened.fileName(),
                    opened.contentType(), new As2Mic("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", As2Digest.SHA256), opened.protection(),
                    opened.signer(), opened.signedEntity(), opened.request(), opened.failure(), opened.files()));
                default -> receipt(exchange, opened);
            }
        }
    }

    private void receipt(HttpExchange exchange, As2Opened opened) throws IOException {
        As2Packed receipt = as2.receipt(opened, wire.profile(), As2.newMessageId(As2Partnership.AMAZON));
        receipt.headers().all().stream().filter(header -> !OF_THE_SERVER.contains(header.name().toLowerCase(Locale.ROOT)))
            .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        exchange.sendResponseHeaders(200, receipt.body().size());
        try (OutputStream out = exchange.getResponseBody()) {
            receipt.body().writeTo(out);
        }
    }

    @Override
    public void close() {
        down();
    }
}
