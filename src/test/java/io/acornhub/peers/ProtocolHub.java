// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.channel.as2.As2Limits;
import io.acornhub.channel.as2.As2Mic;
import io.acornhub.channel.as2.As2Opened;
import io.acornhub.channel.as2.As2Packed;
import io.acornhub.channel.as2.As2Profile;
import io.acornhub.channel.as2.As2Receipt;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.util.encoders.Hex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's AS2 alone between two sockets: no archive, no database. One address takes messages and asynchronous receipts. */
final class ProtocolHub implements AutoCloseable {
    static final String ID = "HUB";
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolHub.class);
    /** Connection details are not the message's. */
    private static final Set<String> OF_THE_CLIENT = Set.of("content-length", "host", "connection");
    private final As2 as2 = new As2(Clock.systemUTC());
    private final Path folder;
    private final Map<String, X509Certificate> partners = new ConcurrentHashMap<>();
    private final Map<String, Taken> taken = new ConcurrentHashMap<>();
    private final Map<String, As2Mic> mics = new ConcurrentHashMap<>();
    private final Map<String, As2Profile> profiles = new ConcurrentHashMap<>();
    private final Map<String, As2Receipt> receipts = new ConcurrentHashMap<>();
    private final Certificates certificates;
    private final ExecutorService work = Executors.newFixedThreadPool(4);
    private HttpServer server;

    /** A message that came: what it says, and what went wrong with it, null for nothing. */
    record Taken(String from, byte[] content, String name, As2Opened.Found found, String failure) {
    }

    ProtocolHub(Path folder, Identity own) throws IOException {
        this.folder = Files.createDirectories(folder);
        own.writeP12(folder.resolve("own.p12"), "test");
        certificates = new Certificates(new Secrets(folder, Map.of("PASSWORD", "test")::get), folder);
    }

    ProtocolHub knows(String partner, Identity identity) throws IOException {
        partners.put(partner, identity.certificate());
        identity.writePem(folder.resolve(file(partner)));
        return this;
    }

    private static String file(String partner) {
        return Hex.toHexString(partner.getBytes(StandardCharsets.UTF_8)) + ".pem";
    }

    ProtocolHub start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(work);
        server.createContext("/", this::handle);
        server.start();
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/exchange/as2";
    }

    private As2Profile profile(String partner, As2Terms terms, String url) {
        Map<String, String> settings = new HashMap<>(Map.of("ownId", ID, "partnerId", partner, "sign", terms.sign(),
            "encrypt", terms.encrypt(), "compress", terms.compress(), "mdn", terms.mdn(), "mdnSigned",
            Boolean.toString(terms.mdnSigned()), "require", "",
            "accept", "SHA-1,3DES"));
        settings.put("url", url);
        if (terms.async()) {
            settings.put("ownUrl", url());
        }
        Set<Use> uses = EnumSet.of(Use.SIGN, Use.ENCRYPT);
        return As2Profile.of(new Channel("as2", Channel.AS2, true, settings, List.of(
            new ChannelCertificate(Owner.OWN, "own.p12", "env:PASSWORD", uses, null, null),
            new ChannelCertificate(Owner.PARTNER, file(partner), null, uses, null, null))), certificates, Instant.now());
    }

    /** Sends and waits for the answer; the receipt is in the answer, comes later ({@link #receipt}), or there is none. */
    String send(String partner, String url, As2Terms terms, String name, byte[] content) throws IOException, InterruptedException {
        As2Profile profile = profile(partner, terms, url);
        String id = As2.newMessageId(ID);
        try (As2Packed packed = as2.pack(As2Content.of(content), name, profile, id, folder)) {
            if (packed.mic() != null) {
                mics.put(id, packed.mic());
            }
            profiles.put(id, profile);
            HttpResponse<byte[]> answer = post(url, packed);
            if (answer.statusCode() >= 300) {
                throw new IOException("answer " + answer.statusCode());
            }
            if ("sync".equals(terms.mdn())) {
                As2Headers headers = As2Headers.of(answer.headers().map());
                receipts.put(id, as2.readReceipt(headers, As2Content.of(answer.body()), profile, packed.mic()));
            }
        }
        return id;
    }

    private HttpResponse<byte[]> post(String url, As2Packed packed) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        for (As2Headers.Header header : packed.headers().all()) {
            if (!OF_THE_CLIENT.contains(header.name().toLowerCase(Locale.ROOT))) {
                request.header(header.name(), header.value());
            }
        }
        // a new connection each time: OpenAS2 closes without saying so
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
            .send(request.POST(BodyPublishers.ofByteArray(packed.body().bytes())).build(), BodyHandlers.ofByteArray());
    }

    /** What the receipt for a message we sent says; empty while there is none. */
    Optional<As2Receipt> receipt(String messageId) {
        return Optional.ofNullable(receipts.get(messageId));
    }

    /** The message with that id, or none yet. */
    Optional<Taken> taken(String messageId) {
        return Optional.ofNullable(taken.get(messageId));
    }

    /** The message from that partner; each case of a test has a sender of its own where ids are not known. */
    Optional<Taken> takenFrom(String partner) {
        return taken.values().stream().filter(message -> message.from().equals(partner)).findFirst();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            As2Headers headers = As2Headers.of(exchange.getRequestHeaders());
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (As2.isReceipt(headers, As2Content.of(body))) {
                String id = As2.receiptFor(headers, As2Content.of(body));
                receipts.put(id, as2.readReceipt(headers, As2Content.of(body), profiles.get(id), mics.get(id)));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            take(exchange, headers, body);
        } catch (IOException | RuntimeException e) {
            LOG.warn("a message of a peer", e);
            throw e;
        }
    }

    private void take(HttpExchange exchange, As2Headers headers, byte[] body) throws IOException {
        As2Profile profile = profile(headers.from(), As2Terms.USUAL, url());
        As2Opened opened = as2.open(headers, As2Content.of(body).open(), profile, As2Limits.of(profile.settings()), folder);
        byte[] content = opened.payload() == null ? null : opened.payload().bytes();
        taken.put(headers.messageId(), new Taken(headers.from(), content, opened.fileName(), opened.protection(),
            opened.failure().map(failure -> failure.modifier() + ": " + failure.words()).orElse(null)));
        if (opened.request().isEmpty()) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        As2Packed receipt = as2.receipt(opened, profile, As2.newMessageId(ID));
        String later = opened.request().get().asyncUrl();
        if (later != null) {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            work.submit(() -> post(later, receipt));
            return;
        }
        receipt.headers().all().stream().filter(header -> !OF_THE_CLIENT.contains(header.name().toLowerCase(Locale.ROOT)))
            .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        exchange.sendResponseHeaders(200, receipt.body().size());
        try (OutputStream out = exchange.getResponseBody()) {
            receipt.body().writeTo(out);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        work.shutdownNow();
    }
}
