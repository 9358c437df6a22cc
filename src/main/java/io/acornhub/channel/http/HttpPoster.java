// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts, and says with certainty whether the other side can have got it. Nothing is repeated in here and no redirect is followed. Each
 * post has a connection of its own, since a kept one that was closed meanwhile could not be told from a post that was taken.
 */
public final class HttpPoster implements AutoCloseable {
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int WHOLE = 4;
    private final TlsSocketStrategy javas = DefaultClientTlsStrategy.createDefault();
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, run -> {
        Thread thread = new Thread(run, "http-post-watch");
        thread.setDaemon(true);
        return thread;
    });

    public HttpPoster() {
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Posts once. */
    public Outcome post(Posting posting) {
        Sent sent = new Sent(posting);
        HttpPost request = new HttpPost(posting.url());
        posting.headers().forEach(request::setHeader);
        request.setHeader("Connection", "close");
        request.setEntity(sent);
        ScheduledFuture<?> end = watch.schedule(request::cancel, posting.timeout().toMillis() * WHOLE, TimeUnit.MILLISECONDS);
        try (CloseableHttpClient client = client(posting)) {
            return client.execute(request, HttpPoster::answered);
        } catch (IOException | IllegalStateException e) {
            String reason = reason(e, posting);
            return sent.complete ? new Outcome.Unknown(reason) : new Outcome.NotSent(reason);
        } finally {
            end.cancel(false);
        }
    }

    private CloseableHttpClient client(Posting posting) {
        Timeout timeout = Timeout.ofMilliseconds(posting.timeout().toMillis());
        TlsSocketStrategy tls = posting.tls() == null ? javas
            : new DefaultClientTlsStrategy(posting.tls(), HostnameVerificationPolicy.BUILTIN, null);
        BasicHttpClientConnectionManager connections = BasicHttpClientConnectionManager.create(
            RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
        connections.setConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build());
        return HttpClients.custom().setConnectionManager((HttpClientConnectionManager) connections)
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
            .disableAutomaticRetries().disableRedirectHandling().disableCookieManagement().disableAuthCaching()
            .disableContentCompression().setUserAgent("Acorn-Hub").build();
    }

    private static Outcome answered(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (org.apache.hc.core5.http.Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        String text = "";
        if (response.getEntity() != null) {
            text = text(response);
        }
        return new Outcome.Answered(response.getCode(), headers, text);
    }

    /** The status alone decides; a body that is cut off changes nothing about it. */
    private static String text(ClassicHttpResponse response) {
        try (InputStream in = response.getEntity().getContent()) {
            return in == null ? "" : new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static String reason(Exception e, Posting posting) {
        if (e instanceof UnknownHostException) {
            return "the host " + posting.url().getHost() + " is not known";
        }
        if (e instanceof SocketTimeoutException) {
            return "no answer within " + posting.timeout().toSeconds() + " s";
        }
        return String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** The body, which knows whether all of it was handed over. */
    private static final class Sent extends AbstractHttpEntity {
        private final Posting posting;
        private boolean complete;

        Sent(Posting posting) {
            super(ContentType.parse(posting.contentType()), null, false);
            this.posting = posting;
        }

        @Override
        public long getContentLength() {
            return posting.body().length();
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public boolean isStreaming() {
            return true;
        }

        @Override
        public InputStream getContent() throws IOException {
            return posting.body().open();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] buffer = new byte[16 * 1024];
            long left = posting.body().length();
            try (InputStream in = posting.body().open()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    left -= read;
                    complete = left <= 0;
                    out.write(buffer, 0, read);
                }
            }
        }

        @Override
        public void close() {
            // the body is opened and closed where it is written
        }
    }
}
