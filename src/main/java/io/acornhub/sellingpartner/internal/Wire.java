// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * HTTP by camel-http, as bytes: pooled connections, no redirects, no cookies, nothing repeated behind the caller's back. It tells
 * what surely never reached the other side from what may have.
 */
public final class Wire implements AutoCloseable {
    private static final String CONFIGURER = "sellingPartnerHttpClient";
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int MOST_CONNECTIONS = 32;
    private final CamelContext camel;
    private final Map<Duration, Endpoint> endpoints = new ConcurrentHashMap<>();
    private volatile ProducerTemplate template;

    public Wire(CamelContext camel) {
        this.camel = camel;
        HttpClientConfigurer plain = client -> client.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement()
            .disableAuthCaching().addRequestInterceptorFirst((request, entity, context) ->
                // Camel escapes it, needlessly, and addresses that are signed hold it
                request.setPath(request.getPath().replace("%7E", "~")));
        camel.getRegistry().bind(CONFIGURER, HttpClientConfigurer.class, plain);
    }

    /** @param body null for a GET */
    record Request(String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout) {
    }

    /** What came of a request. */
    sealed interface Reply {
        /** @param headers by name in lower case, the last value of each */
        record Came(int status, Map<String, String> headers, byte[] body) implements Reply {
            String header(String name) {
                return headers.get(name.toLowerCase(Locale.ROOT));
            }
        }

        /** It never reached the other side. */
        record NotSent(String reason) implements Reply {
        }

        /** It may have reached the other side; no or half an answer came. */
        record Lost(String reason) implements Reply {
        }
    }

    Reply send(Request request) {
        Exchange done = template().send(endpoint(request.timeout()), ExchangePattern.InOut, exchange -> {
            Message in = exchange.getIn();
            request.headers().forEach(in::setHeader);
            in.setHeader(Exchange.HTTP_METHOD, request.method());
            in.setHeader(Exchange.HTTP_URI, request.uri().toString());
            in.setBody(request.body());
        });
        if (done.getException() != null) {
            return failed(done.getException(), request.timeout());
        }
        try {
            byte[] body = done.getMessage().getBody(byte[].class);
            return new Reply.Came(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class), headers(done.getMessage()),
                body == null ? new byte[0] : body);
        } catch (RuntimeException e) {
            return new Reply.Lost("the answer broke off: " + rootOf(e).getClass().getSimpleName());
        }
    }

    private static Map<String, String> headers(Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.getHeaders().forEach((name, value) -> {
            Object last = value instanceof Iterable<?> many ? last(many) : value;
            if (last != null) {
                headers.put(name.toLowerCase(Locale.ROOT), last.toString());
            }
        });
        return Collections.unmodifiableMap(headers);
    }

    private static Object last(Iterable<?> many) {
        Object last = null;
        for (Object one : many) {
            last = one;
        }
        return last;
    }

    private static Reply failed(Throwable failure, Duration timeout) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return new Reply.NotSent("the host " + cause.getMessage() + " is not known");
            }
            if (cause instanceof ConnectTimeoutException || cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new Reply.NotSent("no connection: " + cause.getMessage());
            }
            if (cause instanceof ConnectionRequestTimeoutException) {
                return new Reply.NotSent("all connections are in use");
            }
            if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
                return new Reply.NotSent("no secure connection: " + cause.getMessage());
            }
            if (cause instanceof SocketTimeoutException) {
                return new Reply.Lost("no answer within " + timeout);
            }
        }
        Throwable root = rootOf(failure);
        return new Reply.Lost("the connection was lost: " + root.getClass().getSimpleName()
            + (root.getMessage() == null ? "" : " " + root.getMessage()));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** The address is a header of each message; this endpoint holds what is the same for all of them. */
    private Endpoint endpoint(Duration timeout) {
        return endpoints.computeIfAbsent(timeout, t -> {
            Duration connect = t.compareTo(LONGEST_CONNECT) < 0 ? t : LONGEST_CONNECT;
            return camel.getEndpoint("http://sellingpartner?throwExceptionOnFailure=false&followRedirects=false&copyHeaders=false"
                + "&httpClientConfigurer=#" + CONFIGURER + "&connectTimeout=" + connect.toMillis() + "&responseTimeout=" + t.toMillis()
                + "&soTimeout=" + t.toMillis() + "&connectionRequestTimeout=" + connect.toMillis() + "&connectionsPerRoute="
                + MOST_CONNECTIONS);
        });
    }

    private ProducerTemplate template() {
        ProducerTemplate made = template;
        if (made == null) {
            synchronized (this) {
                made = template;
                if (made == null) {
                    made = camel.createProducerTemplate();
                    template = made;
                }
            }
        }
        return made;
    }

    @Override
    public void close() {
        ProducerTemplate made = template;
        if (made != null) {
            made.stop();
        }
    }
}
