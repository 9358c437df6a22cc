// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.as2.As2Headers;
import io.acornhub.interchange.FaultException;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.http.SenderAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one address of AS2 for all partners. The post is answered only when all of it is committed; where that cannot be, it is
 * answered 503 without a receipt and nothing is kept, so that the partner sends it again.
 */
@Component("as2Receiving")
public class As2Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(As2Receiving.class);
    private static final String ANSWER = "AcornAnswer";
    private final As2Arrivals arrivals;

    public As2Receiving(As2Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** Takes a post; what goes to the next stage, null for nothing. */
    public WorkMessage post(Exchange exchange) {
        As2Answer answer = taken(exchange);
        exchange.setProperty(ANSWER, answer);
        exchange.getMessage().removeHeaders("*");
        return answer.taken();
    }

    /** Answers the post. */
    public void answer(Exchange exchange) {
        As2Answer answer = exchange.getProperty(ANSWER, As2Answer.class);
        exchange.getMessage().removeHeaders("*");
        answer.headers().all().forEach(h -> exchange.getMessage().setHeader(h.name(), h.value()));
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        exchange.getMessage().setBody(answer.body());
    }

    private As2Answer taken(Exchange exchange) {
        String method = exchange.getMessage().getHeader(Exchange.HTTP_METHOD, "POST", String.class);
        if (!"POST".equals(method)) {
            As2Answer no = As2Answer.words(405, "AS2 messages and receipts are posted here.");
            return new As2Answer(405, no.headers().with("Allow", "POST"), "HEAD".equals(method) ? new byte[0] : no.body(), null);
        }
        As2Headers headers = headers(exchange);
        String address = SenderAddress.of(exchange.getMessage());
        try {
            return arrivals.take(headers, exchange.getMessage().getBody(InputStream.class), address);
        } catch (SlowSender e) {
            return As2Answer.words(408, e.getMessage());
        } catch (IOException | DataAccessException | TransactionException e) {
            LOG.warn("as2       a post of {} could not be taken and was answered 503: {}", headers.from(), e.toString());
            return As2Answer.words(503, "It could not be stored now; nothing of it was kept. Send it again later.");
        } catch (FaultException e) {
            LOG.error("as2       a post of {} could not be taken and was answered 503: {}", headers.from(), e.getMessage());
            return As2Answer.words(503, "It cannot be read here now; nothing of it was kept. Send it again later.");
        } catch (RuntimeException e) {
            LOG.error("as2       a post of {} could not be taken and was answered 503", headers.from(), e);
            return As2Answer.words(503, "It could not be taken now; nothing of it was kept. Send it again later.");
        }
    }

    private static As2Headers headers(Exchange exchange) {
        Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean secret = "authorization".equals(lower) || "cookie".equals(lower);
            if (value != null && !secret && !lower.startsWith("camel") && !lower.startsWith("acorn")) {
                headers.put(name, value);
            }
        });
        return As2Headers.of(headers);
    }
}
