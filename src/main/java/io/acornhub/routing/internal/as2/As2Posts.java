// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2Content;
import io.acornhub.channel.as2.As2Headers;
import io.acornhub.channel.http.TlsContexts;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Secrets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;

/** Posts archived messages and receipts. Redirects are not followed: who answers is who was agreed. */
@Component
class As2Posts {
    private static final int LARGEST_ANSWER = 1024 * 1024;
    /** What the HTTP client writes itself. */
    private static final Set<String> ITS_OWN = new TreeSet<>(Set.of("connection", "content-length", "expect", "host", "upgrade",
        "transfer-encoding"));
    private final As2Store store;
    private final TlsContexts tls;
    private final Secrets secrets;
    private final Clock clock;

    As2Posts(As2Store store, Certificates certificates, Secrets secrets, Clock clock) {
        this.store = store;
        this.tls = new TlsContexts(certificates);
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What the other side answered. */
    record Reply(int status, As2Headers headers, As2Content body) {

        boolean good() {
            return status >= 200 && status < 300;
        }

        /** For a person: the status and how the body begins. */
        String inWords() throws IOException {
            String text = new String(body.bytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", " ").replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
            return "HTTP " + status + (text.isEmpty() ? "" : ", " + (text.length() > 200 ? text.substring(0, 200) + "…" : text));
        }
    }

    /**
     * Posts an entry of the archive as it is.
     *
     * @throws IOException when no answer came: nobody knows whether it arrived
     */
    Reply post(As2Partner partner, URI to, String wireSha256) throws IOException {
        HttpClient client = client(partner);
        try (As2Store.Wire wire = store.open(wireSha256)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(to).timeout(partner.settings().timeout());
            wire.headers().all().stream().filter(h -> !ITS_OWN.contains(h.name().toLowerCase(Locale.ROOT)))
                .forEach(h -> request.header(h.name(), h.value()));
            login(partner, to).ifPresentHeader(request);
            HttpResponse<InputStream> response = client.send(request.POST(body(wireSha256, wire.headers())).build(),
                BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] answer = in.readNBytes(LARGEST_ANSWER + 1);
                if (answer.length > LARGEST_ANSWER) {
                    throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
                }
                Map<String, Object> headers = new LinkedHashMap<>(response.headers().map());
                headers.remove(":status");
                return new Reply(response.statusCode(), As2Headers.of(headers), As2Content.of(answer));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while posting", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (SSLException | SocketException | EOFException e) {
            throw refused(partner, to, e);
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().contains("received no bytes") ? refused(partner, to, e) : e;
        }
    }

    /** A server that does not like our certificate says so by an alert, or not at all: then the connection just ends. */
    private IOException refused(As2Partner partner, URI to, IOException cause) {
        boolean ours = Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause)
            .anyMatch(at -> at instanceof CertificateException || at instanceof ConnectException);
        return ours || !"https".equals(to.getScheme()) ? cause : new IOException("the server ended the connection ("
            + cause.getMessage() + "); where it asks for a certificate, ask the partner whether it knows the one that is shown: "
            + tls.shown(partner.channel(), clock.instant()), cause);
    }

    /** The body of the entry, read anew if the client has to begin again. */
    private BodyPublisher body(String sha256, As2Headers headers) {
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> {
            try {
                return store.open(sha256).body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        long length = Long.parseLong(headers.find("Content-Length").orElse("0"));
        return length > 0 ? BodyPublishers.fromPublisher(stream, length) : stream;
    }

    /** HTTP Basic, only for the address that was agreed. */
    private record Login(String value) {
        void ifPresentHeader(HttpRequest.Builder request) {
            if (value != null) {
                request.header("Authorization", value);
            }
        }
    }

    private Login login(As2Partner partner, URI to) {
        Channel channel = partner.channel();
        String user = channel.settings().get("user");
        if (user == null || user.isBlank() || !to.equals(partner.settings().url())) {
            return new Login(null);
        }
        String password = channel.settings().containsKey("password") ? secrets.read(channel.settings().get("password")) : "";
        return new Login("Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** Made anew for each post: there are servers, OpenAS2 among them, that close a connection after an answer without saying so. */
    private HttpClient client(As2Partner partner) {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(partner.settings().timeout());
        SSLContext context = tls.of(partner.channel(), clock.instant());
        if (context != null) {
            client.sslContext(context);
        }
        return client.build();
    }
}
